/** Text literals, also several in a row, with the expressions of f-strings. */

import { Cursor } from './cursor.ts';
import type { Expression, Replacement, StringToken } from './nodes.ts';
import type { ScannedReplacement, ScannedString } from './scan-string.ts';
import { tokenize } from './tokens.ts';

export function parseStrings(cursor: Cursor): Expression {
  const first = parseString(cursor) ?? cursor.operandMissing();
  const rest: StringToken[] = [];
  const bytes = isBytes(first.prefix);
  for (let next = parseString(cursor); next; next = parseString(cursor)) {
    if (isBytes(next.prefix) !== bytes) cursor.reject('unexpected', next);
    rest.push(next);
  }
  return { kind: 'String', from: first.from, to: cursor.end, tokens: [first, ...rest] };
}

function isBytes(prefix: string): boolean {
  return prefix.includes('b') || prefix.includes('B');
}

function parseString(cursor: Cursor): StringToken | undefined {
  const { token } = cursor;
  if (token.kind !== 'string') return undefined;
  const replacements = parseReplacements(cursor, token.detail);
  cursor.next();
  return { ...token.detail, replacements };
}

function parseReplacements(
  cursor: Cursor,
  { replacements }: Pick<ScannedString, 'replacements'>,
): Replacement[] {
  return replacements.map((replacement) => parseReplacement(cursor, replacement));
}

function parseReplacement(cursor: Cursor, scanned: ScannedReplacement): Replacement {
  const { nested, expression, ...rest } = scanned;
  const tokens = tokenize(cursor.text, { ...expression, bracketed: true });
  const inner = new Cursor(cursor.text, tokens, cursor.rules, cursor.enter());
  const value = cursor.rules.listOrYield(inner);
  if (inner.token.kind !== 'end') inner.unexpected();
  cursor.leave();
  return { ...rest, expression: value, nested: parseReplacements(cursor, { replacements: nested }) };
}
