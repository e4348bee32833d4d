/** What stands between a statement and the one before it in its row. */

import type { Span } from '../python/nodes.ts';
import type { Block } from './block.ts';
import { specOf } from './catalog.ts';
import { blankLines } from './layout.ts';
import type { Source } from './source.ts';

interface Row {
  readonly statements: readonly Block[];
  /** The block around it and the name of the body; '' and '' at the top of the program. */
  readonly parent: string;
  readonly place: string;
  readonly indent: string;
}

/** The program as it is, for whoever asks. */
interface Old {
  readonly text: string;
  source(block: Block): Source | undefined;
}

/** What stood there, or a line break with so many blank lines. Undefined at the start of the program. */
export type Lead = { readonly kept: Span } | { readonly blank: number } | undefined;

export const LINE_BREAK = /\r\n|\r|\n/;

export function leadOf({ statements, parent, place, indent }: Row, index: number, old: Old): Lead {
  const [block, previous] = [statements[index], statements[index - 1]];
  const source = block && old.source(block);
  const kept = source?.lead;
  const lines = kept ? old.text.slice(kept.from, kept.to).split(LINE_BREAK).length - 1 : 0;
  const stays =
    source?.parent === parent &&
    source.place === place &&
    source.previous === (previous?.id ?? '') &&
    source.indent === indent &&
    // A comment ends the line, also before a semicolon.
    (lines > 0 || !previous || !getsComment(previous, old.source(previous)));
  if (kept && stays) return { kept };
  if (!previous) return parent === '' ? undefined : { blank: 0 };
  const fitting = blankLines(statements, index, parent === '' ? 0 : 1);
  const isNew = !source || !old.source(previous);
  // Without a blank line, two comments would be one.
  const areComments = block !== undefined && isComment(block) && isComment(previous);
  return { blank: lines > 0 ? Math.max(lines - 1, isNew || areComments ? fitting : 0) : fitting };
}

/** Whether a statement has a comment that it did not have. */
export function getsComment({ comment }: Block, source: Source | undefined): boolean {
  return comment !== undefined && comment !== source?.block.comment;
}

export function isComment({ type }: Block): boolean {
  return specOf(type)?.layout === 'comment';
}
