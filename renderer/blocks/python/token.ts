/** What the tokenizer hands to the parser. */

import type { Span } from './nodes.ts';
import type { Trouble } from './problem.ts';
import type { ScannedString } from './scan-string.ts';

interface TokenOf<Kind extends string, Detail = undefined> extends Span {
  readonly kind: Kind;
  /** As written for names, numbers, keywords and operators; empty for the others. */
  readonly text: string;
  readonly detail: Detail;
}

export type Token =
  | TokenOf<'name' | 'keyword' | 'number' | 'operator' | 'dedent' | 'end'>
  | TokenOf<'string', ScannedString>
  /** With the comment before the line break. */
  | TokenOf<'newline', Span | undefined>
  /** With the column of the line. */
  | TokenOf<'indent', number>
  | TokenOf<'problem', Trouble>;

/** A comment on a line of its own. */
export interface CommentLine extends Span {
  readonly column: number;
}

export interface TokenList {
  readonly tokens: readonly Token[];
  /** Comments on lines of their own, outside of brackets. */
  readonly commentLines: readonly CommentLine[];
  /** Comments inside brackets. */
  readonly hidden: readonly Span[];
  /** Offsets of the brackets that nothing closes. */
  readonly unclosed: readonly number[];
}
