/** What a program printed, as lines with times, and as readings: lines that were printed at about the same time. */

import { type Nanoseconds, SECOND } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';

export interface PrintedLine {
  /** When its first character was printed. */
  readonly at: Nanoseconds;
  readonly text: string;
}

/** Lines of standard output without their line ends; an unfinished last line counts. */
export function printedLines(evidence: Evidence): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let open: PrintedLine | undefined;
  for (const chunk of evidence.output) {
    if (chunk.stream !== 'stdout') continue;
    const pieces = chunk.text.split(/\r?\n/);
    pieces.forEach((piece, index) => {
      if (open) open = { at: open.at, text: open.text + piece };
      else if (piece !== '' || index < pieces.length - 1) open = { at: chunk.at, text: piece };
      if (index < pieces.length - 1) {
        if (open) lines.push(open);
        open = undefined;
      }
    });
  }
  return open ? [...lines, open] : lines;
}

export interface Reading {
  readonly at: Nanoseconds;
  readonly numbers: readonly number[];
}

/** Lines at most this far from the first one of a reading belong to it. */
const TOGETHER = SECOND;

/** The numbers that a program printed, grouped by moment. Moments without numbers are left out. */
export function printedReadings(evidence: Evidence): readonly Reading[] {
  const readings: { at: Nanoseconds; numbers: number[] }[] = [];
  for (const { at, text } of printedLines(evidence)) {
    const numbers = [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(([number]) =>
      Number(number),
    );
    const last = readings.at(-1);
    if (last && at - last.at <= TOGETHER) last.numbers.push(...numbers);
    else if (numbers.length > 0) readings.push({ at, numbers });
  }
  return readings;
}
