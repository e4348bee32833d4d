/** What the tokenizer asks of one character: classes by code, numbers and names as MicroPython reads them. */

export const TAB = 9;
export const LF = 10;
export const FORM_FEED = 12;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;
export const DOLLAR = 36;
export const DOT = 46;
export const BACKSLASH = 92;
export const BYTE_ORDER_MARK = 0xfeff;

/** What word processors put in place of quotes, dashes, blanks and signs. MicroPython would take them into names. */
const NOT_IN_NAMES = /[\p{P}\p{Z}\p{C}\p{Sm}]/u;
const ZERO_WIDTH_JOINER = 0x200d;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

export function isLineBreak(code: number): boolean {
  return code === LF || code === CR;
}

/** Letters, the underscore, and what is beyond ASCII and no sign. `code` may be a whole code point. */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return code === ZERO_WIDTH_JOINER || !NOT_IN_NAMES.test(String.fromCodePoint(code));
}

/** Where the name (or the rest of a name) that begins at `from` ends. */
export function nameEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (!isNameStart(code) && !isDigit(code)) return at;
      at += 1;
    } else {
      const point = text.codePointAt(at) ?? code;
      if (!isNameStart(point)) return at;
      at += point > 0xffff ? 2 : 1;
    }
  }
  return at;
}

export function lineEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isLineBreak(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the line break that stands at `at`. */
export function behindLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

const NUMBER =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const LEADING_ZERO = /^0[\d_]*[1-9][\d_]*$/;

/** Where the number that begins at `from` ends, with what is glued to it; `good` is false for 007, 12ab, 1e and the like. */
export function scanNumber(text: string, from: number, end: number): { to: number; good: boolean } {
  NUMBER.lastIndex = from;
  const written = NUMBER.exec(text)?.[0] ?? '';
  const to = Math.min(from + written.length, end);
  const glued = nameEnd(text, to, end);
  return { to: glued, good: to > from && glued === to && !LEADING_ZERO.test(written) };
}
