/** Reads MicroPython's text of an exception, and leaves out what the learner did not write. */

import type { Traceback, TracebackFrame } from '../device/device.ts';
import { PROGRAM_FOLDER } from './file-layout.ts';

const FRAME = /^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?$/;
const HEADING = 'Traceback (most recent call last):';

/** `line` is the line that ran last: where memory is short, MicroPython leaves it out. */
export function parseTraceback(text: string, at: number, line: number): Traceback {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const known: TracebackFrame[] = [];
  let rest = lines[0] === HEADING ? 1 : 0;
  for (let match = FRAME.exec(lines[rest] ?? ''); match; match = FRAME.exec(lines[++rest] ?? '')) {
    const [, path = '', number = '0', scope] = match;
    if (!path.startsWith(PROGRAM_FOLDER)) continue;
    const file = path.slice(PROGRAM_FOLDER.length);
    known.push({ file, line: Number(number), ...(scope !== undefined && scope !== '<module>' && { scope }) });
  }
  const frames = known.length > 0 || line === 0 ? known : [{ file: 'main.py', line }];
  const summary = lines.slice(rest).join('\n');
  const colon = summary.search(/: |:$/);
  const type = colon < 0 ? summary : summary.slice(0, colon);
  const message = colon < 0 ? '' : summary.slice(colon + 2);
  const shown = frames.map(
    (frame) => `  File "${frame.file}", line ${frame.line}, in ${frame.scope ?? '<module>'}\n`,
  );
  return { at, type, message, frames, text: `${HEADING}\n${shown.join('')}${summary}\n` };
}
