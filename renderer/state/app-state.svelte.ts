/** The whole app: which view is shown and which project is open. Knows no DOM; the views call its actions. */

import type { Problem } from '#common/errors/problem.ts';
import { formatProblem } from '#common/errors/problem.ts';
import type { Attempt, Project } from '#common/host/host.ts';
import { serializeDiagram } from '#interpreter/diagram/serialize.ts';
import type { Lesson } from '#lessons/engine/lesson.ts';
import { t } from '../i18n/t.ts';
import { BoardPanels } from './board-panels.ts';
import { Boards } from './boards.svelte.ts';
import { DIAGRAM_FILE } from './diagram-file.ts';
import { FirmwareSetup } from './firmware-setup.svelte.ts';
import { Layout } from './layout.svelte.ts';
import { LessonSession } from './lesson-session.svelte.ts';
import { LessonShelf } from './lesson-shelf.ts';
import { Library } from './library.svelte.ts';
import { OpenProject } from './open-project.svelte.ts';
import type { Services } from './services.ts';
import { SettingsState } from './settings.svelte.ts';
import { Toasts } from './toasts.svelte.ts';

export type View = 'loading' | 'library' | 'workspace';

/** A lesson that could not be opened, with what its author must mend. */
export interface LessonTrouble {
  readonly path: string;
  readonly problems: readonly Problem[];
}

export class AppState {
  readonly services: Services;
  readonly settings: SettingsState;
  readonly toasts = new Toasts();
  readonly library: Library;
  readonly boards: Boards;
  readonly firmware: FirmwareSetup;
  readonly boardPanels = new BoardPanels();
  readonly layout = new Layout();

  view = $state<View>('loading');
  project = $state.raw<OpenProject | undefined>(undefined);
  lessonTrouble = $state.raw<LessonTrouble | undefined>(undefined);

  readonly #lessons: LessonShelf;
  /** Toast that offers to undo starting a lesson over. */
  #startedOver: number | undefined;

  constructor(services: Services) {
    this.services = services;
    this.settings = new SettingsState(services.host);
    this.#lessons = new LessonShelf(services);
    this.boards = new Boards(services);
    this.firmware = new FirmwareSetup(services, this.boards);
    this.library = new Library(services, this.toasts, this.#lessons);
  }

  /** Reads settings and lists; the library is the first view. */
  async start(): Promise<void> {
    await Promise.all([this.settings.load(), this.library.list()]);
    if (this.view === 'loading') this.view = 'library';
    await this.library.readProgress();
  }

  async openProject(id: string): Promise<void> {
    await this.#attempt(async () => {
      // The list knows the lesson, so all are read at the same time.
      const listed = this.library.projects.find((project) => project.id === id);
      const lesson = listed && this.#lessonOf(listed);
      const attempts = listed?.lesson === undefined ? undefined : this.#attemptsOf(listed.lesson);
      const project = await this.services.host.readProject(id);
      await this.#show(project, await (lesson ?? this.#lessonOf(project)), attempts);
    });
  }

  /** Goes on with the newest project of the lesson, or begins one. */
  async openLesson(path: string): Promise<void> {
    const existing = this.library.projects.find((project) => project.lesson === path);
    if (existing) return this.openProject(existing.id);
    await this.#attempt(async () => {
      const lesson = await this.#readLesson(path);
      if (!lesson) return;
      const project = {
        id: this.services.createId(),
        name: lesson.title,
        lesson: path,
        files: startFiles(lesson),
      };
      const summary = await this.services.host.saveProject(project);
      await this.#show({ ...project, ...summary }, lesson);
    });
  }

  async createProject(name: string, board: string): Promise<void> {
    await this.#attempt(async () => {
      await this.openProject(await this.library.createProject(name, board));
    });
  }

  /** Puts the lesson's own program back. What was there can be brought back once. */
  startLessonOver(): void {
    const open = this.project;
    const lesson = open?.lesson?.lesson;
    if (!open || !lesson) return;
    const before = open.workspace.files;
    open.workspace.replaceFiles(startFiles(lesson));
    this.#startedOver = this.toasts.show(t('lesson.startedOver'), {
      lasts: 'never',
      action: { label: t('action.undo'), run: () => open.workspace.replaceFiles(before) },
    });
  }

  async goHome(): Promise<void> {
    if (!(await this.#close())) return;
    this.view = 'library';
    await this.library.refresh();
  }

  async openExternal(address: string): Promise<void> {
    await this.#attempt(() => this.services.host.openExternal(address));
  }

  /** Stores everything that is not stored yet: the window may close. */
  async settle(): Promise<void> {
    this.toasts.settle();
    await this.project?.workspace.flush();
  }

  dismissLessonTrouble(): void {
    this.lessonTrouble = undefined;
  }

  /** A project opens without its lesson where that is gone or broken, and says so. */
  async #lessonOf({ lesson: path }: Pick<Project, 'lesson'>): Promise<Lesson | undefined> {
    if (!path) return undefined;
    const lesson = await this.#readLesson(path).catch(() => undefined);
    if (!lesson) this.toasts.show(t('lesson.unavailable'), { tone: 'danger' });
    return lesson;
  }

  async #readLesson(path: string): Promise<Lesson | undefined> {
    const { host } = this.services;
    const { lesson, problems } = await this.#lessons.read(path);
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.lessonTrouble = errors.length > 0 ? { path, problems: errors } : undefined;
    for (const problem of errors) await host.log('error', `Lesson ${path}: ${formatProblem(problem)}`);
    return lesson;
  }

  /** Begun early; what goes wrong is told where the attempts are waited for. */
  #attemptsOf(path: string): Promise<readonly Attempt[]> {
    const attempts = this.services.host.listAttempts(path);
    attempts.catch(() => undefined);
    return attempts;
  }

  async #show(
    project: Project,
    lesson: Lesson | undefined,
    attempts?: Promise<readonly Attempt[]>,
  ): Promise<void> {
    if (!(await this.#close())) return;
    const session = lesson && new LessonSession(lesson, this.services);
    await session?.load(attempts);
    this.project = new OpenProject(project, session, this, this.settings.current.speed);
    this.view = 'workspace';
    await this.settings.change({ lastProject: project.id });
    await this.project.prepare();
  }

  /** False where the project stays open, since what is in it could not be stored. */
  async #close(): Promise<boolean> {
    const open = this.project;
    if (!open) return true;
    await open.workspace.flush();
    if (open.workspace.saveStatus === 'failed') {
      this.toasts.show(t('save.cannotLeave'), { tone: 'danger' });
      return false;
    }
    if (this.#startedOver !== undefined) this.toasts.dismiss(this.#startedOver);
    this.project = undefined;
    open.dispose();
    return true;
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.toasts.show(error instanceof Error ? error.message : String(error), {
        tone: 'danger',
        lasts: 'never',
      });
    }
  }
}

function startFiles(lesson: Lesson): Readonly<Record<string, string>> {
  return { ...lesson.start, [DIAGRAM_FILE]: serializeDiagram(lesson.diagram) };
}
