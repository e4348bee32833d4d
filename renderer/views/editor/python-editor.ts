/** The text editor as an object: CodeMirror with Python, marks and keys, on the program's document. Knows no Svelte and no device. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python, pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { ProgramDocument } from '../../state/program-document.svelte.ts';
import { blockLines, showBlockLines } from './block-lines.ts';
import { breakpointGutter, type BreakpointGutterOptions } from './breakpoint-gutter.ts';
import { editorTheme } from './editor-theme.ts';
import { pythonWords } from './python-words.ts';
import { runningLine, showRunningLine } from './running-line.ts';

export interface ErrorMark {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** A warning where nothing is said. */
  readonly severity?: 'error' | 'warning';
}

export interface PythonEditorOptions {
  readonly parent: HTMLElement;
  readonly document: ProgramDocument;
  readonly label: string;
  readonly placeholder: string;
  /** CodeMirror's own words to those of the language in force. */
  readonly phrases?: Readonly<Record<string, string>>;
  readonly describeBreakpoint: BreakpointGutterOptions['describe'];
  /** The learner moved the cursor to another line, 1-based; undefined when the editor loses the focus. */
  readonly onCursor: (line: number | undefined) => void;
}

export class PythonEditor implements Disposable {
  readonly #view: EditorView;
  readonly #document: ProgramDocument;

  constructor(options: PythonEditorOptions) {
    const { document: program, parent } = options;
    this.#document = program;
    const dispatchTransactions = program.take.bind(program);
    this.#view = program.attach(
      this.#extensions(options),
      (state) => new EditorView({ parent, state, dispatchTransactions }),
    );
  }

  /** A program that is paused at a line has it in sight. */
  setRunningLine(line: number | undefined, isPaused = false): void {
    showRunningLine(this.#view, line, isPaused);
  }

  setErrors(marks: readonly ErrorMark[]): void {
    const { doc } = this.#view.state;
    const diagnostics = marks.map(({ line, message, severity = 'error' }) => {
      const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return { from: from + text.search(/\S|$/), to, severity, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Scrolls a line into the middle, puts the cursor there and takes the focus. */
  reveal(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    this.#view.focus();
  }

  /** Shows which lines the chosen block has; offsets in the document. */
  setBlockRange(range: { readonly from: number; readonly to: number } | undefined): void {
    showBlockLines(this.#view, range);
  }

  dispose(): void {
    this.#document.detach(this.#view);
    this.#view.destroy();
  }

  #extensions(options: PythonEditorOptions): Extension {
    const { label, placeholder: hint, phrases = {}, onCursor } = options;
    return [
      breakpointGutter({
        toggle: (line) => options.document.toggleBreakpoint(line),
        describe: options.describeBreakpoint,
      }),
      lintGutter(),
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightSpecialChars(),
      drawSelection(),
      EditorState.tabSize.of(4),
      indentUnit.of('    '),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      highlightActiveLine(),
      highlightSelectionMatches(),
      python(),
      pythonWords.map((source) => pythonLanguage.data.of({ autocomplete: source })),
      runningLine,
      blockLines,
      editorTheme,
      placeholder(hint),
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({
        'aria-label': label,
        tabindex: '0',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of(({ view, selectionSet, docChanged, focusChanged, state }) => {
        if (!view.hasFocus && focusChanged) onCursor(undefined);
        if (!view.hasFocus || !(selectionSet || docChanged || focusChanged)) return;
        onCursor(state.doc.lineAt(state.selection.main.head).number);
      }),
    ];
  }
}
