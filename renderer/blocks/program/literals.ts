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

/** A text literal in the preferred quotes, or in the others where that spares escapes. */
export function quoteWith(preferred: "'" | '"', value: string): string {
  const mark = quoteMark(value, preferred);
  return mark + escape(value, mark) + mark;
}

/** What stands between the braces of an f-string must be free of these: MicroPython splits there without parsing. */
const UNSAFE_IN_BRACES = /['"\\{}:!#\n]/;

/** A piece of joined text: a literal, or the source of an expression. */
export type JoinPiece = { readonly literal: string } | { readonly expression: string };

/** Joined text as one f-string, or undefined where a piece cannot stand in one. */
export function fString(pieces: readonly JoinPiece[], preferred: "'" | '"'): string | undefined {
  const expressions = pieces.flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
  if (expressions.some((expression) => UNSAFE_IN_BRACES.test(expression))) return undefined;
  const literals = pieces.map((piece) => ('literal' in piece ? piece.literal : '')).join('');
  const mark = quoteMark(literals, preferred);
  const body = pieces.map((piece) =>
    'literal' in piece
      ? escape(piece.literal, mark).replace(/[{}]/g, (brace) => brace + brace)
      : `{${piece.expression}}`,
  );
  return `f${mark}${body.join('')}${mark}`;
}

function quoteMark(value: string, preferred: "'" | '"'): string {
  const other = preferred === "'" ? '"' : "'";
  return value.includes(preferred) && !value.includes(other) ? other : preferred;
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

const UNESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

const ESCAPE = /\\(\r\n|\r|\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;

/** What the source between the quotes of a literal says. Unknown escapes stay as they are, as in MicroPython. */
export function decodeLiteral(source: string, prefix: string): string {
  const lines = source.replace(/\r\n?/g, '\n');
  if (/r/i.test(prefix)) return lines;
  return lines.replace(ESCAPE, (found, escaped: string) => {
    const [first = ''] = escaped;
    if (first === '\n') return '';
    if (/^[xuU]./.test(escaped)) return fromCode(parseInt(escaped.slice(1), 16), found);
    if (/^[0-7]/.test(escaped)) return fromCode(parseInt(escaped, 8), found);
    if (first === '\\' || first === "'" || first === '"') return first;
    return UNESCAPED[first] ?? found;
  });
}

function fromCode(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** Whether a field of one line shows a text completely. */
export function isPlainText(text: string): boolean {
  // Controls, line separators and surrogates without a partner are better written as escapes.
  return !/[\p{Cc}\u2028\u2029\p{Cs}]/u.test(text) && text === text.normalize();
}
