/** The text editor as an object: CodeMirror with Python, marks and keys. Knows no Svelte, no project and no device. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python, pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
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
import { editorTheme } from './editor-theme.ts';
import { pythonWords } from './python-words.ts';
import { runningLine, showRunningLine } from './running-line.ts';

export interface ErrorMark {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface PythonEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  /** CodeMirror's own words to those of the language in force. */
  readonly phrases?: Readonly<Record<string, string>>;
  /** The learner changed the text. Not called for `setText`. */
  readonly onChange: (text: string) => void;
}

const fromOutside = Annotation.define<boolean>();

export class PythonEditor implements Disposable {
  readonly #view: EditorView;
  readonly #readOnly = new Compartment();

  constructor(options: PythonEditorOptions) {
    this.#view = new EditorView({
      parent: options.parent,
      state: EditorState.create({ doc: options.text, extensions: this.#extensions(options) }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Replaces the text where it differs, as one change that can be undone. */
  setText(text: string): void {
    const { doc } = this.#view.state;
    if (doc.toString() === text) return;
    this.#view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: fromOutside.of(true),
    });
  }

  setRunningLine(line: number | undefined): void {
    showRunningLine(this.#view, line);
  }

  setErrors(marks: readonly ErrorMark[]): void {
    const { doc } = this.#view.state;
    const diagnostics = marks.map(({ line, message }) => {
      const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return { from: from + text.search(/\S|$/), to, severity: 'error' as const, message };
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

  setReadOnly(readOnly: boolean): void {
    this.#view.dispatch({ effects: this.#readOnly.reconfigure(EditorState.readOnly.of(readOnly)) });
  }

  focus(): void {
    this.#view.focus();
  }

  dispose(): void {
    this.#view.destroy();
  }

  #extensions({ label, placeholder: hint, phrases = {}, onChange }: PythonEditorOptions): Extension {
    return [
      lintGutter(),
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightSpecialChars(),
      history(),
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
      editorTheme,
      placeholder(hint),
      EditorState.phrases.of(phrases),
      this.#readOnly.of([]),
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
      EditorView.updateListener.of((update) => {
        const ours = update.transactions.some((transaction) => transaction.annotation(fromOutside));
        if (update.docChanged && !ours) onChange(update.state.doc.toString());
      }),
    ];
  }
}
