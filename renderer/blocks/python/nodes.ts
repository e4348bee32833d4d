/** The syntax tree of a MicroPython program, and what the parser answers. */

import type { Span } from './expression-nodes.ts';
import type { Statement } from './statement-nodes.ts';

export type * from './expression-nodes.ts';
export type * from './statement-nodes.ts';

export interface Module {
  readonly text: string;
  readonly items: readonly Statement[];
}

/** Every comment that is neither a Comment statement nor a `trailing`: inside brackets, behind `else:` and so on. */
export interface HiddenComments {
  readonly hidden: readonly Span[];
}

/** The first thing that MicroPython would not accept. */
export interface SyntaxProblem {
  /** Offset in the text. */
  readonly at: number;
  /** 1-based. */
  readonly line: number;
  /** What is wrong, as a key of a table of sentences. */
  readonly code: SyntaxProblemCode;
  /** The token or the few characters that the sentence names, as written; see the codes. One line, at most 41 characters. */
  readonly about: string;
}

export type SyntaxProblemCode =
  /** At the end of the header; about its keyword. */
  | 'colon-missing'
  /** At the bracket, about it. */
  | 'bracket-not-closed'
  /** At the closing bracket, about it. */
  | 'bracket-not-open'
  /** At the opening quote, about it: one or three characters. */
  | 'quote-not-closed'
  /** At the keyword of the header, about it. */
  | 'body-missing'
  /** At the first token of the line, about nothing. */
  | 'unexpected-indent'
  /** At the first token of the line, about nothing. */
  | 'indent-matches-nothing'
  /** Where a value lacks; about the token in front of it. */
  | 'expression-missing'
  /** Where a name lacks; about the token in front of it. */
  | 'name-missing'
  /** Where a keyword lacks; about the keyword: `in`, `else`, `import`. For `except` it stands at the `try`. */
  | 'word-missing'
  /** At the `=` where only `==` makes sense, about it. */
  | 'equals-for-compare'
  /** At what cannot take a value, about it. */
  | 'cannot-assign'
  /** At the argument or parameter that stands too late, about it. */
  | 'argument-order'
  /** At the keyword, about it. */
  | 'keyword-as-name'
  /** At `else`, `elif`, `except` or `finally`, about it. */
  | 'clause-without-start'
  /** At the number, about it. */
  | 'bad-number'
  /** At the character, about it; or at the backslash of a broken `\x`, `\u` or `\U`, about both characters. */
  | 'bad-character'
  /** At the `{` of an f-string, about it or about the empty `{}`. */
  | 'bad-replacement'
  /** At the token, about it; about nothing when the line ends too early. */
  | 'unexpected';

export type ParseResult =
  (Module & HiddenComments & { readonly ok: true }) | { readonly ok: false; readonly problem: SyntaxProblem };
