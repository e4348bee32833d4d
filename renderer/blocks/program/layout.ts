/** Blank lines between statements, after PEP 8: two around definitions, one before and after a loop of the main program. */

import type { Layout } from '../block-spec.ts';
import type { Block } from './block.ts';
import { specOf } from './catalog.ts';

/** Blank lines in front of the statement at `index`. Only the main program (depth 0) is divided into sections. */
export function blankLines(row: readonly Block[], index: number, depth: number): number {
  const before = layoutOf(row[index - 1]);
  const after = headOf(row, index);
  if (before === 'comment') return layoutOf(row[index]) === 'comment' ? 1 : 0;
  if (depth === 0 && index === 1 && row[0]?.type === 'docstring') return after === 'definition' ? 2 : 1;
  if (before === 'definition' || after === 'definition') return depth === 0 ? 2 : 1;
  if (depth > 0) return 0;
  if (before === 'import') return after === 'import' ? 0 : 1;
  return before === 'section' || after === 'section' ? 1 : 0;
}

/** A comment belongs to the statement below it. */
function headOf(row: readonly Block[], index: number): Layout {
  let at = index;
  while (layoutOf(row[at]) === 'comment' && at < row.length - 1) at += 1;
  return layoutOf(row[at]);
}

function layoutOf(block: Block | undefined): Layout {
  return (block && specOf(block.type)?.layout) ?? 'plain';
}
