/**
 * The program: its text, the drafts beside it, its breakpoints, and the one history of all of them. Text editor and block
 * editor change it here and nowhere else. Offsets count a line end as one letter, whatever the file has. Knows no view.
 */

import { history, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import {
  Annotation,
  type ChangeSpec,
  Compartment,
  EditorState,
  type Extension,
  type StateField,
  Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { joinLines, splitLines } from './line-ends.ts';
import {
  breakpointLines,
  breakpoints,
  drafts,
  lineEnd,
  NO_DRAFTS,
  setBreakpoints,
} from './program-fields.ts';

/** What is stored of a program. */
export interface ProgramContent {
  /** As in the file. */
  readonly text: string;
  /** JSON text of the blocks beside the program. */
  readonly drafts?: string;
  /** 1-based lines. */
  readonly breakpoints?: readonly number[];
}

/** A view that draws the state: CodeMirror's EditorView. */
export interface AttachedView {
  readonly state: EditorState;
  update(transactions: readonly Transaction[]): void;
}

export interface ProgramEdit {
  /** In order, not overlapping; offsets in `text`. */
  readonly changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
  readonly drafts?: string;
  /** Edits of one gesture that follow one another directly are one step of the history. */
  readonly gesture?: string;
}

const joinsGesture = Annotation.define<boolean>();

/** Lines and history are those of CodeMirror; a gesture in the blocks may join what comes after one another. */
const HISTORY = history({
  joinToEvent: (transaction, isAdjacent) => transaction.annotation(joinsGesture) ?? isAdjacent,
});

export class ProgramDocument implements Disposable {
  readonly #didChange = new Emitter<Transaction>();
  /** Text, drafts or breakpoints were changed; fires after the new state is in force. */
  readonly didChange = this.#didChange.event;
  readonly #viewExtensions = new Compartment();
  #view: AttachedView | undefined;
  #gesture: { readonly key: string; readonly time: number } | undefined;
  #state: EditorState;
  readonly #doc: Text;

  /** With `\n` between lines. */
  readonly text: string;
  /** As it is stored: with the file's own line ends. */
  readonly fileText: string;
  readonly drafts: string;
  /** 1-based, in order. */
  readonly breakpoints: readonly number[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  constructor(content: ProgramContent) {
    const { doc, lineEnd: end } = splitLines(content.text);
    this.#state = $state.raw(
      EditorState.create({
        doc,
        extensions: [
          HISTORY,
          drafts.extension,
          drafts.field.init(() => content.drafts ?? NO_DRAFTS),
          lineEnd.extension,
          lineEnd.field.init(() => end),
          breakpoints,
          this.#viewExtensions.of([]),
        ],
      }),
    );
    this.#doc = $derived(this.#state.doc);
    this.text = $derived(this.#doc.toString());
    this.fileText = $derived(joinLines({ doc: this.#doc, lineEnd: this.#state.field(lineEnd.field) }));
    this.drafts = $derived(this.#state.field(drafts.field));
    this.breakpoints = $derived(breakpointLines(this.#state));
    this.canUndo = $derived(undoDepth(this.#state) > 0);
    this.canRedo = $derived(redoDepth(this.#state) > 0);
    if (content.breakpoints?.length) this.dispatch({ effects: setBreakpoints.of(content.breakpoints) });
  }

  get state(): EditorState {
    return this.#state;
  }

  get lineCount(): number {
    return this.#state.doc.lines;
  }

  dispatch(spec: TransactionSpec): void {
    this.take([this.#state.update(spec)]);
  }

  /** Takes transactions of the present state into force, and into the view that shows it. */
  take(transactions: readonly Transaction[]): void {
    const last = transactions.at(-1);
    if (!last) return;
    this.#view?.update(transactions);
    this.#state = this.#view?.state ?? last.state;
    for (const transaction of transactions) {
      const changed = (field: StateField<unknown>): boolean =>
        transaction.startState.field(field) !== transaction.state.field(field);
      const edited = transaction.docChanged || changed(drafts.field);
      if (edited) this.#gesture = undefined;
      if (edited || changed(breakpoints)) this.#didChange.fire(transaction);
    }
  }

  /** Changes text and drafts together, as one step of the history. */
  edit({ changes, drafts: newDrafts, gesture }: ProgramEdit): void {
    const joins = gesture !== undefined && this.#gesture?.key === gesture ? this.#gesture : undefined;
    const transaction = this.#state.update({
      changes: changes.map(({ from, to, insert }): ChangeSpec => ({ from, to, insert: toText(insert) })),
      effects: newDrafts === undefined || newDrafts === this.drafts ? [] : drafts.set(newDrafts),
      annotations: joins
        ? [joinsGesture.of(true), Transaction.time.of(joins.time)]
        : isolateHistory.of(gesture === undefined ? 'full' : 'before'),
    });
    this.take([transaction]);
    if (gesture === undefined) return;
    this.#gesture = joins ?? { key: gesture, time: transaction.annotation(Transaction.time) ?? 0 };
  }

  /** Puts another text in the place of this one, as one step that leaves drafts alone. */
  setText(text: string): void {
    const { doc, lineEnd: end } = splitLines(text);
    if (text === this.fileText) return;
    this.dispatch({
      changes: { from: 0, to: this.#state.doc.length, insert: doc },
      effects: lineEnd.set(end),
      annotations: isolateHistory.of('full'),
    });
  }

  /** Puts another program in the place of this one; it can be undone. */
  replace(content: ProgramContent): void {
    const { doc, lineEnd: end } = splitLines(content.text);
    this.dispatch({
      changes: { from: 0, to: this.#state.doc.length, insert: doc },
      effects: [
        lineEnd.set(end),
        drafts.set(content.drafts ?? NO_DRAFTS),
        setBreakpoints.of(content.breakpoints ?? []),
      ],
      annotations: isolateHistory.of('full'),
    });
  }

  undo(): boolean {
    return undo(this.#target());
  }

  redo(): boolean {
    return redo(this.#target());
  }

  /** Sets a breakpoint on a 1-based line, or takes it away. */
  toggleBreakpoint(line: number): void {
    const lines = this.breakpoints;
    const next = lines.includes(line) ? lines.filter((other) => other !== line) : [...lines, line];
    this.dispatch({ effects: setBreakpoints.of(next) });
  }

  /** Shows the document in one view until `detach`; `open` is given the state with the view's own extensions. */
  attach<View extends AttachedView>(extensions: Extension, open: (state: EditorState) => View): View {
    this.dispatch({ effects: this.#viewExtensions.reconfigure(extensions) });
    const view = open(this.#state);
    this.#view = view;
    return view;
  }

  detach(view: AttachedView): void {
    if (this.#view !== view) return;
    this.#view = undefined;
    this.dispatch({ effects: this.#viewExtensions.reconfigure([]) });
  }

  dispose(): void {
    this.#didChange.dispose();
  }

  #target(): { state: EditorState; dispatch: (transaction: Transaction) => void } {
    return { state: this.#state, dispatch: (transaction) => this.take([transaction]) };
  }
}

function toText(text: string): Text {
  return Text.of(text.split(/\r\n|\n|\r/));
}
