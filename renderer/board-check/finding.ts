/** What the check answers: plain data, without a sentence. */

import type { Instead } from './instead.ts';

export type FindingKind =
  /** A module of MicroPython that this board's build lacks. */
  | 'missing-module'
  /** A module that is neither in MicroPython nor among the program's files. */
  | 'unknown-module'
  /** A function, class or constant of a module or class. */
  | 'missing-name'
  /** Something that objects of a class can do on other boards. */
  | 'missing-method'
  /** It came with a later MicroPython than the board has. */
  | 'newer-version'
  /** A pin that the board does not have. */
  | 'missing-pin'
  /** A pin that the board has, but not for what it is on its sister boards. */
  | 'other-pin';

export interface BoardFinding {
  readonly kind: FindingKind;
  /** File of the program. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Where the name stands in the file's text. */
  readonly from: number;
  readonly to: number;
  /** As MicroPython's documentation has it: `network`, `machine.Pin.high`; of a pin its number or name. */
  readonly name: string;
  /** What to use on this board, as a key of the messages; undefined where nobody wrote it down. */
  readonly instead: Instead | undefined;
  /** What boards are called that have it. */
  readonly elsewhere: readonly string[];
  /** Version that has it; present exactly when the kind is `newer-version`. */
  readonly since?: string;
}
