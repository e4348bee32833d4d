/** Marks the lines of the block that is chosen in the block editor. */

import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

interface Range {
  readonly from: number;
  readonly to: number;
}

const setRange = StateEffect.define<Range | undefined>();
const mark = Decoration.line({ class: 'cm-block-line' });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setRange)) return decorate(transaction.state, effect.value);
    }
    return decorations.map(transaction.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

function decorate({ doc }: EditorState, range: Range | undefined): DecorationSet {
  if (!range || range.to > doc.length) return Decoration.none;
  const [first, last] = [doc.lineAt(range.from).number, doc.lineAt(range.to).number];
  const lines = Array.from({ length: last - first + 1 }, (_, n) => doc.line(first + n));
  return Decoration.set(lines.map(({ from }) => mark.range(from)));
}

export const blockLines: Extension = field;

/** Marks the lines of a range and brings their beginning into sight; the cursor and the focus stay where they are. */
export function showBlockLines(view: EditorView, range: Range | undefined): void {
  const inside = range && range.to <= view.state.doc.length;
  view.dispatch({
    effects: [
      setRange.of(range),
      ...(inside && !view.hasFocus
        ? [EditorView.scrollIntoView(range.from, { y: 'nearest', yMargin: 40 })]
        : []),
    ],
  });
}
