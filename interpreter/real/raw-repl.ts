/** MicroPython's raw REPL: getting in, getting out, soft reset. Talks over a line that the caller holds; knows no ladder. */

import { deviceError } from '../device/device-error.ts';
import type { Line } from './line.ts';

/** Somebody in the background may speak between the words and the prompt. */
export const RAW_PROMPT = /raw REPL; CTRL-B to exit[^>]*>/;
/** At the end of what was heard: the board waits for a line. */
const PROMPT = '>>> ';
export const FRIENDLY_PROMPT = />>> $/;
/** How MicroPython and its relatives greet; `sys.ps1` may have changed the prompt that follows. */
const GREETING = /(?:Micro|Circuit)Python [^\r\n]*\r\n(?:Type "help\(\)"[^\r\n]*\r\n)?/;

const SOFT_RESET_LIMIT = 5000;
const LEAVE_LIMIT = 1000;
/** A prompt of another look has come when it is quiet for so long. */
const PROMPT_QUIET = 100;

/** From the prompt, or from the raw REPL itself; drops a line that was begun there. Answers whether the board is there. */
export async function enterRawRepl(line: Line, limit: number): Promise<boolean> {
  line.discard();
  line.count.roundTrips++;
  await line.write('\x03\x01');
  return (await line.readUntil(RAW_PROMPT, limit)) !== undefined;
}

/** What came before the greeting; undefined where no greeting came: a program still runs, and what it said can be read. */
export type LeftRawRepl = { readonly before: string } | undefined;

/** Sends `first`, then goes back to the friendly REPL. */
export async function leaveRawRepl(line: Line, first = '', limit = LEAVE_LIMIT): Promise<LeftRawRepl> {
  line.count.roundTrips++;
  await line.write(`${first}\x02`);
  const end = line.timers.now() + limit;
  let text = '';
  for (;;) {
    const left = end - line.timers.now();
    const piece = left > 0 ? await line.read(GREETING.test(text) ? Math.min(left, PROMPT_QUIET) : left) : '';
    text += piece;
    const greeting = GREETING.exec(text);
    if (greeting) {
      const rest = text.slice(greeting.index + greeting[0].length);
      const prompt = rest.indexOf(PROMPT);
      if (prompt >= 0) line.unread(rest.slice(prompt + PROMPT.length));
      if (prompt >= 0 || piece === '') return { before: text.slice(0, greeting.index).replace(/\r\n$/, '') };
    } else if (piece === '') {
      // The greeting was damaged on its way.
      if (text.endsWith(`\r\n${PROMPT}`)) return { before: '' };
      line.unread(text);
      return undefined;
    }
  }
}

/** A fresh interpreter: threads, timers and outputs of the last program end; boot.py runs, main.py does not. */
export async function softReset(line: Line): Promise<void> {
  line.discard();
  line.count.roundTrips++;
  await line.write('\x04');
  if (await line.readUntil(RAW_PROMPT, SOFT_RESET_LIMIT)) return;
  // A boot.py that never ends: it is interrupted as any program.
  await line.write('\x03');
  if (await line.readUntil(RAW_PROMPT, SOFT_RESET_LIMIT)) return;
  throw deviceError(
    'no-answer',
    'The board did not come back from its soft reset. Press RESET, or unplug it.',
  );
}
