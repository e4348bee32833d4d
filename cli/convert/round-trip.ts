/** Proves a conversion: a program goes through the saved form of its blocks and back, and is compared byte by byte. */

import type { Problem } from '#common/errors/problem.ts';
import type { ConversionReport, ProgramView } from '#renderer/blocks/program/block.ts';
import { indexBlocks } from '#renderer/blocks/program/block-state.ts';
import { sameList } from '#renderer/blocks/program/same.ts';
import { readSavedProgram } from '#renderer/blocks/program/saved-program.ts';
import { writeProgram } from '#renderer/blocks/program/write-program.ts';
import { readBlocks } from './to-blocks.ts';
import { workspaceJson } from './workspace-json.ts';

export interface Difference {
  /** 1-based, in the file. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface RoundTrip extends ConversionReport {
  readonly file: string;
  readonly identical: boolean;
  readonly firstDifference: Difference | null;
}

export interface Totals extends Omit<ConversionReport, 'rawLines'> {
  /** Files that were converted. */
  readonly files: number;
  readonly identical: number;
  /** Files without a raw block. */
  readonly allNative: number;
  /** Files that are no Python, or no text. */
  readonly unreadable: number;
}

const NOTHING: ConversionReport = {
  statements: 0,
  native: 0,
  rawStatements: 0,
  rawExpressions: 0,
  rawLines: [],
};

/** The report about one program, or why it is none. */
export function roundTrip(text: string, file: string): RoundTrip | Problem {
  const reading = readBlocks(text, file);
  if (reading.ok) {
    const { report } = reading.view;
    const firstDifference = differenceAfter(reading.view);
    return { file, ...report, identical: firstDifference === null, firstDifference };
  }
  const { problem } = reading;
  if (problem.code !== 'not-faithful') return problem;
  // The reading compared for itself, and blocks were refused.
  const line = problem.where?.line ?? 1;
  const firstDifference = { line, before: linesOf(text)[line - 1] ?? '', after: '' };
  return { file, ...NOTHING, identical: false, firstDifference };
}

function differenceAfter(view: ProgramView): Difference | null {
  const known = indexBlocks(view.blocks);
  const saved = readSavedProgram(JSON.parse(workspaceJson(view.blocks)), known);
  const blocks = saved?.blocks ?? [];
  const written = writeProgram(view, blocks);
  if (written.text !== view.text) return firstDifference(view.text, written.text);
  if (sameList(blocks, view.blocks)) return null;
  // The same text by luck: without it, the blocks would say something else.
  const [before, after] = [view.blocks, blocks].map((each) => writeProgram(view, each, { fresh: true }).text);
  const lost = view.blocks.find((block, index) => block !== blocks[index]);
  const from = (lost && view.span(lost.id)?.from) ?? 0;
  const line = linesOf(view.text.slice(0, from)).length;
  return { ...(firstDifference(before ?? '', after ?? '') ?? { before: '', after: '' }), line };
}

/** The first line that is not the same; line ends count. */
export function firstDifference(before: string, after: string): Difference | null {
  const [left, right] = [linesOf(before), linesOf(after)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [old, now] = [left[index], right[index]];
    if (old !== now) return { line: index + 1, before: old ?? '', after: now ?? '' };
  }
  return null;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/);
}

export function totalsOf(reports: readonly RoundTrip[], unreadable: number): Totals {
  const sum = (count: (report: RoundTrip) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    files: reports.length,
    identical: sum(({ identical }) => Number(identical)),
    allNative: sum(({ native, statements }) => Number(native === statements)),
    unreadable,
    statements: sum(({ statements }) => statements),
    native: sum(({ native }) => native),
    rawStatements: sum(({ rawStatements }) => rawStatements),
    rawExpressions: sum(({ rawExpressions }) => rawExpressions),
  };
}

/** One line for a person. */
export function roundTripLine({
  file,
  statements,
  native,
  rawLines,
  firstDifference: found,
}: RoundTrip): string {
  const end = found
    ? `differs at line ${found.line}: ${JSON.stringify(found.before)} became ${JSON.stringify(found.after)}`
    : 'comes back byte for byte';
  const kept = rawLines.length === 0 ? '' : ` (the rest is kept as text: line ${rawLines.join(', ')})`;
  return `${file}: ${native} of ${statements} statements are blocks${kept}; ${end}.`;
}
