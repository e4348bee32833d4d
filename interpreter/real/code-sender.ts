/**
 * Sends Python to a board at its raw REPL, in the best way that the board can: raw-paste, or plain raw mode for old firmware and for
 * links on which raw-paste failed. What a board can do is remembered.
 */

import { deviceError } from '../device/device-error.ts';
import { encodeText } from './bytes.ts';
import type { Line } from './line.ts';
import { rawPaste } from './raw-paste.ts';
import { enterRawRepl } from './raw-repl.ts';

/** What is known of a board; outlives the port. */
export interface SendMemory {
  /** Undefined until it was tried. */
  way: 'raw-paste' | 'plain' | undefined;
  /** Bytes in a window of raw-paste. */
  window: number | undefined;
}

/** Old firmware has no flow control: so many bytes fit into its buffer, and so long it takes them. */
const PLAIN_PIECE = 256;
const PLAIN_PAUSE = 10;
const OK_LIMIT = 5000;
const RESYNC_LIMIT = 2000;
/** These mean something to the raw REPL, also within code. */
// eslint-disable-next-line no-control-regex
const RESERVED = /[\x01-\x05]/;

/** Sends code; when this resolves, the board runs it and its output comes. */
export async function sendCode(line: Line, code: string, memory: SendMemory): Promise<void> {
  const reserved = RESERVED.exec(code);
  if (reserved) throw unsendable(code, reserved.index);
  const binary = encodeText(code);
  if (memory.way !== 'plain') {
    const known = memory.way === 'raw-paste' ? memory.window : undefined;
    const { outcome, window } = await rawPaste(line, binary, known);
    if (outcome === 'sent') {
      memory.way = 'raw-paste';
      memory.window = window;
      return;
    }
    memory.way = 'plain';
    if (outcome === 'stalled') await resynchronize(line);
  }
  await sendPlain(line, binary);
}

/** Nothing of it has run: the board still waited for the rest. */
async function resynchronize(line: Line): Promise<void> {
  await line.write('\x03');
  // eslint-disable-next-line no-control-regex
  await line.readUntil(/\x04>/, RESYNC_LIMIT);
  if (!(await enterRawRepl(line, RESYNC_LIMIT))) throw deviceError('no-answer');
}

async function sendPlain(line: Line, binary: string): Promise<void> {
  line.discard();
  for (let at = 0; at < binary.length; at += PLAIN_PIECE) {
    if (at > 0) await line.pause(PLAIN_PAUSE);
    await line.write(binary.slice(at, at + PLAIN_PIECE));
  }
  await line.write('\x04');
  if (!(await line.readUntil(/OK/, OK_LIMIT))) throw deviceError('no-answer');
}

function unsendable(code: string, index: number) {
  const number = code.slice(0, index).split('\n').length;
  const character = (code.codePointAt(index) ?? 0).toString(16).padStart(2, '0');
  return deviceError(
    'protocol',
    `Line ${number} contains an invisible control character (0x${character}) that cannot be sent to a board. Write \\x${character} in its place.`,
  );
}
