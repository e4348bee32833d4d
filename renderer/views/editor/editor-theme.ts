/** How program text looks. Every color is a token, so light and dark need no second theme. */

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-text)',
    fontSize: 'var(--text-md)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--color-accent)' },
  '.cm-line': { padding: '0 var(--space-4) 0 var(--space-2)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-accent)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-text-faint)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 var(--space-2) 0 0' },
  '.cm-activeLine': { backgroundColor: 'var(--color-code-active-line)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--color-code-selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--color-accent-soft)',
    outline: '1px solid var(--color-accent-border)',
  },
  '.cm-running-line': {
    backgroundColor: 'var(--color-code-running-line)',
    boxShadow: 'inset 3px 0 var(--color-code-running-edge)',
  },
  '.cm-block-line': { boxShadow: 'inset 3px 0 var(--color-accent)' },
  '.cm-breakpoints': { minWidth: '1.1rem', cursor: 'pointer' },
  '.cm-breakpoints .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.cm-breakpoint': {
    width: '0.7rem',
    height: '0.7rem',
    borderRadius: '50%',
    backgroundColor: 'var(--color-danger)',
  },
  '.cm-breakpoints .cm-gutterElement:hover:empty::before': {
    content: '""',
    width: '0.7rem',
    height: '0.7rem',
    borderRadius: '50%',
    backgroundColor: 'var(--color-danger-border)',
  },
  '.cm-lint-marker-error': {
    content: 'none',
    width: '0.6rem',
    height: '0.6rem',
    borderRadius: '50%',
    backgroundColor: 'var(--color-danger)',
  },
  '.cm-lint-marker-warning': {
    content: 'none',
    width: '0.6rem',
    height: '0.6rem',
    border: '2px solid var(--color-danger)',
    borderRadius: '50%',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--color-danger) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-danger) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    border: '1px solid var(--color-border)',
    borderRadius: 'var(--radius-md)',
    backgroundColor: 'var(--color-surface-raised)',
    color: 'var(--color-text)',
    boxShadow: 'var(--shadow-md)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)', maxHeight: '14em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px var(--space-2)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--color-accent-soft)',
    color: 'var(--color-text)',
  },
  '.cm-completionDetail': { color: 'var(--color-text-muted)', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: 'var(--space-2) var(--space-3)', borderLeftColor: 'var(--color-danger)' },
  '.cm-panels': {
    backgroundColor: 'var(--color-surface-sunken)',
    color: 'var(--color-text)',
    borderColor: 'var(--color-border)',
  },
  '.cm-panel.cm-search': {
    padding: 'var(--space-2) var(--space-8) var(--space-2) var(--space-3)',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-panel.cm-search label': { fontSize: 'var(--text-sm)' },
  '.cm-textfield': {
    padding: '3px var(--space-2)',
    border: '1px solid var(--color-border-strong)',
    borderRadius: 'var(--radius-sm)',
    backgroundColor: 'var(--color-surface)',
    fontSize: 'var(--text-sm)',
  },
  '.cm-button': {
    border: '1px solid var(--color-border)',
    borderRadius: 'var(--radius-sm)',
    backgroundColor: 'var(--color-surface-raised)',
    backgroundImage: 'none',
    fontSize: 'var(--text-sm)',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--color-warning-soft)',
    outline: '1px solid var(--color-warning-border)',
  },
  '.cm-placeholder': { color: 'var(--color-text-faint)' },
});

const syntax = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.operatorKeyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
    ],
    color: 'var(--color-code-keyword)',
  },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    color: 'var(--color-code-function)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--color-code-string)' },
  { tag: tags.number, color: 'var(--color-code-number)' },
  { tag: [tags.bool, tags.null, tags.self], color: 'var(--color-code-constant)' },
  { tag: tags.comment, color: 'var(--color-code-comment)', fontStyle: 'italic' },
  { tag: tags.meta, color: 'var(--color-code-keyword)' },
]);

export const editorTheme: Extension = [look, syntaxHighlighting(syntax)];
