/** Text -> blocks: parses, reads, names the blocks and proves that they mean what the text says. */

import { parseModule } from '../python/parse-module.ts';
import type { Module } from '../python/nodes.ts';
import type { BlockSpan, ConversionReport, ProgramView, ReadResult } from './block.ts';
import { Identifier } from './identify.ts';
import { mannersOf } from './manners.ts';
import { Names } from './names.ts';
import { firstDifference } from './prove.ts';
import { Reader } from './reader.ts';
import { syntaxProblem, tooLong, unfaithful } from './read-problems.ts';
import type { SourcedView } from './source.ts';
import { writeProgram } from './write-program.ts';

/** A longer program is shown as text only: its blocks could neither be drawn nor overlooked. */
export const MOST_LINES = 1500;

export interface ReadOptions {
  /** The last reading, whose ids go on. */
  readonly view?: ProgramView | undefined;
  /** Where blocks stand, if the text was written by blocks. */
  readonly spans?: ReadonlyMap<string, BlockSpan> | undefined;
  /** Lines up to which blocks are made. */
  readonly mostLines?: number;
}

/** The blocks of a program, or why there are none. Never throws. */
export function readProgram(
  text: string,
  { view, spans, mostLines = MOST_LINES }: ReadOptions = {},
): ReadResult {
  const lines = lineStarts(text);
  if (lines.length > mostLines + 1) return { ok: false, reason: tooLong(lines.length - 1, mostLines) };
  const parsed = parseModule(text);
  if (!parsed.ok) return { ok: false, reason: syntaxProblem(parsed.problem) };
  const names = new Names(parsed.items);
  const reader = new Reader(parsed, names);
  const read = reader.statements(parsed.items);
  const identifier = new Identifier(text, parsed.hidden, view as SourcedView | undefined, spans);
  const blocks = identifier.blocks(read);
  const result: SourcedView = {
    text,
    blocks,
    sources: identifier.sources,
    names,
    manners: mannersOf(parsed),
    lastId: identifier.lastId,
    report: reportOf(reader, lines),
    span: (id) => identifier.sources.get(id),
    statementAt: (line) => statementAt(result, lines, line),
  };
  const line = unfaithfulLine(parsed, result, lines);
  return line === undefined ? { ok: true, view: result } : { ok: false, reason: unfaithful(line) };
}

/** Reads the program that the blocks write and compares: the proof behind every showing of blocks. */
function unfaithfulLine(parsed: Module, view: SourcedView, lines: readonly number[]): number | undefined {
  const kept = writeProgram(view, view.blocks);
  if (kept.text !== view.text) return lineOf(lines, kept.changes[0]?.from ?? 0);
  const written = writeProgram(view, view.blocks, { fresh: true });
  const again = parseModule(written.text);
  if (!again.ok) return 1;
  const difference = firstDifference(parsed.items, view.text, again.items, written.text);
  return difference === undefined ? undefined : lineOf(lines, difference);
}

function reportOf({ counts }: Reader, lines: readonly number[]): ConversionReport {
  return {
    statements: counts.statements,
    native: counts.statements - counts.touched,
    rawStatements: counts.rawStatements,
    rawExpressions: counts.rawExpressions,
    rawLines: [...new Set(counts.lines.map((at) => lineOf(lines, at)))],
  };
}

/** Offsets at which lines start. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + found.length);
  return starts;
}

/** 1-based. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function statementAt({ sources }: SourcedView, lines: readonly number[], line: number): string | undefined {
  const from = lines[line - 1] ?? Infinity;
  const end = lines[line] ?? Infinity;
  let found: { readonly id: string; readonly size: number } | undefined;
  for (const [id, source] of sources) {
    if (source.previous === undefined || source.from >= end || source.to < from) continue;
    const size = source.to - source.from;
    if (!found || size < found.size) found = { id, size };
  }
  return found?.id;
}
