/**
 * Follows a program that runs on the board to its end. What looks like an end is made sure of by asking for the friendly prompt, which
 * only a board without a program gives; so the board is at that prompt afterwards.
 */

import type { FoundEnd, RunOutput } from './end-of-run.ts';
import type { Line } from './line.ts';
import { leaveRawRepl } from './raw-repl.ts';

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
  for (;;) {
    const bytes = await line.read(output.patience);
    if (bytes !== '') {
      tell(output.take(bytes));
      continue;
    }
    const { end, text } = output.settle();
    tell(text);
    if (!end) continue;
    onAsking(true);
    if (await leaveRawRepl(line)) {
      tell(output.finish());
      return end;
    }
    onAsking(false);
    output.refute();
  }
}
