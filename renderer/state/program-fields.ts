/** What the program's state holds beside its text: drafts, line ends and breakpoints. All of it follows edits and undo. */

import { invertedEffects } from '@codemirror/commands';
import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import type { LineEnd } from './line-ends.ts';

/** A value that only its effect changes, and that undo brings back. */
interface Kept<Value> {
  readonly set: (value: Value) => StateEffect<Value>;
  readonly field: StateField<Value>;
  readonly extension: Extension;
}

function kept<Value>(initial: Value): Kept<Value> {
  const effect = StateEffect.define<Value>();
  const field = StateField.define<Value>({
    create: () => initial,
    update: (value, { effects }) =>
      effects.reduce((now, each) => (each.is(effect) ? each.value : now), value),
  });
  const inverted = invertedEffects.of(({ effects, startState }) =>
    effects.some((each) => each.is(effect)) ? [effect.of(startState.field(field))] : [],
  );
  return { set: (value) => effect.of(value), field, extension: [field, inverted] };
}

/** No blocks beside the program. */
export const NO_DRAFTS = '[]';

/** Blocks that do not hang below the program block, as JSON text. The text knows nothing of them. */
export const drafts = kept<string>(NO_DRAFTS);
export const lineEnd = kept<LineEnd>('\n');

/** Replaces all breakpoints by those of 1-based lines. */
export const setBreakpoints = StateEffect.define<readonly number[]>();

/** Where breakpoints stand: offsets of the first letters of their lines, in order, each once. */
export const breakpoints = StateField.define<readonly number[]>({
  create: () => [],
  update(positions, transaction) {
    const moved = transaction.docChanged ? follow(positions, transaction) : positions;
    return transaction.effects.reduce(
      (now, effect) => (effect.is(setBreakpoints) ? anchorsOf(transaction.newDoc, effect.value) : now),
      moved,
    );
  },
});

/** 1-based lines with a breakpoint. */
export function breakpointLines(state: EditorState): number[] {
  return state.field(breakpoints).map((position) => state.doc.lineAt(position).number);
}

/** A breakpoint moves with its line, and goes when the line goes. */
function follow(positions: readonly number[], { changes, newDoc }: Transaction): readonly number[] {
  if (positions.length === 0) return positions;
  const lines = positions.flatMap((position) => {
    // A replaced beginning keeps the mark; a deletion that reaches over it takes it away.
    let gone = false;
    changes.iterChangedRanges((from, to) => (gone ||= from < position && to > position));
    return gone ? [] : [newDoc.lineAt(changes.mapPos(position, 1)).number];
  });
  return anchorsOf(newDoc, lines);
}

function anchorsOf(doc: Text, lines: readonly number[]): readonly number[] {
  const known = [...new Set(lines)].filter((line) => line >= 1 && line <= doc.lines);
  return known
    .sort((a, b) => a - b)
    .map((number) => {
      const line = doc.line(number);
      return line.from + line.text.search(/\S|$/);
    });
}
