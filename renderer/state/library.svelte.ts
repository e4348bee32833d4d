/** What the home view lists: projects and lessons. Deleting hides at once and becomes final when Undo is gone. */

import type { Host, LessonSummary, Project, ProjectSummary } from '#common/host/host.ts';
import { emptyDiagram } from '#interpreter/diagram/default-diagram.ts';
import { serializeDiagram } from '#interpreter/diagram/serialize.ts';
import { lessonProgress, neededProgress } from '#lessons/engine/progress.ts';
import { t } from '../i18n/t.ts';
import { DIAGRAM_FILE } from './diagram-file.ts';
import { PROGRAM_FILE } from './blocks-file.ts';
import type { LessonShelf } from './lesson-shelf.ts';
import type { Toasts } from './toasts.svelte.ts';
import type { Services } from './services.ts';

export interface LessonUnit {
  readonly name: string;
  readonly lessons: readonly LessonSummary[];
}

export interface Curriculum {
  readonly name: string;
  readonly units: readonly LessonUnit[];
}

/** Steps of a lesson that are done. */
export interface LessonProgress {
  readonly done: number;
  readonly count: number;
}

export type LibraryStatus = 'loading' | 'ready' | 'failed';

export class Library {
  readonly #host: Host;
  readonly #services: Pick<Services, 'host' | 'createId'>;
  readonly #toasts: Toasts;
  readonly #lessons: LessonShelf;
  readonly #hidden = new Set<string>();

  status = $state<LibraryStatus>('loading');
  projects = $state.raw<readonly ProjectSummary[]>([]);
  lessons = $state.raw<readonly LessonSummary[]>([]);
  /** Lesson path to progress, for lessons that were started. */
  progress = $state.raw<ReadonlyMap<string, LessonProgress>>(new Map());
  /** Lessons that could not be listed, in the host's words. */
  problem = $state<string | undefined>(undefined);

  /** Lessons in curricula and units, in the order of the host. */
  readonly curricula: readonly Curriculum[] = $derived(groupLessons(this.lessons));

  constructor(services: Pick<Services, 'host' | 'createId'>, toasts: Toasts, lessons: LessonShelf) {
    this.#host = services.host;
    this.#services = services;
    this.#toasts = toasts;
    this.#lessons = lessons;
  }

  async refresh(): Promise<void> {
    await this.list();
    await this.readProgress();
  }

  /** Projects and lessons alone, without progress. */
  async list(): Promise<void> {
    try {
      const [projects, lessons] = await Promise.all([this.#host.listProjects(), this.#host.listLessons()]);
      this.projects = projects.filter((project) => !this.#hidden.has(project.id));
      this.lessons = lessons;
      this.status = 'ready';
      this.problem = undefined;
    } catch (error) {
      this.status = 'failed';
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  /** Stores a new project with an empty program on an empty bench. */
  async createProject(name: string, board: string): Promise<string> {
    const files = { [PROGRAM_FILE]: '', [DIAGRAM_FILE]: serializeDiagram(emptyDiagram(board)) };
    return this.#store({ id: this.#services.createId(), name, files });
  }

  async duplicate(id: string): Promise<void> {
    await this.#report(async () => {
      const { files, lesson, name } = await this.#host.readProject(id);
      const copy = { id: this.#services.createId(), name: t('library.copyName', { name }), files };
      await this.#store({ ...copy, ...(lesson ? { lesson } : {}) });
    });
  }

  async rename(id: string, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return;
    await this.#report(async () => {
      const { files, lesson } = await this.#host.readProject(id);
      await this.#store({ id, name: trimmed, files, ...(lesson ? { lesson } : {}) });
    });
  }

  /** Takes a project from the list; the host deletes it when the offer to undo has gone. */
  remove(id: string): void {
    const project = this.projects.find((candidate) => candidate.id === id);
    if (!project) return;
    this.#hidden.add(id);
    this.projects = this.projects.filter((candidate) => candidate.id !== id);
    this.#toasts.show(t('library.deleted', { name: project.name }), {
      lasts: 8000,
      action: { label: t('action.undo'), run: () => void this.#restore(id) },
      onExpire: () => void this.#report(() => this.#host.deleteProject(id)),
    });
  }

  /** Never rejects: a lesson that cannot be read tells so when it is opened. */
  async readProgress(): Promise<void> {
    const paths = new Set(this.projects.flatMap(({ lesson }) => lesson ?? []));
    const known = this.lessons.filter(({ path }) => paths.has(path));
    const entries = await Promise.all(
      known.map(async ({ path }) => [path, await this.#progressOf(path)] as const),
    );
    this.progress = new Map(
      entries.flatMap(([path, progress]) => (progress ? [[path, progress] as const] : [])),
    );
  }

  /** Undefined where the lesson or its log cannot be read. */
  async #progressOf(path: string): Promise<LessonProgress | undefined> {
    try {
      const [{ lesson }, log] = await Promise.all([this.#lessons.read(path), this.#host.listAttempts(path)]);
      if (!lesson) return undefined;
      const steps = neededProgress(lesson, lessonProgress(lesson, log));
      return { done: steps.filter(({ state }) => state === 'passed').length, count: steps.length };
    } catch {
      return undefined;
    }
  }

  async #restore(id: string): Promise<void> {
    this.#hidden.delete(id);
    await this.refresh();
  }

  async #store(project: Omit<Project, 'modified'>): Promise<string> {
    await this.#host.saveProject(project);
    await this.refresh();
    return project.id;
  }

  async #report(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#toasts.show(error instanceof Error ? error.message : String(error), { tone: 'danger' });
    }
  }
}

function groupLessons(lessons: readonly LessonSummary[]): readonly Curriculum[] {
  const curricula = new Map<string, Map<string, LessonSummary[]>>();
  for (const lesson of lessons) {
    const units = curricula.get(lesson.curriculum) ?? new Map<string, LessonSummary[]>();
    units.set(lesson.unit, [...(units.get(lesson.unit) ?? []), lesson]);
    curricula.set(lesson.curriculum, units);
  }
  return [...curricula].map(([name, units]) => ({
    name,
    units: [...units].map(([unit, list]) => ({ name: unit, lessons: list })),
  }));
}
