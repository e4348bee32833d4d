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
  /** What is wrong, as a key of a table of sentences, with what it is about. */
  readonly code: SyntaxProblemCode;
  /** What was found or wanted: a token, as written. */
  readonly about: string;
}

export type SyntaxProblemCode =
  | 'colon-missing'
  | 'bracket-not-closed'
  | 'bracket-not-open'
  | 'quote-not-closed'
  | 'body-missing'
  | 'unexpected-indent'
  | 'indent-matches-nothing'
  | 'expression-missing'
  | 'name-missing'
  | 'word-missing'
  | 'equals-for-compare'
  | 'cannot-assign'
  | 'argument-order'
  | 'keyword-as-name'
  | 'clause-without-start'
  | 'bad-number'
  | 'bad-character'
  | 'bad-replacement'
  | 'unexpected';

export type ParseResult =
  (Module & HiddenComments & { readonly ok: true }) | { readonly ok: false; readonly problem: SyntaxProblem };
