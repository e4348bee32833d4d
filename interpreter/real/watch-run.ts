/**
 * Follows a program that runs on the board to its end. What looks like an end is made sure of by asking for the friendly prompt, which
 * only a board without a program gives; so the board is at that prompt afterwards.
 */

import type { FoundEnd, RunOutput } from './end-of-run.ts';
import type { Line } from './line.ts';
import { leaveRawRepl } from './raw-repl.ts';

/** Where somebody talks without a pause, an end is asked for after so many milliseconds. */
const FIRST_TRUST = 300;
const LONGEST_TRUST = 20_000;

export interface WatchOptions {
  readonly line: Line;
  readonly output: RunOutput;
  readonly onText: (text: string) => void;
  /** While this is true the board is being asked whether the program has ended: nothing else may be sent. */
  readonly onAsking: (isAsking: boolean) => void;
}

/** Resolves at the end of the program, whenever that is; rejects where the line does. */
export async function watchRun({ line, output, onText, onAsking }: WatchOptions): Promise<FoundEnd> {
  const tell = (text: string): void => {
    if (text !== '') onText(text);
  };
  let nextSuspicion = 0;
  let trust = FIRST_TRUST;
  for (;;) {
    const { patience } = output;
    const bytes = await line.read(patience);
    const now = line.timers.now();
    if (bytes !== '') {
      const before = output.isSuspicious;
      tell(output.take(bytes));
      if (!output.isSuspicious) continue;
      if (!before) nextSuspicion = now + trust;
      if (now < nextSuspicion) continue;
    }
    const { end, text } = output.settle(bytes === '' ? patience : Infinity);
    tell(text);
    if (!end) continue;
    onAsking(true);
    const left = await leaveRawRepl(line);
    if (left) {
      tell(output.take(left.before));
      const found = output.settle(Infinity).end ?? end;
      tell(output.finish());
      return found;
    }
    onAsking(false);
    // A program that prints such things again and again is asked less and less.
    if (output.isSuspicious) trust = Math.min(LONGEST_TRUST, 2 * trust);
    output.refute();
  }
}
