/** Text -> blocks: parses, reads, names the blocks and proves that they mean what the text says. */

import { parseModule } from '../python/parse-module.ts';
import type { BlockSpan, ConversionReport, ProgramView, ReadResult } from './block.ts';
import { Ids } from './identify.ts';
import { mannersOf } from './manners.ts';
import { MARKS } from './marked-text.ts';
import { Names } from './names.ts';
import { firstDifference } from './prove.ts';
import { readUnits, type ReadUnits } from './read-units.ts';
import { syntaxProblem, tooLong, unfaithful } from './read-problems.ts';
import { sameList } from './same.ts';
import { type PlacedUnit, type SourcedView, Sources } from './source.ts';
import { writeProgram, writeStatement } from './write-program.ts';

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
  const mark = text.search(MARKS);
  if (mark >= 0) return { ok: false, reason: unfaithful(lineOf(lines, mark)) };
  const parsed = parseModule(text);
  if (!parsed.ok) return { ok: false, reason: syntaxProblem(parsed.problem) };
  const names = new Names(parsed.items);
  const known = view as SourcedView | undefined;
  const ids = new Ids(known?.lastId ?? 0, spans);
  const { units, fresh } = readUnits(parsed, names, ids, known);
  const sources = new Sources(units);
  const blocks = units.map(({ unit }) => unit.block);
  const result: SourcedView = {
    text,
    blocks: known && sameList(blocks, known.blocks) ? known.blocks : blocks,
    sources,
    names,
    manners: mannersOf(parsed),
    lastId: ids.last,
    report: reportOf(units, lines),
    span: (id) => sources.get(id),
    statementAt: (line) => statementAt(sources, lines, line),
  };
  const at = unfaithfulAt(fresh, result);
  return at === undefined ? { ok: true, view: result } : { ok: false, reason: unfaithful(lineOf(lines, at)) };
}

/**
 * The proof behind every showing of blocks: written with what they kept, blocks give the same bytes; written anew, a program that
 * means the same. Offset of what does not; undefined for a faithful reading.
 */
function unfaithfulAt(fresh: ReadUnits['fresh'], view: SourcedView): number | undefined {
  for (const { item, unit } of fresh) {
    const source = view.sources.get(unit.block.id);
    if (source && writeStatement(view, unit.block) !== view.text.slice(source.from, source.to))
      return item.from;
  }
  const items = fresh.map(({ item }) => item);
  const written = writeProgram(
    view,
    fresh.map(({ unit }) => unit.block),
    { fresh: true, plain: true },
  );
  const again = parseModule(written.text);
  if (!again.ok) return items[0]?.from ?? 0;
  return firstDifference({ items, text: view.text }, { items: again.items, text: written.text }, view.names);
}

function reportOf(units: readonly PlacedUnit[], lines: readonly number[]): ConversionReport {
  const total = { statements: 0, touched: 0, rawStatements: 0, rawExpressions: 0 };
  const raw = new Set<number>();
  for (const { unit, from } of units) {
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += unit.counts[key];
    for (const at of unit.counts.raw) raw.add(lineOf(lines, at - unit.base + from));
  }
  const { touched, ...counts } = total;
  return { ...counts, native: total.statements - touched, rawLines: [...raw] };
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

function statementAt(sources: Sources, lines: readonly number[], line: number): string | undefined {
  const from = lines[line - 1] ?? Infinity;
  const end = lines[line] ?? Infinity;
  let found: { readonly id: string; readonly size: number } | undefined;
  for (const placed of sources.units) {
    if (placed.from >= end || placed.to < from) continue;
    for (const id of placed.unit.sources.keys()) {
      const source = sources.get(id);
      if (source?.previous === undefined || source.from >= end || source.to < from) continue;
      const size = source.to - source.from;
      if (!found || size < found.size) found = { id, size };
    }
  }
  return found?.id;
}
