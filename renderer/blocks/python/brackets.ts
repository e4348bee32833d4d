/** What stands in brackets of its own: parentheses and tuples, lists, sets, dictionaries, comprehensions. */

import { LEVEL, endOf, startOf, type Cursor } from './cursor.ts';
import type { ComprehensionClause, DictEntry, Expression, Span } from './nodes.ts';
import { parseTarget } from './targets.ts';

export function parseParentheses(cursor: Cursor): Expression {
  const { from } = cursor.next();
  if (cursor.take(')')) return { kind: 'Tuple', from, to: cursor.end, items: [], parenthesized: true };
  cursor.enter();
  const inner = parenthesized(cursor, from);
  cursor.leave();
  return inner;
}

function parenthesized(cursor: Cursor, from: number): Expression {
  const first = cursor.at('yield') ? cursor.rules.listOrYield(cursor) : parseItem(cursor);
  if (beginsComprehension(cursor)) {
    const clauses = parseClauses(cursor);
    const { to } = close(cursor, ')');
    return { kind: 'Comprehension', from, to, of: 'generator', element: first, clauses, bracketed: true };
  }
  if (cursor.at(',')) {
    const items = restOfItems(cursor, first, ')');
    return { kind: 'Tuple', from, to: close(cursor, ')').to, items, parenthesized: true };
  }
  if (first.kind === 'Star') cursor.reject('unexpected', { from: first.from, to: first.from + 1 });
  return { ...first, outer: { from, to: close(cursor, ')').to } };
}

export function parseList(cursor: Cursor): Expression {
  const { from } = cursor.next();
  if (cursor.take(']')) return { kind: 'List', from, to: cursor.end, items: [] };
  cursor.enter();
  const first = parseItem(cursor);
  const clauses = beginsComprehension(cursor) ? parseClauses(cursor) : undefined;
  const items = clauses ? [] : restOfItems(cursor, first, ']');
  const { to } = close(cursor, ']');
  cursor.leave();
  if (!clauses) return { kind: 'List', from, to, items };
  return { kind: 'Comprehension', from, to, of: 'list', element: first, clauses, bracketed: true };
}

export function parseBraces(cursor: Cursor): Expression {
  const { from } = cursor.next();
  cursor.enter();
  const inner = braces(cursor, from);
  cursor.leave();
  return inner;
}

function braces(cursor: Cursor, from: number): Expression {
  if (cursor.take('}')) return { kind: 'Dict', from, to: cursor.end, entries: [] };
  if (cursor.at('**')) return dictionary(cursor, from, entry(cursor));
  const first = parseItem(cursor);
  if (cursor.at(':')) {
    const value = valueBehindColon(cursor);
    if (!beginsComprehension(cursor)) {
      return dictionary(cursor, from, { from: startOf(first), to: endOf(value), key: first, value });
    }
    const clauses = parseClauses(cursor);
    const { to } = close(cursor, '}');
    return { kind: 'Comprehension', from, to, of: 'dict', element: first, value, clauses, bracketed: true };
  }
  if (beginsComprehension(cursor)) {
    const clauses = parseClauses(cursor);
    const { to } = close(cursor, '}');
    return { kind: 'Comprehension', from, to, of: 'set', element: first, clauses, bracketed: true };
  }
  const items = restOfItems(cursor, first, '}');
  return { kind: 'Set', from, to: close(cursor, '}').to, items };
}

function dictionary(cursor: Cursor, from: number, first: DictEntry): Expression {
  const entries = [first];
  while (cursor.take(',') && !cursor.at('}')) entries.push(entry(cursor));
  return { kind: 'Dict', from, to: close(cursor, '}').to, entries };
}

function entry(cursor: Cursor): DictEntry {
  if (cursor.at('**')) {
    const { from } = cursor.next();
    const value = cursor.rules.operators(cursor, LEVEL.bitOr);
    return { from, to: endOf(value), value };
  }
  const key = cursor.rules.test(cursor);
  const value = valueBehindColon(cursor);
  return { from: startOf(key), to: endOf(value), key, value };
}

function valueBehindColon(cursor: Cursor): Expression {
  cursor.expect(':');
  return cursor.rules.test(cursor);
}

/** `*value`, a test, or `name := test`. */
export function parseItem(cursor: Cursor): Expression {
  if (!cursor.at('*')) return cursor.rules.named(cursor);
  const { from } = cursor.next();
  const value = cursor.rules.operators(cursor, LEVEL.bitOr);
  return { kind: 'Star', from, to: endOf(value), value };
}

function restOfItems(cursor: Cursor, first: Expression, closer: string): Expression[] {
  const items = [first];
  while (cursor.take(',') && !cursor.at(closer)) items.push(parseItem(cursor));
  return items;
}

/** @throws Failure equals-for-compare, unexpected */
function close(cursor: Cursor, closer: string): Span {
  if (cursor.at('=')) cursor.fail('equals-for-compare', '=');
  return cursor.expect(closer);
}

export function beginsComprehension(cursor: Cursor): boolean {
  return cursor.at('for') || (cursor.at('async') && cursor.peek(1).text === 'for');
}

export function parseClauses(cursor: Cursor): ComprehensionClause[] {
  const clauses: ComprehensionClause[] = [];
  for (;;) {
    const { from } = cursor.token;
    if (beginsComprehension(cursor)) {
      const async = cursor.take('async');
      cursor.next();
      const target = parseTarget(cursor);
      cursor.expectWord('in');
      const iterable = cursor.rules.operators(cursor, LEVEL.or);
      clauses.push({ kind: 'for', from, to: endOf(iterable), async, target, iterable });
    } else if (cursor.take('if')) {
      const test = cursor.rules.operators(cursor, LEVEL.or);
      clauses.push({ kind: 'if', from, to: endOf(test), test });
    } else return clauses;
  }
}
