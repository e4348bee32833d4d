/** An open project and the board on a cable: running its program there and saving it there. Knows no view. */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import { t } from '../i18n/t.ts';
import { BoardSave, type Choice } from './board-save.svelte.ts';
import type { BoardSession } from './board-session.svelte.ts';
import type { Boards } from './boards.svelte.ts';
import { MissingNames } from './missing-names.svelte.ts';
import type { RunSession } from './run-session.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

interface ProjectBoardOptions {
  readonly workspace: Workspace;
  readonly run: RunSession;
  readonly boards: Boards;
  readonly toasts: Toasts;
}

/** Milliseconds for which it is said that everything is saved. */
const SAVED_LASTS = 8000;

export class ProjectBoard implements Disposable {
  readonly #options: ProjectBoardOptions;
  readonly #listening: Disposable;
  readonly saving: BoardSave;
  readonly missing = new MissingNames();

  constructor(options: ProjectBoardOptions) {
    this.#options = options;
    const { workspace, run, boards, toasts } = options;
    this.saving = new BoardSave({
      programFiles: () => workspace.programFiles,
      file: (name) => workspace.files[name],
      setFile: (name, text) => workspace.setFile(name, text),
      onSaved: ({ name }) =>
        toasts.show(t('boardSave.saved', { board: name }), { tone: 'success', lasts: SAVED_LASTS }),
    });
    this.#listening = boards.onTarget((target) => void run.useReal(target));
    if (boards.target) void run.useReal(boards.target);
  }

  /** The board that programs run on; undefined for the simulated one. */
  get target(): BoardSession | undefined {
    return this.#options.boards.target;
  }

  /** Whether there is something to tell that needs the learner. */
  get hasTrouble(): boolean {
    return this.#options.boards.current?.fault !== undefined || this.saving.state.kind === 'failed';
  }

  chooseSimulated(): void {
    this.#options.boards.chooseSimulated();
  }

  /** Saves the program on the connected board, as what starts there by itself. */
  async save(): Promise<void> {
    const { boards, workspace } = this.#options;
    const session = boards.current;
    if (!session) return;
    void workspace.flush();
    if (!(await session.connect())) return;
    const save = (): void => void this.saving.save(session);
    if (await this.missing.allow(workspace.programFiles, session.info, save)) await this.saving.save(session);
  }

  /** True where a program may run now. Else the learner is asked, and `goOn` is called where the answer is yes. */
  async allow(files: ProgramFiles, goOn: () => void): Promise<boolean> {
    const { target } = this;
    if (!target) return true;
    return (await target.connect()) && this.missing.allow(files, target.info, goOn);
  }

  /** The answer where the board's copy is another. What `keep` overwrites in the project can be brought back once. */
  async answer(choice: Choice): Promise<void> {
    const { workspace, toasts } = this.#options;
    const before = workspace.files;
    await this.saving.answer(choice);
    if (choice !== 'keep') return;
    toasts.show(t('boardSave.kept'), {
      lasts: 'never',
      action: { label: t('action.undo'), run: () => workspace.replaceFiles(before) },
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.saving.cancel();
  }
}
