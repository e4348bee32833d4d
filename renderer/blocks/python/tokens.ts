/**
 * Cuts MicroPython source into tokens. Never fails: what is wrong becomes a token of its own, and the parser reports the first
 * one that it reaches. Keeps the comments aside: those behind a statement on the line end, the others in two lists.
 */

import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  DOLLAR,
  DOT,
  FORM_FEED,
  HASH,
  SPACE,
  TAB,
  behindLineBreak,
  isDigit,
  isLineBreak,
  isNameStart,
  isQuote,
  lineEnd,
  nameEnd,
  scanNumber,
} from './characters.ts';
import type { Span } from './nodes.ts';
import { Failure, type Trouble } from './problem.ts';
import { isStringPrefix, scanString } from './scan-string.ts';
import type { CommentLine, Token, TokenList } from './token.ts';

export interface TokenizeOptions {
  readonly from?: number;
  readonly to?: number;
  /** The range stands inside brackets: line ends mean nothing. */
  readonly bracketed?: boolean;
  /** `$` begins a name. */
  readonly placeholders?: boolean;
}

const TAB_STOP = 8;
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const LONG_OPERATORS = new Set(
  '**= //= >>= <<= ... ** // >> << == != <= >= -> := += -= *= /= %= &= |= ^= @='.split(' '),
);
const SHORT_OPERATORS = new Set('( ) [ ] { } , : ; @ ~ < > * + - & | / % ^ = .'.split(' '));
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

export function tokenize(text: string, options: TokenizeOptions = {}): TokenList {
  return new Tokenizer(text, options).run();
}

class Tokenizer {
  private readonly text: string;
  private readonly end: number;
  private readonly bracketed: boolean;
  private readonly placeholders: boolean;
  private at: number;
  private lineStart: boolean;
  private comment: Span | undefined;
  private readonly columns = [0];
  private readonly open: { readonly at: number; readonly char: string }[] = [];
  private readonly tokens: Token[] = [];
  private readonly commentLines: CommentLine[] = [];
  private readonly hidden: Span[] = [];
  private readonly unclosed: number[] = [];

  constructor(text: string, options: TokenizeOptions) {
    this.text = text;
    this.at = options.from ?? (text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
    this.end = options.to ?? text.length;
    this.bracketed = options.bracketed ?? false;
    this.placeholders = options.placeholders ?? false;
    this.lineStart = !this.bracketed;
  }

  run(): TokenList {
    while (this.at < this.end) {
      if (this.lineStart) this.readIndentation();
      else this.readToken();
    }
    this.finish();
    const { tokens, commentLines, hidden, unclosed } = this;
    return { tokens, commentLines, hidden, unclosed };
  }

  private get inBrackets(): boolean {
    return this.bracketed || this.open.length > 0;
  }

  private finish(): void {
    for (const { at } of this.open) this.unclosed.push(at);
    const last = this.tokens.at(-1);
    if (!this.inBrackets && last && last.kind !== 'newline') this.newline(this.end, this.end);
    while (this.columns.length > 1) this.dedent(this.end);
    this.push('end', this.end, this.end);
  }

  private push(
    kind: 'name' | 'keyword' | 'number' | 'operator' | 'dedent' | 'end',
    from: number,
    to: number,
  ): void {
    this.tokens.push({ kind, text: this.text.slice(from, to), from, to, detail: undefined });
  }

  private problem(trouble: Trouble, from: number, to: number): void {
    this.tokens.push({ kind: 'problem', text: '', from, to, detail: trouble });
  }

  private newline(from: number, to: number): void {
    this.tokens.push({ kind: 'newline', text: '', from, to, detail: this.comment });
    this.comment = undefined;
  }

  private dedent(at: number): void {
    this.columns.pop();
    this.push('dedent', at, at);
  }

  /** Blank lines and comment lines, then the white space before the first token of a line. */
  private readIndentation(): void {
    let column = 0;
    while (this.at < this.end) {
      const code = this.text.charCodeAt(this.at);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += TAB_STOP - (column % TAB_STOP);
      else if (code === FORM_FEED) column = 0;
      else if (isLineBreak(code)) {
        this.at = behindLineBreak(this.text, this.at);
        column = 0;
        continue;
      } else if (code === HASH) {
        const from = this.at;
        this.at = lineEnd(this.text, from, this.end);
        this.commentLines.push({ from, to: this.at, column });
        continue;
      } else {
        this.lineStart = false;
        this.indentTo(column);
        return;
      }
      this.at += 1;
    }
  }

  private indentTo(column: number): void {
    const { at } = this;
    if (column > (this.columns.at(-1) ?? 0)) {
      this.columns.push(column);
      this.tokens.push({ kind: 'indent', text: '', from: at, to: at, detail: column });
    }
    while (column < (this.columns.at(-1) ?? 0)) this.dedent(at);
    if (column !== this.columns.at(-1)) {
      this.problem({ code: 'indent-matches-nothing', at, about: '' }, at, at);
      this.columns.push(column);
    }
  }

  private readToken(): void {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB || code === FORM_FEED) this.at += 1;
    else if (isLineBreak(code)) this.readLineBreak();
    else if (code === HASH) this.readComment();
    else if (code === BACKSLASH) this.readContinuation();
    else if (isDigit(code) || (code === DOT && isDigit(text.charCodeAt(at + 1)))) this.readNumber();
    else if (isQuote(code)) this.readString(at);
    else if (code >= 128 || isNameStart(code) || (code === DOLLAR && this.placeholders)) this.readName();
    else this.readOperator();
  }

  private readLineBreak(): void {
    const from = this.at;
    this.at = behindLineBreak(this.text, from);
    if (this.inBrackets) return;
    this.newline(from, this.at);
    this.lineStart = true;
  }

  private readComment(): void {
    const from = this.at;
    this.at = lineEnd(this.text, from, this.end);
    const span = { from, to: this.at };
    if (this.inBrackets) this.hidden.push(span);
    else this.comment = span;
  }

  private readContinuation(): void {
    const behind = this.at + 1;
    if (behind < this.end && isLineBreak(this.text.charCodeAt(behind)))
      this.at = behindLineBreak(this.text, behind);
    else this.badCharacter();
  }

  private readNumber(): void {
    const from = this.at;
    const { to, good } = scanNumber(this.text, from, this.end);
    this.at = to;
    if (good) this.push('number', from, to);
    else this.problem({ code: 'bad-number', at: from, about: this.text.slice(from, to) }, from, to);
  }

  private readName(): void {
    const from = this.at;
    const start = this.text.charCodeAt(from) === DOLLAR ? from + 1 : from;
    const to = nameEnd(this.text, start, this.end);
    if (to === start) {
      this.badCharacter();
      return;
    }
    this.at = to;
    const name = this.text.slice(from, to);
    if (to < this.end && isQuote(this.text.charCodeAt(to)) && isStringPrefix(name)) this.readString(from);
    else
      this.tokens.push({
        kind: KEYWORDS.has(name) ? 'keyword' : 'name',
        text: name,
        from,
        to,
        detail: undefined,
      });
  }

  /** The prefix begins at `from`; `this.at` is the quote. */
  private readString(from: number): void {
    try {
      const detail = scanString(this.text, from, this.at, this.end);
      this.at = detail.to;
      this.tokens.push({ kind: 'string', text: '', from, to: detail.to, detail });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const wholeRest = error.trouble.code === 'quote-not-closed' && error.trouble.about.length === 3;
      this.at = wholeRest ? this.end : lineEnd(this.text, error.trouble.at, this.end);
      this.problem(error.trouble, from, this.at);
    }
  }

  private readOperator(): void {
    const from = this.at;
    const { text } = this;
    const char = text.charAt(from);
    const long = [3, 2].map((length) => text.slice(from, Math.min(from + length, this.end)));
    const operator = long.find((candidate) => LONG_OPERATORS.has(candidate)) ?? char;
    if (operator === char && !SHORT_OPERATORS.has(char)) {
      this.badCharacter();
      return;
    }
    this.at = from + operator.length;
    if (char === '(' || char === '[' || char === '{') this.open.push({ at: from, char });
    const wanted = CLOSERS[char];
    if (wanted === undefined || this.closes(wanted, char)) this.push('operator', from, this.at);
  }

  /** Whether the closing bracket at the end of what was read meets its partner; a problem is noted when it does not. */
  private closes(wanted: string, char: string): boolean {
    const from = this.at - 1;
    const innermost = this.open.at(-1);
    if (innermost?.char === wanted) {
      this.open.pop();
      return true;
    }
    if (innermost && this.open.some((bracket) => bracket.char === wanted)) {
      this.problem({ code: 'bracket-not-closed', at: innermost.at, about: innermost.char }, from, this.at);
      while (this.open.at(-1)?.char !== wanted) this.unclosed.push(this.open.pop()?.at ?? from);
      this.open.pop();
    } else this.problem({ code: 'bracket-not-open', at: from, about: char }, from, this.at);
    return false;
  }

  private badCharacter(): void {
    const from = this.at;
    const char = String.fromCodePoint(this.text.codePointAt(from) ?? 0);
    this.at = from + char.length;
    this.problem({ code: 'bad-character', at: from, about: char }, from, this.at);
  }
}
