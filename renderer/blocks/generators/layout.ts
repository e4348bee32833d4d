/** Blank lines between statements, after PEP 8: two around definitions, one before and after a loop of the main program. */

import type { Layout } from '../block-spec.ts';

export interface Piece {
  readonly code: string;
  readonly layout: Layout;
}

/** Joins the statements of one suite. Only the main program (depth 0) is divided into sections. */
export function joinStatements(pieces: readonly Piece[], depth: number): string {
  let joined = '';
  pieces.forEach((piece, index) => {
    const previous = pieces[index - 1];
    const breaks = previous ? 1 + blankLines(previous.layout, headOf(pieces, index), depth) : 0;
    joined += '\n'.repeat(breaks) + piece.code;
  });
  return joined;
}

/** A comment belongs to the statement below it. */
function headOf(pieces: readonly Piece[], index: number): Layout {
  if (pieces[index - 1]?.layout === 'comment') return 'plain';
  let at = index;
  while (pieces[at]?.layout === 'comment' && at < pieces.length - 1) at += 1;
  return pieces[at]?.layout ?? 'plain';
}

function blankLines(before: Layout, after: Layout, depth: number): number {
  if (before === 'comment') return 0;
  if (before === 'definition' || after === 'definition') return depth === 0 ? 2 : 1;
  if (before === 'section' || after === 'section') return depth === 0 ? 1 : 0;
  return 0;
}
