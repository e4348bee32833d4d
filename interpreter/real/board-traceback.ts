/** Reads the text of an exception as a board prints it, and gives places the names that the learner knows. */

import type { Traceback, TracebackFrame } from '../device/device.ts';

const HEADING = 'Traceback (most recent call last):';
const FRAME = /^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?$/;

/**
 * Folder of the program's modules in the board's memory (ram-modules.ts). It stays mounted after the run, and is no part of the board's
 * files. A virtual board keeps its own files in another one.
 */
export const MODULE_FOLDER = '/.pinlab-run/';

/** Text with plain line breaks, and with the program's own file names. `file`: what was sent to the prompt. */
export function nameFiles(text: string, file: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('File "<stdin>"', `File "${file}"`)
    .replaceAll(`File "${MODULE_FOLDER}`, 'File "');
}

/** @param text as `nameFiles` gives it. */
export function readTraceback(text: string, at: number): Traceback {
  const lines = text.trimEnd().split('\n');
  const frames: TracebackFrame[] = [];
  let rest = lines[0] === HEADING ? 1 : 0;
  for (let match = FRAME.exec(lines[rest] ?? ''); match; match = FRAME.exec(lines[++rest] ?? '')) {
    const [, file = '', number = '0', scope] = match;
    frames.push({
      file,
      line: Number(number),
      ...(scope !== undefined && scope !== '<module>' && { scope }),
    });
  }
  const { type, message } = splitSummary(lines.slice(rest).join('\n'));
  return { at, type, message, frames, text };
}

function splitSummary(summary: string): { type: string; message: string } {
  const colon = summary.search(/: |:$/);
  return colon < 0
    ? { type: summary.trim(), message: '' }
    : { type: summary.slice(0, colon).trim(), message: summary.slice(colon + 2) };
}
