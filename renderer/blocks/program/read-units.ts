/** Reads the statements at the top of a program one by one. Those whose text and surroundings stayed are taken over. */

import type { Body, Module, Span, Statement } from '../python/nodes.ts';
import { align } from './align.ts';
import { Identifier, type Ids } from './identify.ts';
import { bodiesOf, type Names } from './names.ts';
import { Reader } from './reader.ts';
import type { PlacedUnit, SourcedView, Unit } from './source.ts';
import { statementEnd } from './statement-end.ts';

export interface ReadUnits {
  readonly units: readonly PlacedUnit[];
  /** Statements that were read anew, with their units: only these have yet to be proven. */
  readonly fresh: readonly { readonly item: Statement; readonly unit: Unit }[];
}

export function readUnits(
  module: Module & { readonly hidden: readonly Span[] },
  names: Names,
  ids: Ids,
  known: SourcedView | undefined,
): ReadUnits {
  const { text, items, hidden } = module;
  const spans = items.map((item) => ({ from: item.from, to: endOf(item, text) }));
  const texts = spans.map(({ from, to }) => text.slice(from, to));
  const partners = partnersOf(spans, texts, items, ids, known);
  const changed = known && names.changedSince(known.names);
  const fresh: { item: Statement; unit: Unit }[] = [];
  let previous = '';
  let end = 0;
  const units = items.map((item, index): PlacedUnit => {
    const { from, to } = spans[index] ?? item;
    const partner = partners[index];
    const stays =
      partner && changed && isSame(partner, texts[index] ?? '', known, changed) && areFree(partner, ids);
    const unit = stays ? partner.unit : readUnit({ text, item, to, hidden, names, ids, known }, partner);
    if (stays) for (const id of unit.sources.keys()) ids.claim(id);
    else fresh.push({ item, unit });
    const placed = { unit, from, to, previous, lead: { from: end, to: from } };
    previous = unit.block.id;
    end = to;
    return placed;
  });
  return { units, fresh };
}

interface Reading {
  readonly text: string;
  readonly item: Statement;
  readonly to: number;
  readonly hidden: readonly Span[];
  readonly names: Names;
  readonly ids: Ids;
  readonly known: SourcedView | undefined;
}

function readUnit({ text, item, to, hidden, names, ids, known }: Reading, partner?: PlacedUnit): Unit {
  const reader = new Reader(text, names);
  const read = reader.statement(item);
  const inside = hidden.filter((comment) => comment.from >= item.from && comment.to <= to);
  const identifier = new Identifier(text, inside, ids, known);
  const block = identifier.unit(read, partner?.unit.block);
  return { kind: item.kind, block, base: item.from, sources: identifier.sources, counts: reader.counts };
}

/** The unit of the last reading that each statement is: the one that was written there, else the one like it. */
function partnersOf(
  spans: readonly Span[],
  texts: readonly string[],
  items: readonly Statement[],
  ids: Ids,
  known: SourcedView | undefined,
): (PlacedUnit | undefined)[] {
  const old = known?.sources.units ?? [];
  const byId = new Map(old.map((placed) => [placed.unit.block.id, placed]));
  const aligned = align(
    items.map(({ kind }, index) => ({ type: kind, text: texts[index] ?? '' })),
    old.map(({ from, to, unit }) => ({ type: unit.kind, text: known?.text.slice(from, to) ?? '' })),
  );
  return spans.map((span, index) => {
    const written = ids.writtenAt(span);
    const partner = aligned[index];
    return written === undefined ? (partner === undefined ? undefined : old[partner]) : byId.get(written);
  });
}

function isSame(
  { from, to }: PlacedUnit,
  text: string,
  known: SourcedView,
  changed: ReadonlySet<string>,
): boolean {
  if (to - from !== text.length || known.text.slice(from, to) !== text) return false;
  for (const name of changed) if (text.includes(name)) return false;
  return true;
}

function areFree({ unit }: PlacedUnit, ids: Ids): boolean {
  return !ids.isClaimed(unit.block.id);
}

/** Where a statement ends, with the comment behind its last line. */
function endOf(statement: Statement, text: string): number {
  const last: Body | undefined = bodiesOf(statement).at(-1);
  return statementEnd(text, Math.max(statement.to, statement.trailing?.to ?? 0, last?.to ?? 0));
}
