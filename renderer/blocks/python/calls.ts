/** What stands behind a value: the arguments of a call (also the bases of a class), and what is in square brackets. */

import { beginsComprehension, parseClauses, parseItem } from './brackets.ts';
import { endOf, startOf, type Cursor } from './cursor.ts';
import type { Argument, Expression, SliceNode, Span } from './nodes.ts';

/** @throws Failure argument-order, equals-for-compare, cannot-assign, unexpected */
export function parseArguments(cursor: Cursor): { readonly list: readonly Argument[]; readonly span: Span } {
  const { from } = cursor.next();
  const list: Argument[] = [];
  const order = new ArgumentOrder();
  cursor.enter();
  while (!cursor.at(')')) {
    const argument = parseArgument(cursor);
    order.check(cursor, argument);
    list.push(argument);
    if (!cursor.take(',')) break;
  }
  const { to } = cursor.expect(')');
  cursor.leave();
  return { list, span: { from, to } };
}

function parseArgument(cursor: Cursor): Argument {
  const { token } = cursor;
  if (token.text === '*' || token.text === '**') {
    cursor.next();
    const value = cursor.rules.test(cursor);
    return { from: token.from, to: endOf(value), star: token.text, value };
  }
  if (token.kind === 'name' && cursor.peek(1).text === '=') {
    cursor.next();
    cursor.next();
    const value = cursor.rules.test(cursor);
    const name = { from: token.from, to: token.to, name: token.text };
    if (cursor.at('=')) cursor.fail('equals-for-compare', '=');
    return { from: token.from, to: endOf(value), star: '', name, value };
  }
  const value = generatorOrNot(cursor, cursor.rules.named(cursor));
  if (cursor.at('=')) {
    if (value.kind === 'Constant') cursor.reject('cannot-assign', value);
    cursor.fail('equals-for-compare', '=');
  }
  return { from: startOf(value), to: endOf(value), star: '', value };
}

function generatorOrNot(cursor: Cursor, element: Expression): Expression {
  if (!beginsComprehension(cursor)) return element;
  const clauses = parseClauses(cursor);
  return {
    kind: 'Comprehension',
    from: startOf(element),
    to: cursor.end,
    of: 'generator',
    element,
    clauses,
    bracketed: false,
  };
}

/** A value without a name may not follow one with a name; `*` may not follow `**`. */
class ArgumentOrder {
  private named = false;
  private unpacked = false;

  check(cursor: Cursor, argument: Argument): void {
    if (argument.name) this.named = true;
    else if (argument.star === '**') this.unpacked = true;
    else if (this.unpacked || (this.named && argument.star === '')) cursor.reject('argument-order', argument);
  }
}

/** The brackets and what is between them: an expression, a slice, or several. */
export function parseSubscript(cursor: Cursor): Expression {
  cursor.next();
  cursor.enter();
  const first = sliceOrItem(cursor);
  const index = cursor.at(',') || first.kind === 'Star' ? restOfIndex(cursor, first) : first;
  if (cursor.at('=')) cursor.fail('equals-for-compare', '=');
  cursor.expect(']');
  cursor.leave();
  return index;
}

function restOfIndex(cursor: Cursor, first: Expression): Expression {
  const items = [first];
  while (cursor.take(',') && !cursor.at(']')) items.push(sliceOrItem(cursor));
  return { kind: 'Tuple', from: startOf(first), to: cursor.end, items, parenthesized: false };
}

function sliceOrItem(cursor: Cursor): Expression {
  const start = cursor.at(':') ? undefined : parseItem(cursor);
  return cursor.at(':') ? slice(cursor, start) : (start ?? cursor.operandMissing());
}

function slice(cursor: Cursor, start: Expression | undefined): SliceNode {
  const from = start ? startOf(start) : cursor.token.from;
  cursor.next();
  const stop = slicePart(cursor);
  const second = cursor.take(':');
  const step = second ? slicePart(cursor) : undefined;
  return { kind: 'Slice', from, to: cursor.end, start, stop, step, colons: second ? 2 : 1 };
}

function slicePart(cursor: Cursor): Expression | undefined {
  return cursor.at(':') || cursor.at(']') || cursor.at(',') ? undefined : cursor.rules.test(cursor);
}
