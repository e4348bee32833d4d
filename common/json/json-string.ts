/** Reads one JSON string literal. Part of located-json.ts, apart for its length. */

import { JsonSyntaxError } from './json-syntax-error.ts';

/** Reads the string whose opening quote is at `start`; `end` is the offset after its closing quote. */
export function parseString(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const character = text[at];
    if (character === undefined || character === '\n' || character === '\r') {
      throw new JsonSyntaxError('The text that begins here has no closing double quote on its line.', start);
    }
    if (character === '"') return { value, end: at + 1 };
    if (character < ' ')
      throw new JsonSyntaxError('A control character (such as a tab) is not allowed inside a text.', at);
    if (character === '\\') {
      const escape = readEscape(text, at);
      value += escape.value;
      at = escape.end;
    } else {
      value += character;
      at++;
    }
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function readEscape(text: string, at: number): { readonly value: string; readonly end: number } {
  const code = /^\\u([0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))?.[1];
  if (code !== undefined) return { value: String.fromCharCode(Number.parseInt(code, 16)), end: at + 6 };
  const value = ESCAPES.get(text[at + 1] ?? '');
  if (value === undefined)
    throw new JsonSyntaxError('A backslash inside a text must be doubled: "\\\\".', at);
  return { value, end: at + 2 };
}
