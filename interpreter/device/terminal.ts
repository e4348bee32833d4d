/** The board's own prompt (REPL), for typing at it. A capability of real boards. */

import type { Event } from '#common/lifecycle/emitter.ts';
import type { Capability } from './capability.ts';

export interface Terminal {
  /** Everything the board says that is not the link's own business, decoded; control sequences are left in. */
  readonly onText: Event<string>;
  /** Keys as typed, control characters too. Waits for nothing but the wire. While a program runs, they are its input. */
  write(text: string): Promise<void>;
  /** Runs pasted text as one piece (paste mode), however long, without loss or auto-indentation. Only at the prompt. */
  paste(text: string): Promise<void>;
}
export const TERMINAL: Capability<Terminal> = { name: 'terminal' };
