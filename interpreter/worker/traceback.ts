/** Reads MicroPython's text of an exception, and leaves out what the learner did not write. */

import { MAIN_FILE, type Traceback, type TracebackFrame } from '../device/device.ts';
import { PROGRAM_FOLDER, SHIM_FOLDER } from './file-layout.ts';

const FRAME = /^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?$/;
const FRAME_HEAD = '  File "';
/** Both folders lie in it. */
const INSIDE = '/.pinlab/';
const HEADING = 'Traceback (most recent call last):';

/** `line` is the line of main.py that ran last, if above 0: where memory is short, MicroPython leaves it out. */
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
  const frames = known.length > 0 || line <= 0 ? known : [{ file: MAIN_FILE, line }];
  const summary = lines.slice(rest).join('\n');
  const colon = summary.search(/: |:$/);
  const type = colon < 0 ? summary : summary.slice(0, colon);
  const message = colon < 0 ? '' : summary.slice(colon + 2);
  const shown = frames.map(
    (frame) => `  File "${frame.file}", line ${frame.line}, in ${frame.scope ?? '<module>'}\n`,
  );
  return { at, type, message, frames, text: `${HEADING}\n${shown.join('')}${summary}\n` };
}

/** What the simulator adds to whole lines of a traceback: frames of its own, and the folder that the program lies in. */
export function hideSimulator(lines: string): string {
  if (!lines.includes(INSIDE)) return lines;
  return lines
    .split(/(?<=\n)/)
    .filter((line) => !line.startsWith(`${FRAME_HEAD}${SHIM_FOLDER}`))
    .join('')
    .replaceAll(PROGRAM_FOLDER, '');
}

/** Takes text in pieces and gives it back, without delay but for a line that may be a frame of the simulator's own. */
export class SimulatorFilter {
  #held = '';
  #atLineStart = true;

  /** Answers what may be shown now. */
  take(piece: string): string {
    const text = this.#held + piece;
    const lineStart = text.lastIndexOf('\n') + 1;
    const isWholeLine = lineStart > 0 || this.#atLineStart;
    const last = text.slice(lineStart);
    const mayBeFrame =
      isWholeLine && last.length >= FRAME_HEAD.length && (FRAME_HEAD + INSIDE).startsWith(last);
    const isFrame = isWholeLine && last.startsWith(FRAME_HEAD + INSIDE);
    this.#held = mayBeFrame || isFrame ? last : '';
    const shown = text.slice(0, text.length - this.#held.length);
    if (shown === '') return '';
    const result = hideSimulator(shown);
    this.#atLineStart = shown.endsWith('\n');
    return result;
  }

  /** What is left at the end. */
  rest(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }
}
