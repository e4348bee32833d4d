import { afterEach, describe, expect, it, vi } from 'vitest';
import { EditorView } from '@codemirror/view';
import { PythonEditor } from './python-editor.ts';

let editor: PythonEditor | undefined;
afterEach(() => editor?.dispose());

function open(text: string) {
  const parent = document.createElement('div');
  document.body.append(parent);
  const onChange = vi.fn();
  editor = new PythonEditor({ parent, text, label: 'Program', placeholder: 'Write here', onChange });
  const view = EditorView.findFromDOM(parent);
  if (!view) throw new Error('The editor did not start.');
  return { editor, view, parent, onChange };
}

describe('PythonEditor', () => {
  it('tells what the learner types, and not what the app sets', () => {
    const { editor: python, view, onChange } = open('a = 1\n');
    python.setText('a = 2\n');
    expect(onChange).not.toHaveBeenCalled();
    view.dispatch({ changes: { from: 0, insert: 'b' } });
    expect(onChange).toHaveBeenCalledWith('ba = 2\n');
    expect(python.text).toBe('ba = 2\n');
  });

  it('leaves the cursor alone when the text is the same', () => {
    const { editor: python, view } = open('one\ntwo\n');
    view.dispatch({ selection: { anchor: 5 } });
    python.setText('one\ntwo\n');
    expect(view.state.selection.main.anchor).toBe(5);
  });

  it('marks the running line, and nothing where there is no such line', () => {
    const { editor: python, parent } = open('one\ntwo\nthree');
    const marked = (): (string | null)[] =>
      [...parent.querySelectorAll('.cm-running-line')].map((line) => line.textContent);
    python.setRunningLine(2);
    expect(marked()).toEqual(['two']);
    python.setRunningLine(3);
    expect(marked()).toEqual(['three']);
    python.setRunningLine(9);
    expect(marked()).toEqual([]);
  });

  it('underlines an error from its first letter, and survives a line beyond the end', () => {
    const { editor: python, parent } = open('if x:\n    led.no()\n');
    python.setErrors([{ line: 2, message: 'AttributeError' }]);
    expect(parent.querySelector('.cm-lintRange-error')?.textContent).toBe('led.no()');
    python.setErrors([{ line: 99, message: 'late' }]);
    python.setErrors([]);
    expect(parent.querySelector('.cm-lintRange-error')).toBeNull();
  });

  it('has a name for screen readers', () => {
    const { parent } = open('');
    expect(parent.querySelector('[role=textbox]')?.getAttribute('aria-label')).toBe('Program');
  });
});
