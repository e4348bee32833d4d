/** The prompt and the files of each connected board, made once a board: they remember while they are not seen. */

import { BoardFolder } from './board-folder.svelte.ts';
import type { BoardSession } from './board-session.svelte.ts';
import { BoardTerminal } from './board-terminal.svelte.ts';

export interface BoardPanel {
  /** Undefined where the device has none. */
  readonly terminal: BoardTerminal | undefined;
  readonly folder: BoardFolder | undefined;
}

export class BoardPanels {
  readonly #made = new WeakMap<BoardSession, BoardPanel>();

  of(session: BoardSession): BoardPanel {
    const made = this.#made.get(session) ?? make(session);
    this.#made.set(session, made);
    return made;
  }
}

function make(session: BoardSession): BoardPanel {
  const { terminal, storage } = session;
  return {
    terminal: terminal && new BoardTerminal(terminal, () => session.status === 'running'),
    folder: storage && new BoardFolder({ storage, cancel: () => session.cancel() }),
  };
}
