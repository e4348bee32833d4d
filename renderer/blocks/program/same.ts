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

/** Whether two blocks hold the same, all the way down. Ids do not count. */
export function isDeepSame(a: Block, b: Block): boolean {
  const sameSlots = (one: Block, other: Block): boolean =>
    Object.keys(one.slots).length === Object.keys(other.slots).length &&
    Object.entries(one.slots).every(([name, slot]) => {
      const partner = other.slots[name];
      return partner !== undefined && isDeepSame(slot, partner);
    });
  const sameBodies = (one: Block, other: Block): boolean =>
    Object.keys(one.bodies).length === Object.keys(other.bodies).length &&
    Object.entries(one.bodies).every(([name, body]) => {
      const partner = other.bodies[name] ?? [];
      return (
        body.length === partner.length &&
        body.every((statement, n) => {
          const found = partner[n];
          return found !== undefined && isDeepSame(statement, found);
        })
      );
    });
  return (
    a.type === b.type &&
    a.comment === b.comment &&
    sameRecord(a.fields, b.fields) &&
    sameExtra(a.extra, b.extra) &&
    sameSlots(a, b) &&
    sameBodies(a, b)
  );
}
