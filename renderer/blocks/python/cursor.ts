/** The parser's place in the tokens, and how it says what is wrong there. Knows no syntax. */

import type { Expression, Span, SyntaxProblemCode } from './nodes.ts';
import { Failure, excerpt } from './problem.ts';
import type { Token, TokenList } from './token.ts';

/** What the parts of the expression parser ask of each other. They meet in the cursor and import nothing from one another. */
export interface Rules {
  /** Conditional expression, lambda, or anything that binds stronger. */
  test(cursor: Cursor): Expression;
  /** A test, or `name := test`. */
  named(cursor: Cursor): Expression;
  /** Operators of this level and stronger ones; see LEVEL. */
  operators(cursor: Cursor, level: number): Expression;
  /** Tests with commas between them, stars allowed; or `yield …`. */
  listOrYield(cursor: Cursor): Expression;
}

/** Binding levels of the operators that other files name. */
export const LEVEL = { or: 1, bitOr: 5 } as const;

/** Deep enough for people, shallow enough for the stack. */
const DEEPEST = 150;
/** Keywords that connect operands: what lacks in front of them is an operand. */
const CONNECTORS = new Set(['and', 'or', 'in', 'is', 'if', 'else', 'for', 'as', 'from']);

export class Cursor {
  readonly text: string;
  readonly rules: Rules;
  token: Token;
  index = 0;
  private depth: number;
  private readonly tokens: readonly Token[];
  private readonly unclosed: readonly number[];

  constructor(text: string, list: TokenList, rules: Rules, depth = 0) {
    this.text = text;
    this.rules = rules;
    this.tokens = list.tokens;
    this.unclosed = list.unclosed;
    this.depth = depth;
    this.token = this.peek(0);
  }

  /** The token `distance` behind this one; the last one where there are no more. */
  peek(distance: number): Token {
    const token = this.tokens[Math.min(this.index + distance, this.tokens.length - 1)];
    if (!token) throw new Error('a token list ends with its end');
    return token;
  }

  next(): Token {
    const { token } = this;
    this.index += 1;
    this.token = this.peek(0);
    return token;
  }

  at(text: string): boolean {
    return this.token.text === text;
  }

  take(text: string): boolean {
    if (this.token.text !== text) return false;
    this.next();
    return true;
  }

  /** @throws Failure unexpected */
  expect(text: string): Token {
    return this.at(text) ? this.next() : this.unexpected();
  }

  /** @throws Failure word-missing */
  expectWord(word: string): void {
    if (!this.take(word)) this.fail('word-missing', word, this.gap());
  }

  /** @throws Failure name-missing, keyword-as-name */
  name(): Token {
    if (this.token.kind === 'name') return this.next();
    if (this.token.kind === 'keyword') return this.fail('keyword-as-name', this.token.text);
    return this.fail('name-missing', this.before(), this.gap());
  }

  /** The end of the last token that was taken. */
  get end(): number {
    return this.tokens[this.index - 1]?.to ?? 0;
  }

  /** A new level of nesting. @throws Failure unexpected, when it is too deep */
  enter(): number {
    if (this.depth >= DEEPEST) this.unexpected();
    this.depth += 1;
    return this.depth;
  }

  leave(): void {
    this.depth -= 1;
  }

  /** Stops here. A problem that the tokenizer found here comes first, then a bracket that was never closed. */
  fail(code: SyntaxProblemCode, about: string, at = this.token.from): never {
    if (this.token.kind === 'problem') throw new Failure(this.token.detail);
    const bracket = this.unclosedBefore(this.token);
    if (bracket !== undefined) {
      throw new Failure({ code: 'bracket-not-closed', at: bracket, about: this.text.charAt(bracket) });
    }
    throw new Failure({ code, at, about });
  }

  /** Refuses what was already read. */
  reject(code: SyntaxProblemCode, what: Span): never {
    throw new Failure({ code, at: what.from, about: excerpt(this.text, what.from, what.to) });
  }

  unexpected(): never {
    return this.fail('unexpected', excerpt(this.text, this.token.from, this.token.to), this.gap());
  }

  /** An operand should stand here. */
  operandMissing(): never {
    const { token } = this;
    if (token.kind === 'keyword') {
      const asName = this.peek(1).text === '=' || (!CONNECTORS.has(token.text) && token.text !== 'not');
      if (asName) return this.fail('keyword-as-name', token.text);
      if (token.text === 'not') return this.unexpected();
    }
    const before = this.before();
    return before === '' ? this.unexpected() : this.fail('expression-missing', before, this.gap());
  }

  /** Where something lacks: at this token, or at the end of the line when it is the line's end. */
  private gap(): number {
    const { kind, from } = this.token;
    const lineEnds = kind === 'newline' || kind === 'end' || kind === 'dedent' || kind === 'indent';
    return lineEnds && this.index > 0 ? this.end : from;
  }

  /** The token before this one in the same statement line; empty where there is none. */
  private before(): string {
    const token = this.tokens[this.index - 1];
    return token && token.text !== ';' ? excerpt(this.text, token.from, token.to) : '';
  }

  /** The innermost bracket that is open here for want of a partner, when the trouble here comes from that. */
  private unclosedBefore(token: Token): number | undefined {
    let innermost = -1;
    for (const at of this.unclosed) if (at < token.from && at > innermost) innermost = at;
    if (innermost === -1) return undefined;
    const textEnds = token.kind === 'end' || token.kind === 'dedent';
    const cannotBeInside = textEnds || token.text === ':' || token.text === ';';
    return cannotBeInside || /[\r\n]/.test(this.text.slice(innermost, token.from)) ? innermost : undefined;
  }
}

/** Where an expression begins and ends with the parentheses round it. */
export function startOf(expression: Expression): number {
  return expression.outer?.from ?? expression.from;
}

export function endOf(expression: Expression): number {
  return expression.outer?.to ?? expression.to;
}
