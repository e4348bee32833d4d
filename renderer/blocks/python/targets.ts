/** What may stand where a value is put: left of `=`, behind `for`, `as` and `del`. */

import { LEVEL, endOf, startOf, type Cursor } from './cursor.ts';
import type { Expression } from './nodes.ts';

/** The target of a `for`: one, or several with commas between them. @throws Failure cannot-assign */
export function parseTarget(cursor: Cursor): Expression {
  const first = starOrOperand(cursor);
  if (!cursor.at(',')) {
    checkTarget(cursor, first);
    return first;
  }
  const items = [first];
  while (cursor.take(',') && !cursor.at('in')) items.push(starOrOperand(cursor));
  const tuple = { kind: 'Tuple', from: startOf(first), to: cursor.end, items, parenthesized: false } as const;
  checkTarget(cursor, tuple);
  return tuple;
}

function starOrOperand(cursor: Cursor): Expression {
  if (!cursor.at('*')) return cursor.rules.operators(cursor, LEVEL.bitOr);
  const { from } = cursor.next();
  const value = cursor.rules.operators(cursor, LEVEL.bitOr);
  return { kind: 'Star', from, to: endOf(value), value };
}

/** @throws Failure cannot-assign */
export function checkTarget(cursor: Cursor, target: Expression): void {
  if (target.kind === 'Tuple' || target.kind === 'List') {
    for (const item of target.items) checkTarget(cursor, item.kind === 'Star' ? item.value : item);
  } else checkSingleTarget(cursor, target);
}

/** As `checkTarget`, for the places that take no tuple: `+=`. @throws Failure cannot-assign */
export function checkSingleTarget(cursor: Cursor, target: Expression): void {
  const { kind } = target;
  if (kind !== 'Name' && kind !== 'Attribute' && kind !== 'Subscript') cursor.reject('cannot-assign', target);
}
