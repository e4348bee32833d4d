/** The laws of blocks and text, over every program that Pinlab ships and over random ones in odd layouts. */

import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#common/random/random.ts';
import { parseModule } from '../python/parse-module.ts';
import { applyBlocks, type ApplyResult } from './apply-blocks.ts';
import type { Block, ProgramView, TextChange } from './block.ts';
import { firstDifference } from './prove.ts';
import {
  newStatement,
  newValue,
  replaced,
  rowsOf,
  statementsOf,
  valuesOf,
  withField,
  withRow,
} from './random-edit.ts';
import { randomProgram } from './random-program.ts';
import { readProgram } from './read-program.ts';
import { isDeepSame } from './same.ts';
import type { SourcedView } from './source.ts';
import { writeProgram } from './write-program.ts';

const shipped = import.meta.glob<string>(
  ['/lessons/curricula/**/*.py', '/interpreter/shims/**/*.py', '/renderer/blocks/golden/*.py'],
  { query: '?raw', import: 'default', eager: true },
);
const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);

function read(text: string): ProgramView {
  const result = readProgram(text);
  if (!result.ok) throw new Error(`${result.reason.kind} in line ${result.reason.line} of:\n${text}`);
  return result.view;
}

function expectRoundTrip(text: string): void {
  const view = read(text);
  expect(writeProgram(view, view.blocks).text).toBe(text);
  const again = read(text);
  expect(again.blocks.length).toBe(view.blocks.length);
  expect(again.blocks.every((block, index) => isDeepSame(block, view.blocks[index] as Block))).toBe(true);
}

function apply(view: ProgramView, blocks: readonly Block[]): ApplyResult & { ok: true } {
  const result = applyBlocks(view, blocks);
  if (!result.ok)
    throw new Error(
      `${result.reason.message} line ${result.reason.line}\n${view.text}\n-----\n${writeProgram(view, blocks).text}`,
    );
  let at = 0;
  let text = '';
  for (const { from, to, insert } of result.changes) {
    text += view.text.slice(at, from) + insert;
    at = to;
  }
  expect(text + view.text.slice(at)).toBe(result.text);
  return result;
}

/** Blocks -> text -> blocks: the same workspace under the same ids; what was not edited is the same object. */
function expectSameWorkspace(blocks: readonly Block[], after: ProgramView, before: ProgramView): void {
  const known = new Set(before.blocks);
  const ids = new Set(blocks.map(({ id }) => id));
  // Lines of imports may have joined.
  const shown = after.blocks.filter(({ id, type }) => ids.has(id) || !/import$/.test(type));
  expect(shown.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  for (const [index, block] of blocks.entries()) {
    const now = shown[index] as Block;
    if (/import$/.test(block.type)) continue;
    if (known.has(block)) expect(now).toBe(block);
    expect(stripped(now)).toEqual(stripped(block));
  }
}

/** A lone `pass` is what an empty body looks like. */
function withoutPass(row: readonly Block[]): readonly Block[] {
  const last = row.at(-1);
  const isLone =
    last?.type === 'pass' &&
    last.comment === undefined &&
    row.slice(0, -1).every(({ type }) => type === 'comment');
  return isLone ? row.slice(0, -1) : row;
}

/** An empty slot is written as the value that stands for it, under no id. */
function stripped({ id, type, fields, slots, bodies, comment }: Block): unknown {
  return {
    id,
    type,
    fields,
    comment,
    slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, stripped(slot)])),
    bodies: Object.fromEntries(
      Object.entries(bodies).flatMap(([name, row]) => {
        const shown = withoutPass(row);
        return shown.length > 0 ? [[name, shown.map(stripped)]] : [];
      }),
    ),
  };
}

/** The tree of the text is the tree of the program that the blocks write by themselves. */
function expectSameMeaning(before: ProgramView, blocks: readonly Block[], after: ProgramView): void {
  const fresh = writeProgram(before, blocks, { fresh: true }).text;
  const [wanted, written] = [parseModule(fresh), parseModule(after.text)];
  if (!wanted.ok || !written.ok) throw new Error(`no Python:\n${fresh}`);
  const at = firstDifference(
    { items: written.items, text: after.text },
    { items: wanted.items, text: fresh },
    (before as SourcedView).names,
  );
  expect(at === undefined ? '' : after.text.slice(at, at + 80)).toBe('');
}

interface Region {
  readonly from: number;
  readonly to: number;
}

function expectWithin(changes: readonly TextChange[], regions: readonly Region[], text: string): void {
  const outside = changes.filter(
    ({ from, to }) => !regions.some((region) => from >= region.from && to <= region.to),
  );
  expect(outside.map(({ from, to, insert }) => [text.slice(from, to), insert])).toEqual([]);
}

/** A statement's own text: without the statements in it, with the rest of its last line. */
function ownRegions(view: ProgramView, statement: Block): Region[] {
  const span = view.span(statement.id) as Region;
  const regions: Region[] = [];
  let at = span.from;
  for (const inside of Object.values(statement.bodies).flat()) {
    const { from, to } = view.span(inside.id) as Region;
    regions.push({ from: at, to: from });
    at = to;
  }
  const behind = /^[ \t]*(;[ \t]*)?/.exec(view.text.slice(span.to))?.[0].length ?? 0;
  return [...regions, { from: at, to: span.to + behind }];
}

/** From the start to the first statement that is no import and describes nothing. */
function imports(view: ProgramView): Region {
  const first = view.blocks.find(({ type }) => !/import$|^docstring$|^comment$/.test(type));
  return { from: 0, to: (first && view.span(first.id)?.from) ?? view.text.length };
}

function pick<Item>(random: Random, list: readonly Item[]): Item | undefined {
  return list[random.integer(0, list.length - 1)];
}

describe('unedited', () => {
  it.each(Object.entries(shipped))('%s comes back byte for byte', (_path, text) => expectRoundTrip(text));

  it('random programs come back byte for byte', () => {
    for (const seed of seeds(60)) expectRoundTrip(randomProgram(seed));
  });
});

/** What people type and files hold, and what must not be taken for something else on the way. */
const PIECES =
  `( ) [ ] { } : , ; = ' """ # \\ \t \r \n \0 if def lambda await \uFEFF \uFDD0 \uFDD1 \uFDD20,3\uFDD3 \uFDD2 \uD800 …`.split(
    ' ',
  );

function mangled(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  const to = Math.min(text.length, at + random.integer(0, 10));
  return text.slice(0, at) + (pick(random, PIECES) ?? '') + text.slice(random.integer(0, 1) === 0 ? at : to);
}

describe('broken', () => {
  it('text is read or refused with its line, and never throws', () => {
    const random = createRandom(1, 'mangle');
    let good = 0;
    for (const seed of seeds(400)) {
      const whole = randomProgram(seed % 20, 3);
      const text = mangled(random.integer(0, 1) === 0 ? mangled(whole, random) : whole, random);
      const result = readProgram(text);
      if (result.ok) {
        good += 1;
        expect(writeProgram(result.view, result.view.blocks).text).toBe(text);
      } else {
        expect(result.reason.line).toBeGreaterThanOrEqual(1);
        expect(result.reason.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }
    }
    expect(good).toBeGreaterThan(40);
  });
});

describe('edited', () => {
  it.each(seeds(60))('one field or comment changes only its statement, random %i', (seed) => {
    const random = createRandom(seed, 'field');
    let view = read(randomProgram(seed, 8));
    for (let n = 0; n < 6; n++) {
      const statement = pick(random, statementsOf(view.blocks));
      const block = statement && pick(random, [statement, ...valuesOf(statement)]);
      const next = block && withField(block, random);
      if (!statement || !next || isNegated(statement, block)) continue;
      const blocks = view.blocks.map((one) => replaced(one, block.id, next));
      const result = apply(view, blocks);
      expectWithin(result.changes, [...ownRegions(view, statement), imports(view)], view.text);
      expectSameMeaning(view, blocks, result.view);
      // Another name may make another block of what is done with it.
      if (next.fields['NAME'] === block.fields['NAME']) expectSameWorkspace(blocks, result.view, view);
      view = result.view;
    }
  });
});

/** Statements that were neither touched nor are around or beside what was touched keep every byte. */
function expectOthersKept(view: ProgramView, after: ProgramView, touched: ReadonlySet<string>): void {
  for (const { id, bodies } of statementsOf(view.blocks)) {
    if (touched.has(id) || Object.keys(bodies).length > 0) continue;
    const [was, now] = [view.span(id), after.span(id)];
    if (!was || !now) continue;
    // Lines that go on follow a statement into another indentation.
    const [old, text] = [view.text.slice(was.from, was.to), after.text.slice(now.from, now.to)];
    const indent = /(?<=[\r\n])[ \t]+/g;
    expect(text.replace(indent, '')).toBe(old.replace(indent, ''));
  }
}

/** From the end of the statement before a place of a row to the start of the one behind it. */
function gap(
  view: ProgramView,
  { parent, row }: { parent: string; row: readonly Block[] },
  index: number,
): Region {
  const around = parent === '' ? { from: 0, to: view.text.length } : (view.span(parent) as Region);
  const [before, after] = [row[index - 1], row[index]];
  const first = parent === '' ? undefined : view.span(row[0]?.id ?? '');
  const isInline =
    first && !/[\r\n]/.test(view.text.slice(view.text.lastIndexOf(':', first.from), first.from));
  // A body of comments has a `pass` that is not shown.
  const hidesPass = row.slice(index - 1).every(({ type }) => type === 'comment');
  if (isInline || (hidesPass && parent !== '')) return around;
  const from = before ? view.span(before.id)?.to : undefined;
  // In front of the first statement and behind the last one stand the header and the next clause.
  return {
    from: from ?? around.from,
    to: (after && view.span(after.id)?.from) ?? (parent === '' ? around.to : nextClause(view, around, from)),
  };
}

function nextClause(view: ProgramView, around: Region, from = around.from): number {
  const line = /[\r\n]+[ \t]*/.exec(view.text.slice(from, around.to));
  return line ? from + line.index + line[0].length : around.to;
}

describe('put together differently', () => {
  it.each(seeds(60))('a value in a slot changes only its statement, random %i', (seed) => {
    const random = createRandom(seed, 'slot');
    let view = read(randomProgram(seed, 8));
    for (let n = 0; n < 5; n++) {
      const statement = pick(random, statementsOf(view.blocks));
      const block = statement && pick(random, valuesOf(statement));
      if (!statement || !block || isTarget(statement, block)) continue;
      const moved = pick(random, valuesOf(statement));
      const next =
        random.integer(0, 2) === 0 && moved && !isInside(moved, block) && !ATTACHED.has(moved.type)
          ? { ...moved }
          : newValue(random);
      const blocks = view.blocks.map((one) => replaced(one, block.id, next));
      const isTwice = next.id === moved?.id && next.id !== block.id;
      if (isTwice) continue;
      const result = apply(view, blocks);
      expectWithin(result.changes, ownRegions(view, statement), view.text);
      expectSameMeaning(view, blocks, result.view);
      view = result.view;
    }
  });

  it.each(seeds(80))('a statement comes, goes or moves without touching the others, random %i', (seed) => {
    const random = createRandom(seed, 'row');
    let view = read(randomProgram(seed, 8));
    for (let n = 0; n < 6; n++) {
      const rows = rowsOf(view.blocks);
      const place = pick(random, rows);
      if (!place) continue;
      const { row } = place;
      const kind = random.integer(0, 2);
      const index = random.integer(0, row.length - (kind === 0 ? 0 : 1));
      const block = row[index];
      if (kind > 0 && (!block || block.type === 'docstring' || block.fields['NAME'] === 'own')) continue;
      const without = row.filter((_one, at) => at !== index);
      const to = random.integer(0, without.length);
      const added = newStatement(random);
      const next =
        kind === 0
          ? [...row.slice(0, index), added, ...row.slice(index)]
          : kind === 1 || !block
            ? without
            : [...without.slice(0, to), block, ...without.slice(to)];
      const blocks = withRow(view.blocks, place, next);
      const result = apply(view, blocks);
      if (kind === 0) expectWithin(result.changes, [gap(view, place, index), imports(view)], view.text);
      if (kind === 1) {
        // What holds only comments needs a `pass` behind them.
        const isEmpty = withoutPass(without).every(({ type }) => type === 'comment');
        const region = {
          from: gap(view, place, index).from,
          to: gap(view, place, isEmpty ? row.length : index + 1).to,
        };
        expectWithin(result.changes, [region], view.text);
      }
      expectOthersKept(view, result.view, new Set(block && kind > 0 ? [block.id] : []));
      expectSameMeaning(view, blocks, result.view);
      // Without its import, a known name is just some name.
      const imported = kind > 0 && block && statementsOf([block]).some(({ type }) => /import$/.test(type));
      if (!imported) expectSameWorkspace(blocks, result.view, view);
      view = result.view;
    }
  });
});

/** A minus in front of a number is the number's. */
function isNegated(statement: Block, number: Block): boolean {
  return valuesOf(statement).some(({ type, slots }) => type === 'negate' && slots['A']?.id === number.id);
}

/** Blocks that only mean something where they are. */
const ATTACHED = new Set(['slice', 'star', 'tuple', 'walrus', 'yield', 'yield_from']);

/** Not every value can be given a value, deleted or said as a decorator. */
function isTarget(statement: Block, block: Block): boolean {
  if (ATTACHED.has(block.type)) return true;
  const targets = /^(TARGET|ITEM\d|DECORATOR)/;
  const isPlace = ['assign_to', 'augment', 'annotate', 'delete', 'for_each', 'with'].includes(statement.type);
  const slots = Object.entries(statement.slots).filter(([name]) => isPlace && targets.test(name));
  const inside = slots.flatMap(([, slot]) => [slot, ...valuesOf(slot)]);
  const inComprehension = [...valuesOf(statement)].filter(({ type }) => type === 'comprehension');
  const clauses = inComprehension.flatMap(({ slots: all }) =>
    Object.entries(all).flatMap(([name, slot]) =>
      name.startsWith('TARGET') ? [slot, ...valuesOf(slot)] : [],
    ),
  );
  return [...inside, ...clauses].some(({ id }) => id === block.id);
}

function isInside(outer: Block, inner: Block): boolean {
  return outer.id === inner.id || valuesOf(outer).some(({ id }) => id === inner.id);
}
