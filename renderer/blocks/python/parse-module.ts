/** Entry of the parser: MicroPython source in, syntax tree or the first problem out. Never throws. */

import { Cursor } from './cursor.ts';
import { RULES } from './expressions.ts';
import type { ParseResult } from './nodes.ts';
import { Failure, lineAt } from './problem.ts';
import { StatementParser } from './statements.ts';
import { tokenize } from './tokens.ts';

export function parseModule(text: string): ParseResult {
  try {
    const list = tokenize(text);
    const parser = new StatementParser(new Cursor(text, list, RULES), list.commentLines);
    const items = parser.module();
    const hidden = [...list.hidden, ...parser.hidden].sort((one, other) => one.from - other.from);
    return { ok: true, text, items, hidden };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { at, code, about } = error.trouble;
    return { ok: false, problem: { at, line: lineAt(text, at), code, about } };
  }
}
