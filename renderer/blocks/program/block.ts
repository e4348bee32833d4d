/**
 * A program as blocks: plain data between the text and Blockly. Reading makes blocks from text, writing makes text from blocks;
 * this is what both speak. Knows no window.
 */

import type { Span } from '../python/nodes.ts';

/** What a block is, without its place: everything that decides what it means. */
export interface Block {
  /** Unique in its program, and kept by a block as long as it is the same block. */
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Shape of blocks whose slots come and go, as Blockly's extraState. */
  readonly extra?: Extra;
  /** Filled value slots, by input name. */
  readonly slots: Readonly<Record<string, Block>>;
  /** Statement inputs, by input name; an empty body is absent. */
  readonly bodies: Readonly<Record<string, readonly Block[]>>;
  /** The comment behind the statement's first line, without `#`. */
  readonly comment?: string;
}

export type Extra = Readonly<Record<string, unknown>>;

/** A program that was read from text. */
export interface ProgramView {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where the block of an id stands: from its first character to its last, without indentation and line break. */
  span(id: string): Span | undefined;
  /** The innermost statement block on a 1-based line. */
  statementAt(line: number): string | undefined;
  readonly report: ConversionReport;
}

export interface ConversionReport {
  readonly statements: number;
  /** Statements that hold no raw block in themselves (statements inside their bodies count on their own). */
  readonly native: number;
  readonly rawStatements: number;
  readonly rawExpressions: number;
  /** 1-based lines of the raw blocks. */
  readonly rawLines: readonly number[];
}

export type ReadResult =
  | { readonly ok: true; readonly view: ProgramView }
  /** The text is no Python, or too long, or the proof failed: blocks wait, and `reason` says why. */
  | { readonly ok: false; readonly reason: ReadProblem };

export interface ReadProblem {
  readonly kind: 'syntax' | 'too-long' | 'not-faithful';
  /** 1-based line to look at. */
  readonly line: number;
  /** A plain sentence for the learner. */
  readonly message: string;
}

/** One replaced piece of text. */
export interface TextChange extends Span {
  readonly insert: string;
}

export interface WriteResult {
  readonly text: string;
  /** In order, not overlapping; offsets in the text that was read. */
  readonly changes: readonly TextChange[];
  /** Where blocks stand in the new text, so that the next reading gives them the same ids. */
  readonly spans: ReadonlyMap<string, BlockSpan>;
}

export interface BlockSpan extends Span {
  readonly type: string;
}
