/**
 * Writes edited blocks into the text of a program. Nobody sees the new text before it was read again and proven to say what the
 * blocks say; where that fails, nothing changes.
 */

import { parseModule } from '../python/parse-module.ts';
import type { Block, ProgramView, ReadProblem, TextChange } from './block.ts';
import { MARKS } from './marked-text.ts';
import { firstDifference } from './prove.ts';
import { unfaithful } from './read-problems.ts';
import { readProgram } from './read-program.ts';
import { isDeepSame, sameRow } from './same.ts';
import type { SourcedView } from './source.ts';
import { writeProgram } from './write-program.ts';

export type ApplyResult =
  | {
      readonly ok: true;
      readonly text: string;
      /** In order, not overlapping; offsets in the text of the view that was given. */
      readonly changes: readonly TextChange[];
      /** The new text as blocks. Blocks that stay keep their ids; a statement that was not edited is the same object. */
      readonly view: ProgramView;
    }
  | { readonly ok: false; readonly reason: ReadProblem };

export interface ApplyOptions {
  /** Lines up to which blocks are made. */
  readonly mostLines?: number;
}

/** Never throws. `view` is the last reading of the text; `blocks` is the program that its text shall become. */
export function applyBlocks(
  view: ProgramView,
  blocks: readonly Block[],
  options: ApplyOptions = {},
): ApplyResult {
  let reason: ReadProblem | undefined;
  if (blocks.some((block) => holdsMarks(block, view as SourcedView)))
    return { ok: false, reason: unfaithful(1) };
  // Edited blocks are written piece by piece; if that does not say the same, they are written whole.
  for (const whole of [false, true]) {
    const { text, changes, spans } = writeProgram(view, blocks, { whole });
    const reading =
      text === view.text ? ({ ok: true, view } as const) : readProgram(text, { ...options, view, spans });
    if (reading.ok && saysSame(view, blocks, reading.view))
      return { ok: true, text, changes, view: reading.view };
    reason ??= reading.ok ? undefined : reading.reason;
  }
  return { ok: false, reason: reason ?? unfaithful(1) };
}

/** Whether an edited block says something that writing could not tell from its own marks. */
function holdsMarks(block: Block, view: SourcedView): boolean {
  if (view.sources.get(block.id)?.block === block) return false;
  return (
    [block.comment ?? '', ...Object.values(block.fields)].some((value) => MARKS.test(value)) ||
    [...Object.values(block.slots), ...Object.values(block.bodies).flat()].some((inside) =>
      holdsMarks(inside, view),
    )
  );
}

/** Reading proves a text to mean what its blocks say; these need only be the edited ones, or write a program that means the same. */
function saysSame(before: ProgramView, blocks: readonly Block[], after: ProgramView): boolean {
  if (sameRow(blocks, after.blocks, (one, other) => one === other || isDeepSame(one, other))) return true;
  const { text } = writeProgram(before, blocks, { fresh: true, plain: true });
  const [wanted, written] = [parseModule(text), parseModule(after.text)];
  if (!wanted.ok || !written.ok) return false;
  // What names stood for while the blocks were edited: without its import, `Pin` would be just some name.
  const { names } = before as SourcedView;
  return (
    firstDifference({ items: wanted.items, text }, { items: written.items, text: after.text }, names) ===
    undefined
  );
}
