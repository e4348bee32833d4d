/** Paste mode of the friendly REPL: text goes in as one piece, paced by its own echo so that no board loses any of it. */

import { deviceError } from '../device/device-error.ts';
import { encodeText } from './bytes.ts';
import type { Line } from './line.ts';

const PIECE = 64;
const ECHO_LIMIT = 2000;
const READY = /[\r\n]*paste mode; [^\r\n]*\r\n=== /;
/** What the board echoes for the end of a line. */
const LINE_ECHO = '\r\n=== ';

/** Runs `text` at the prompt. Resolves when the board has taken all of it; what it says goes to `onHeard`, in binary. */
export async function paste(line: Line, text: string, onHeard: (binary: string) => void): Promise<void> {
  await line.write('\x05');
  const ready = await line.readUntil(READY, ECHO_LIMIT);
  if (!ready) throw await abandoned(line);
  onHeard(ready[0]);
  const keys = encodeText(
    text
      .replace(/\r\n?|\n/g, '\r')
      // Control characters are commands in paste mode.
      // eslint-disable-next-line no-control-regex
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ''),
  );
  for (let at = 0; at < keys.length; at += PIECE) {
    const piece = keys.slice(at, at + PIECE);
    await line.write(piece);
    let expected = piece.replaceAll('\r', LINE_ECHO).length;
    while (expected > 0) {
      const heard = await line.read(ECHO_LIMIT);
      if (heard === '') throw await abandoned(line);
      onHeard(heard.slice(0, expected));
      line.unread(heard.slice(expected));
      expected -= Math.min(expected, heard.length);
    }
  }
  await line.write('\x04');
}

async function abandoned(line: Line) {
  await line.write('\x03');
  return deviceError(
    'no-answer',
    'The board stopped taking the pasted text. Nothing of it was run; try again.',
  );
}
