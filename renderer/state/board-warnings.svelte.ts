/** Names in the program that the board it runs on lacks. Found out after a change, in a part of the app fetched by then. */

import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { MissingName } from '../board-check/describe-missing.ts';

/** What of a board decides; its info or its definition. */
export interface WarningsBoard {
  readonly machine: string;
  readonly platform: string;
  readonly version?: string;
}

/** Longer programs are not looked at while somebody types. */
const MOST_CHARACTERS = 30_000;
/** The same list each time: a new one would be drawn anew, and ask again. */
const NONE: readonly MissingName[] = [];

export class BoardWarnings {
  #latest = 0;
  /** What was asked last. Marks in the text give new objects for the same program, which is no reason to look again. */
  #asked: string | undefined;

  /** In the order of the text. Of the program that was looked at last. */
  list = $state.raw(NONE);

  /** @param load fetches the check. */
  async look(
    files: ProgramFiles,
    board: WarningsBoard | undefined,
    load = () => import('../board-check/describe-missing.ts'),
  ): Promise<void> {
    const asked = JSON.stringify([board?.machine, board?.platform, board?.version, files]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const mine = ++this.#latest;
    const length = Object.values(files).reduce((sum, text) => sum + text.length, 0);
    if (!board || length > MOST_CHARACTERS) {
      this.list = NONE;
      return;
    }
    const { describeMissing } = await load();
    if (mine === this.#latest) this.list = describeMissing(files, board);
  }
}
