/** Where the blocks of a program stand in its text, so that writing can leave alone what was not edited. */

import type { Span } from '../python/nodes.ts';
import type { Block, ConversionReport, ProgramView } from './block.ts';
import type { Names } from './names.ts';

/** A place of a block's text that holds a field, a slot, a body or the comment behind it. */
export interface Hole extends Span {
  readonly kind: 'field' | 'slot' | 'body' | 'comment';
  readonly name: string;
}

/** Where a row of statements stood. */
export interface SourceList extends Span {
  readonly indent: string;
  readonly inline: boolean;
  /** A body that says `pass` where blocks show nothing. */
  readonly hidesPass: boolean;
}

export interface Source extends Span {
  readonly block: Block;
  /** With the redundant parentheses round it. */
  readonly outer?: Span;
  /** In order, not overlapping. */
  readonly holes: readonly Hole[];
  /** Id of the block around it, and the slot or body it is in; '' at the top. */
  readonly parent: string;
  readonly place: string;
  /** For statements: id of the statement before it in its row, '' for the first, and what stood between. */
  readonly previous?: string;
  readonly lead?: Span;
  /** White space in front of its line. */
  readonly indent?: string;
  /** For blocks with bodies, by name. */
  readonly bodies: Readonly<Record<string, SourceList>>;
  /** How tightly it bound. */
  readonly order?: number;
  /** Comments in its text that no block shows. */
  readonly hidden: readonly Span[];
}

/** How the program's author writes. */
export interface Manners {
  readonly newline: '\n' | '\r\n' | '\r';
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
}

export interface SourcedView extends ProgramView {
  readonly sources: ReadonlyMap<string, Source>;
  readonly names: Names;
  readonly manners: Manners;
  readonly report: ConversionReport;
  /** Numbers of new ids begin behind this. */
  readonly lastId: number;
}
