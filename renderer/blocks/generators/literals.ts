/** Python source of text literals, names and numbers. Knows no blocks. */

// Source: Python language reference 2.3.1, without soft keywords, which may be used as names.
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** Whether `name` can name a variable or a function. */
export function isName(name: string): boolean {
  return NAME.test(name) && !KEYWORDS.has(name);
}

/** `name`, or the name it most likely means (spaces and hyphens become underscores); undefined where there is none. */
export function toName(name: string): string | undefined {
  const candidate = name.trim().replace(/[\s-]+/g, '_');
  return isName(candidate) ? candidate : undefined;
}

const NUMBER =
  /^-?(0[xX](_?[\da-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|(\d(_?\d)*\.?(\d(_?\d)*)?|\.\d(_?\d)*)([eE][+-]?\d(_?\d)*)?j?)$/;

/** The number as typed if Python reads it, with a decimal comma and leading zeros put right; undefined otherwise. */
export function toNumber(source: string): string | undefined {
  const candidate = source
    .trim()
    .replace(/^([+-]?\d+),(\d+)$/, '$1.$2')
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return NUMBER.test(candidate) ? candidate : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text literal in single quotes, or in double quotes where that spares escapes. */
export function quote(value: string): string {
  const mark = quoteMark(value);
  return mark + escape(value, mark) + mark;
}

/** What stands between the braces of an f-string must be free of these: MicroPython splits there without parsing. */
const UNSAFE_IN_BRACES = /['"\\{}:!#\n]/;

/** A piece of joined text: a literal, or the source of an expression. */
export type JoinPiece = { readonly literal: string } | { readonly expression: string };

/** Joined text as one f-string, or undefined where a piece cannot stand in one. */
export function fString(pieces: readonly JoinPiece[]): string | undefined {
  const expressions = pieces.flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
  if (expressions.some((expression) => UNSAFE_IN_BRACES.test(expression))) return undefined;
  const literals = pieces.map((piece) => ('literal' in piece ? piece.literal : '')).join('');
  const mark = quoteMark(literals);
  const body = pieces.map((piece) =>
    'literal' in piece
      ? escape(piece.literal, mark).replace(/[{}]/g, (brace) => brace + brace)
      : `{${piece.expression}}`,
  );
  return `f${mark}${body.join('')}${mark}`;
}

function quoteMark(value: string): string {
  return value.includes("'") && !value.includes('"') ? '"' : "'";
}

function escape(value: string, mark: string): string {
  let source = '';
  for (const char of value) {
    const code = char.charCodeAt(0);
    if (char === mark) source += `\\${mark}`;
    else if (ESCAPES[char]) source += ESCAPES[char];
    else if (code < 0x20 || code === 0x7f) source += `\\x${code.toString(16).padStart(2, '0')}`;
    else source += char;
  }
  return source;
}
