/** Entry of the parser for what stands in a field or in a template: one expression. Never throws. */

import { Cursor } from './cursor.ts';
import { RULES } from './expressions.ts';
import type { Expression } from './nodes.ts';
import { Failure } from './problem.ts';
import { tokenize } from './tokens.ts';

/**
 * Undefined unless the whole text is one expression: no comment, no line break outside of brackets.
 * With `placeholders`, `$` begins a name: `$PIN` is the Name '$PIN'.
 */
export function parseExpression(
  text: string,
  options: { readonly placeholders?: boolean } = {},
): Expression | undefined {
  const from = text.length - text.replace(/^[ \t]+/, '').length;
  const to = text.replace(/[ \t]+$/, '').length;
  if (to <= from) return undefined;
  try {
    const cursor = new Cursor(text, tokenize(text, { ...options, from, to }), RULES);
    const expression = RULES.listOrYield(cursor);
    const { token } = cursor;
    const ends = token.kind === 'newline' && token.from === to && !token.detail;
    return ends && cursor.peek(1).kind === 'end' ? expression : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
