/**
 * Sends Python to a board at its raw REPL by raw-paste mode: the board grants windows of bytes, so that nothing is lost. Knows
 * nothing of what the code does or prints.
 */

import { deviceError } from '../device/device-error.ts';
import type { Line } from './line.ts';
import { RAW_PROMPT } from './raw-repl.ts';

/**
 * - `sent`: the board has all of it, or refused what it had (a syntax error); what it says from now on is the answer.
 * - `unsupported`: the board cannot do raw-paste; it is back at its raw prompt.
 * - `stalled`: the board granted nothing more; it has run nothing, and waits for the rest.
 */
export type PasteOutcome = 'sent' | 'unsupported' | 'stalled';

/** Granted window in `[1]`; the other answers are those of boards that cannot. */
const ANSWER = new RegExp(`R\\x01([\\s\\S]{2})|R\\x00>?|${RAW_PROMPT.source}`);
const ANSWER_LIMIT = 2000;
/** A board that grants nothing for so long has lost bytes, or we have. */
const GRANT_LIMIT = 2000;
/** Boards in use have 32 and 128. */
const MIN_WINDOW = 8;
const MAX_WINDOW = 4096;
const COMPILE_LIMIT = 10_000;
const HANDSHAKE = '\x05A\x01';

/** @param known the window of this board, where raw-paste has worked before: the code need not wait for the answer. */
export async function rawPaste(
  line: Line,
  code: string,
  known: number | undefined,
): Promise<{ outcome: PasteOutcome; window: number }> {
  // Two windows are free at the beginning, and fit into the board's buffer together with the handshake.
  const early = code.slice(0, 2 * (known ?? 0));
  line.discard();
  if (known === undefined) line.count.roundTrips++;
  await line.write(HANDSHAKE + early);
  const answer = await line.readUntil(ANSWER, ANSWER_LIMIT);
  const granted = answer?.[1];
  if (answer === undefined) return { outcome: 'stalled', window: 0 };
  if (granted === undefined) return { outcome: early === '' ? 'unsupported' : 'stalled', window: 0 };
  const window = granted.charCodeAt(0) + 256 * granted.charCodeAt(1);
  // What else it may be was said by somebody in the background.
  if (window < MIN_WINDOW || window > MAX_WINDOW) return { outcome: 'stalled', window: 0 };
  return { outcome: await stream(line, code, early.length, window), window };
}

/** Sends from byte `at` on, as the board grants it. */
async function stream(line: Line, code: string, at: number, window: number): Promise<PasteOutcome> {
  let free = window - at;
  while (at < code.length) {
    if (free <= 0) {
      const granted = await grants(line);
      if (granted === 'end') return refused(line);
      if (granted === 0) return 'stalled';
      free += granted * window;
      continue;
    }
    const piece = code.slice(at, at + free);
    at += piece.length;
    free -= piece.length;
    const last = at >= code.length;
    await line.write(last ? `${piece}\x04` : piece);
    if (last) return acknowledged(line);
  }
  await line.write('\x04');
  return acknowledged(line);
}

/** Windows that have been granted since, at least one; none where none came. `end`: the board wants no more. */
async function grants(line: Line): Promise<number | 'end'> {
  const end = line.timers.now() + GRANT_LIMIT;
  for (let left = GRANT_LIMIT; left > 0; left = end - line.timers.now()) {
    const bytes = await line.read(left);
    const over = bytes.indexOf('\x04');
    if (over >= 0) {
      line.unread(bytes.slice(over + 1));
      return 'end';
    }
    // Anything else is said by somebody in the background.
    const count = bytes.split('\x01').length - 1;
    if (count > 0) return count;
  }
  return 0;
}

async function refused(line: Line): Promise<PasteOutcome> {
  await line.write('\x04');
  return 'sent';
}

/** The board answers the end with an end of its own, once it has compiled. It may be running then: nothing is sent twice. */
async function acknowledged(line: Line): Promise<PasteOutcome> {
  // eslint-disable-next-line no-control-regex
  if (await line.readUntil(/\x04/, COMPILE_LIMIT)) return 'sent';
  throw deviceError('no-answer');
}
