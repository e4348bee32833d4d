/** Two texts as one, with what differs marked: CodeMirror's unified view, for reading only. Knows no Svelte and no board. */

import { python } from '@codemirror/lang-python';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorTheme } from '../editor/editor-theme.ts';

/** A sign tells what a color tells, too. */
const look = EditorView.theme({
  '&': { maxHeight: 'min(22rem, 50vh)', fontSize: 'var(--text-sm)' },
  '.cm-scroller': { overflow: 'auto' },
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine, .cm-inlineChangedLine': {
    backgroundColor: 'var(--color-success-soft)',
  },
  '.cm-deletedChunk': {
    backgroundColor: 'var(--color-danger-soft)',
    paddingInlineStart: 'var(--space-2)',
  },
  '&.cm-merge-b .cm-changedText': { background: 'none', fontWeight: 'var(--weight-bold)' },
  '&.cm-merge-b .cm-deletedText, .cm-deletedChunk .cm-deletedText, .cm-deletedLine del': {
    background: 'none',
    textDecoration: 'none',
    fontWeight: 'var(--weight-bold)',
  },
  '.cm-deletedLine': { position: 'relative', paddingInlineStart: '1.2em' },
  '.cm-deletedLine::before': { content: '"−"', position: 'absolute', insetInlineStart: '0.2em' },
  '.cm-content .cm-line': { position: 'relative', paddingInlineStart: '1.7em' },
  '.cm-line.cm-changedLine::before': { content: '"+"', position: 'absolute', insetInlineStart: '0.7em' },
});

export interface TwoTexts {
  readonly before: string;
  readonly after: string;
  /** Name for a screen reader. */
  readonly label: string;
}

export function showDifferences(parent: HTMLElement, { before, after, label }: TwoTexts): () => void {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: after,
      extensions: [
        lineNumbers(),
        python(),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        unifiedMergeView({
          original: before,
          mergeControls: false,
          gutter: false,
          allowInlineDiffs: false,
          collapseUnchanged: { margin: 2, minSize: 6 },
        }),
        editorTheme,
        look,
      ],
    }),
  });
  return () => view.destroy();
}
