/** What the ways of talking to a REPL have in common, and what they ask of it. */

import type { ByteText } from './bytes.ts';
import type { ReplEnd, ReplExecutor, ReplProgram } from './executor.ts';

export type ModeName = 'friendly' | 'raw';

/** What a mode asks of the REPL. */
export interface ModeContext {
  /** Bytes as they go over the wire. */
  show(text: ByteText): void;
  run(program: ReplProgram, onEnd: (end: ReplEnd) => void): void;
  softReset(): void;
  switchTo(mode: ModeName): void;
  readonly refuses: ReplExecutor['refuses'];
}

export interface Mode {
  /** The mode is entered, or entered again after a soft reset. */
  enter(): void;
  push(byte: number): void;
}
