/** Breakpoints beside the lines: a click or F9 sets one and takes it away. They are kept by the program's document. */

import type { Extension } from '@codemirror/state';
import { EditorView, gutter, GutterMarker, keymap } from '@codemirror/view';
import { breakpoints } from '../../state/program-fields.ts';

export interface BreakpointGutterOptions {
  /** `line` is 1-based. */
  readonly toggle: (line: number) => void;
  /** What a screen reader says of the line now. */
  readonly describe: (line: number, isSet: boolean) => string;
}

class Dot extends GutterMarker {
  override toDOM(): Node {
    const dot = document.createElement('span');
    dot.className = 'cm-breakpoint';
    return dot;
  }
}

const dot = new Dot();

export function breakpointGutter({ toggle, describe }: BreakpointGutterOptions): Extension {
  const toggleLine = (view: EditorView, position: number): boolean => {
    const line = view.state.doc.lineAt(position);
    toggle(line.number);
    const isSet = view.state.field(breakpoints).some((each) => each >= line.from && each <= line.to);
    view.dispatch({ effects: EditorView.announce.of(describe(line.number, isSet)) });
    return true;
  };
  return [
    gutter({
      class: 'cm-breakpoints',
      lineMarker: (view, { from, to }) =>
        view.state.field(breakpoints).some((each) => each >= from && each <= to) ? dot : null,
      lineMarkerChange: ({ startState, state }) => startState.field(breakpoints) !== state.field(breakpoints),
      initialSpacer: () => dot,
      domEventHandlers: { mousedown: (view, { from }) => toggleLine(view, from) },
    }),
    keymap.of([{ key: 'F9', run: (view) => toggleLine(view, view.state.selection.main.head) }]),
  ];
}
