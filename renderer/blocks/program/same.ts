/** Comparing what blocks hold. */

import type { Block, Extra } from './block.ts';

/** Same keys, and the same value for each. */
export function sameRecord(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Missing and empty shapes are the same. */
export function sameExtra(a: Extra | undefined, b: Extra | undefined): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(extra: Extra | undefined): [string, unknown][] {
  return Object.entries(extra ?? {})
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The very same things in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether a block holds the same; blocks in it are compared by identity. Ids do not count, a missing body is an empty one. */
export function isLike(a: Block, b: Block): boolean {
  const isBlock = (one: unknown, other: unknown): boolean => one === other;
  return holdsSame(a, b, isBlock, (one = [], other = []) => sameList(one, other));
}

/** Whether two blocks hold the same, all the way down. Ids do not count. */
export function isDeepSame(a: Block, b: Block): boolean {
  return holdsSame(
    a,
    b,
    (one, other) => one !== undefined && other !== undefined && isDeepSame(one, other),
    (one, other) => one !== undefined && other !== undefined && sameRow(one, other, isDeepSame),
  );
}

function holdsSame(
  a: Block,
  b: Block,
  sameSlot: (a: Block | undefined, b: Block | undefined) => boolean,
  sameBody: (a: readonly Block[] | undefined, b: readonly Block[] | undefined) => boolean,
): boolean {
  return (
    a.type === b.type &&
    a.comment === b.comment &&
    sameRecord(a.fields, b.fields) &&
    sameExtra(a.extra, b.extra) &&
    everyName(a.slots, b.slots, sameSlot) &&
    everyName(a.bodies, b.bodies, sameBody)
  );
}

/** Whether two rows of blocks are the same, one by one. */
export function sameRow(
  a: readonly Block[],
  b: readonly Block[],
  same: (a: Block, b: Block) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((block, index) => {
      const other = b[index];
      return other !== undefined && same(block, other);
    })
  );
}

function everyName<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  same: (a: Value | undefined, b: Value | undefined) => boolean,
): boolean {
  for (const name in a) if (!same(a[name], b[name])) return false;
  for (const name in b) if (!(name in a) && !same(undefined, b[name])) return false;
  return true;
}
