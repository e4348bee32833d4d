/** An open project with its device and, where it belongs to one, its lesson: what the workspace view shows. */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { Project } from '#common/host/host.ts';
import type { Speed } from '#interpreter/device/capability.ts';
import { findBoardIn } from '#interpreter/diagram/lookup.ts';
import { translateCatalog } from '../i18n/catalog.ts';
import { t } from '../i18n/t.ts';
import { changeBoard } from './change-board.ts';
import { type Explanation, explainTraceback } from './explain-traceback.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { ProjectBoard } from './project-board.svelte.ts';
import { loadProgramLanguage } from './program-language.ts';
import { ProgramReader } from './program-reader.svelte.ts';
import { RunSession } from './run-session.svelte.ts';
import type { Boards } from './boards.svelte.ts';
import type { Services } from './services.ts';
import type { Toasts } from './toasts.svelte.ts';
import { Workspace } from './workspace.svelte.ts';

/** Why the board was not changed. */
export interface BoardRefusal {
  readonly board: string;
  readonly problems: readonly Problem[];
}

/** What the app gives every project. */
export interface ProjectSurroundings {
  readonly services: Services;
  readonly boards: Boards;
  readonly toasts: Toasts;
}

export class OpenProject implements Disposable {
  readonly #services: Services;
  readonly workspace: Workspace;
  /** The program as blocks. */
  readonly reader: ProgramReader;
  readonly run: RunSession;
  /** Running it on a board on a cable, and saving it there. */
  readonly board: ProjectBoard;
  readonly lesson: LessonSession | undefined;

  boardRefusal = $state.raw<BoardRefusal | undefined>(undefined);
  /** A line that the editor should show, with a number that makes each request new. */
  reveal = $state.raw<{ readonly line: number; readonly request: number } | undefined>(undefined);
  /** Program text of the last run: an error mark is only true for that text. */
  #ranProgram = $state.raw<string | undefined>(undefined);

  readonly explanation: Explanation | undefined = $derived.by(() =>
    this.run.traceback ? explainTraceback(this.run.traceback) : undefined,
  );
  readonly isErrorCurrent = $derived.by(() => this.#ranProgram === this.workspace.program);

  constructor(
    project: Project,
    lesson: LessonSession | undefined,
    { services, boards, toasts }: ProjectSurroundings,
    speed: Speed,
  ) {
    this.#services = services;
    this.lesson = lesson;
    this.workspace = new Workspace(project, services);
    this.reader = new ProgramReader(this.workspace.document, services.requestFrame);
    this.run = new RunSession(services);
    this.run.speed = speed;
    this.board = new ProjectBoard({ workspace: this.workspace, run: this.run, boards, toasts });
    this.workspace.document.didChange(() => this.#passBreakpoints());
  }

  get catalog(): Services['catalog'] {
    return translateCatalog(this.#services.catalog);
  }

  /** Opens the device before anyone asks, so that Run starts at once. */
  async prepare(): Promise<void> {
    const { diagram } = this.workspace;
    if (diagram) await this.run.prepare(diagram);
  }

  /** Fetches what reads programs, and begins to read. */
  async readProgram(load = loadProgramLanguage): Promise<void> {
    this.reader.start(await load());
  }

  /** Whether there is something to run on. */
  get canStart(): boolean {
    return this.board.target !== undefined || this.workspace.diagram !== undefined;
  }

  async start(): Promise<void> {
    const { diagram, program, programFiles } = this.workspace;
    if (!this.canStart) return;
    if (this.board.target && !(await this.board.allow(programFiles, () => void this.start()))) return;
    void this.workspace.flush();
    this.lesson?.cancelCheck();
    this.#ranProgram = program;
    this.run.setBreakpoints(this.workspace.document.breakpoints);
    await this.run.run(programFiles, diagram);
  }

  /** What Run does, and Continue, which takes its place while the program is paused. */
  async startOrContinue(): Promise<void> {
    if (this.run.status === 'paused') this.run.resume();
    else await this.start();
  }

  async check(): Promise<void> {
    await this.run.stop();
    void this.workspace.flush();
    await this.lesson?.check(this.workspace.programFiles);
  }

  showLine(line: number): void {
    this.reveal = { line, request: (this.reveal?.request ?? 0) + 1 };
  }

  /** Programs run on the simulated board of this name; the wiring moves to it where it is another. */
  async chooseSimulated(id: string): Promise<void> {
    this.board.chooseSimulated();
    await this.changeBoard(id);
  }

  /** Moves the wiring to another board, or tells in `boardRefusal` why it cannot. */
  async changeBoard(id: string): Promise<void> {
    const { diagram } = this.workspace;
    const { boards } = this.catalog;
    const from = diagram && findBoardIn(boards, diagram.board);
    const to = findBoardIn(boards, id);
    if (!diagram || !from || !to || from === to) return;
    const change = changeBoard({ diagram, from, to, catalog: this.catalog });
    if (!change.ok) {
      this.boardRefusal = { board: to.name, problems: change.problems };
      return;
    }
    this.boardRefusal = undefined;
    await this.run.stop();
    this.workspace.setDiagram(change.diagram);
    await this.prepare();
  }

  dismissRefusal(): void {
    this.boardRefusal = undefined;
  }

  /** Name of the chosen device, as the picker shows it. */
  get deviceName(): string {
    return this.board.target?.name ?? this.simulatedName;
  }

  get simulatedName(): string {
    const { diagram } = this.workspace;
    const board = diagram && findBoardIn(this.catalog.boards, diagram.board);
    return board ? t('device.simulated', { board: board.name }) : t('device.none');
  }

  /** Lines are those of the present text: while another text runs, only taking all breakpoints away is meant for it. */
  #passBreakpoints(): void {
    if (!this.run.isActive) return;
    const { document, program } = this.workspace;
    const { breakpoints } = document;
    if (breakpoints.length === 0 || program === this.#ranProgram) this.run.setBreakpoints(breakpoints);
  }

  dispose(): void {
    this.lesson?.dispose();
    this.board.dispose();
    this.run.dispose();
    this.reader.dispose();
    this.workspace.dispose();
  }
}
