/**
 * Finds where a text literal ends, and what stands between the braces of an f-string. Knows no syntax of expressions:
 * it only follows brackets and quotes, which MicroPython allows to be the same inside and outside of the braces.
 */

import {
  BACKSLASH,
  CR,
  LF,
  behindLineBreak,
  isLineBreak,
  isNameStart,
  isQuote,
  nameEnd,
} from './characters.ts';
import type { Span, StringToken } from './nodes.ts';
import { Failure } from './problem.ts';

export interface ScannedReplacement extends Span {
  readonly expression: Span;
  readonly debug: boolean;
  readonly conversion?: string;
  readonly spec?: Span;
  /** Replacements in the spec. */
  readonly nested: readonly ScannedReplacement[];
}

export interface ScannedString extends Omit<StringToken, 'replacements'> {
  readonly replacements: readonly ScannedReplacement[];
}

/** Lower case; MicroPython knows the t-strings of Python 3.14. */
const PREFIXES = new Set(['', 'r', 'u', 'b', 'f', 't', 'rb', 'br', 'rf', 'fr', 'rt', 'tr']);
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const DEEPEST = 20;

/** Whether the name before a quote is the prefix of a text literal. */
export function isStringPrefix(name: string): boolean {
  return name.length <= 2 && PREFIXES.has(name.toLowerCase());
}

/** @throws Failure quote-not-closed, bad-replacement or bad-character. */
export function scanString(text: string, from: number, quoteAt: number, end: number): ScannedString {
  return new StringScanner(text, end).string(from, quoteAt);
}

class StringScanner {
  private readonly text: string;
  private readonly end: number;
  private at = 0;
  private depth = 0;

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  string(from: number, quoteAt: number): ScannedString {
    const prefix = this.text.slice(from, quoteAt);
    const kind = prefix.toLowerCase();
    const single = this.text.charAt(quoteAt);
    const quote = (
      this.text.startsWith(single.repeat(3), quoteAt) ? single.repeat(3) : single
    ) as ScannedString['quote'];
    this.at = quoteAt + quote.length;
    const bodyFrom = this.at;
    const replacements = this.body(quote, quoteAt, kind);
    const body = { from: bodyFrom, to: this.at };
    this.at += quote.length;
    return { from, to: this.at, prefix, quote, body, replacements };
  }

  /** Ends in front of the closing quote. */
  private body(quote: string, quoteAt: number, kind: string): ScannedReplacement[] {
    const replacements: ScannedReplacement[] = [];
    const formatted = kind.includes('f') || kind.includes('t');
    const first = quote.charCodeAt(0);
    for (;;) {
      const code = this.at < this.end ? this.text.charCodeAt(this.at) : -1;
      if (code === -1 || (isLineBreak(code) && quote.length === 1)) this.notClosed(quote, quoteAt);
      if (code === first && this.text.startsWith(quote, this.at) && this.at + quote.length <= this.end)
        return replacements;
      if (code === BACKSLASH) this.escape(kind, formatted);
      else if (formatted && code === 123) {
        if (this.text.charCodeAt(this.at + 1) === 123) this.at += 2;
        else replacements.push(this.replacement(quote));
      } else this.at += 1;
    }
  }

  private notClosed(quote: string, quoteAt: number): never {
    throw new Failure({ code: 'quote-not-closed', at: quoteAt, about: quote });
  }

  private escape(kind: string, formatted: boolean): void {
    const letter = this.text.charAt(this.at + 1);
    const raw = kind.includes('r');
    const digits = raw || (kind === 'b' && letter !== 'x') ? undefined : HEX_DIGITS[letter];
    if (digits !== undefined) {
      const written = this.text.slice(this.at + 2, this.at + 2 + digits);
      if (!/^[\da-fA-F]+$/.test(written) || written.length < digits) {
        throw new Failure({ code: 'bad-character', at: this.at, about: `\\${letter}` });
      }
      this.at += 2 + digits;
    } else if (formatted && letter === '{') this.at += 1;
    else if (formatted && !raw && letter === 'N' && this.text.charAt(this.at + 2) === '{') {
      const close = this.text.indexOf('}', this.at);
      this.at = close === -1 ? this.end : Math.min(close + 1, this.end);
    } else if (isLineBreak(letter.charCodeAt(0))) this.at = behindLineBreak(this.text, this.at + 1);
    else this.at += 2;
  }

  /** From the opening brace to behind the closing one. */
  private replacement(quote: string): ScannedReplacement {
    const from = this.at;
    this.depth += 1;
    if (this.depth > DEEPEST) this.bad(from);
    this.at += 1;
    const expression = { from: this.at, to: this.expressionEnd(from) };
    const debug = this.text.charAt(this.at) === '=';
    if (debug) this.at += 1;
    this.skipBlanks();
    const conversion = this.text.charAt(this.at) === '!' ? this.conversion(from) : undefined;
    const nested: ScannedReplacement[] = [];
    const spec = this.text.charAt(this.at) === ':' ? this.spec(from, quote, nested) : undefined;
    if (this.at >= this.end || this.text.charAt(this.at) !== '}') this.bad(from);
    this.at += 1;
    this.depth -= 1;
    if (this.text.slice(expression.from, expression.to).trim() === '') this.bad(from, '{}');
    return { from, to: this.at, expression, debug, conversion, spec, nested };
  }

  private bad(from: number, about = '{'): never {
    throw new Failure({ code: 'bad-replacement', at: from, about });
  }

  private skipBlanks(): void {
    while (this.at < this.end && /\s/.test(this.text.charAt(this.at))) this.at += 1;
  }

  /** Stops at the `=`, `!`, `:` or `}` that ends the expression. */
  private expressionEnd(from: number): number {
    let level = 0;
    for (;;) {
      if (this.at >= this.end) this.bad(from);
      const char = this.text.charAt(this.at);
      const code = char.charCodeAt(0);
      const next = this.text.charAt(this.at + 1);
      if (isQuote(code) || isNameStart(code)) this.word(from);
      else if ('=!<>'.includes(char) && next === '=') this.at += 2;
      else if (
        level === 0 &&
        (char === '}' || char === ':' || char === '!' || (char === '=' && this.isDebug()))
      ) {
        return this.at;
      } else if (char === '#') this.bad(from);
      else {
        if ('([{'.includes(char)) level += 1;
        else if (')]}'.includes(char)) level -= 1;
        if (level < 0) this.bad(from);
        this.at += 1;
      }
    }
  }

  private isDebug(): boolean {
    const rest = /=\s*([!:}])/y;
    rest.lastIndex = this.at;
    return rest.test(this.text);
  }

  /** A name, or a text literal with its prefix. */
  private word(from: number): void {
    const start = this.at;
    this.at = nameEnd(this.text, start, this.end);
    if (this.at >= this.end || !isQuote(this.text.charCodeAt(this.at))) return;
    if (!isStringPrefix(this.text.slice(start, this.at))) return;
    try {
      this.string(start, this.at);
    } catch (error) {
      // The quote that seems to open here most likely closes the whole text: the brace is what lacks its partner.
      if (error instanceof Failure && error.trouble.code === 'quote-not-closed') this.bad(from);
      throw error;
    }
  }

  private conversion(from: number): string {
    const start = this.at + 1;
    this.at = nameEnd(this.text, start, this.end);
    const name = this.text.slice(start, this.at);
    if (name === '') this.bad(from);
    this.skipBlanks();
    return name;
  }

  private spec(from: number, quote: string, nested: ScannedReplacement[]): Span {
    this.at += 1;
    const start = this.at;
    while (this.at < this.end && this.text.charAt(this.at) !== '}') {
      const code = this.text.charCodeAt(this.at);
      if (this.text.startsWith(quote, this.at)) this.bad(from);
      if (quote.length === 1 && (code === LF || code === CR)) this.bad(from);
      if (code === 123) nested.push(this.replacement(quote));
      else this.at += 1;
    }
    return { from: start, to: this.at };
  }
}
