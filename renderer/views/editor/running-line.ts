/** Marks the line that the program is at. One effect a change; no document positions are kept outside the editor. */

import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** 1-based line, or undefined for none. */
const setLine = StateEffect.define<number | undefined>();
const mark = Decoration.line({ class: 'cm-running-line' });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setLine)) return decorate(transaction.state, effect.value);
    }
    return decorations.map(transaction.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

function decorate(state: EditorState, line: number | undefined): DecorationSet {
  if (line === undefined || line < 1 || line > state.doc.lines) return Decoration.none;
  return Decoration.set(mark.range(state.doc.line(line).from));
}

export const runningLine: Extension = field;

/** @param inSight scrolls to the line, too. */
export function showRunningLine(view: EditorView, line: number | undefined, inSight: boolean): void {
  const { doc } = view.state;
  const shown = inSight && line !== undefined && line <= doc.lines ? doc.line(line) : undefined;
  view.dispatch({
    effects: [
      setLine.of(line),
      ...(shown ? [EditorView.scrollIntoView(shown.from, { y: 'nearest', yMargin: 40 })] : []),
    ],
  });
}
