import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProgramDocument } from '../../state/program-document.svelte.ts';
import { PythonEditor } from './python-editor.ts';

let editor: PythonEditor | undefined;
afterEach(() => editor?.dispose());

function open(text: string) {
  const parent = document.createElement('div');
  document.body.append(parent);
  const program = new ProgramDocument({ text });
  const onCursor = vi.fn();
  editor = new PythonEditor({
    parent,
    document: program,
    label: 'Program',
    placeholder: 'Write here',
    describeBreakpoint: (line, isSet) => `${line} ${isSet}`,
    onCursor,
  });
  const view = EditorView.findFromDOM(parent);
  if (!view) throw new Error('The editor did not start.');
  return { editor, view, parent, program, onCursor };
}

const lines = (parent: HTMLElement, css: string): (string | null)[] =>
  [...parent.querySelectorAll(css)].map((line) => line.textContent);

describe('PythonEditor', () => {
  it('shows the document and changes it', () => {
    const { view, program } = open('a = 1\n');
    view.dispatch({ changes: { from: 0, insert: 'b' } });
    expect(program.text).toBe('ba = 1\n');
    program.edit({ changes: [{ from: 0, to: 1, insert: '' }] });
    expect(view.state.doc.toString()).toBe('a = 1\n');
    program.undo();
    expect(view.state.doc.toString()).toBe('ba = 1\n');
  });

  it('gives the document back with its history', () => {
    const { editor: python, view, program, parent } = open('a\n');
    view.dispatch({ changes: { from: 0, insert: 'b' } });
    python.dispose();
    expect(parent.querySelector('.cm-editor')).toBeNull();
    program.undo();
    expect(program.text).toBe('a\n');
  });

  it('keeps the line ends of the file when lines are typed', () => {
    const { view, program } = open('a\r\nb\r\n');
    view.dispatch(view.state.replaceSelection('new\nlines\n'));
    expect(program.fileText).toBe('new\r\nlines\r\na\r\nb\r\n');
  });

  it('leaves the cursor where it is when blocks change a line above', () => {
    const { view, program } = open('one\ntwo\n');
    view.dispatch({ selection: { anchor: 5 } });
    program.edit({ changes: [{ from: 0, to: 3, insert: 'first' }] });
    expect(view.state.selection.main.anchor).toBe(7);
  });

  it('marks the running line, and nothing where there is no such line', () => {
    const { editor: python, parent } = open('one\ntwo\nthree');
    python.setRunningLine(2);
    expect(lines(parent, '.cm-running-line')).toEqual(['two']);
    python.setRunningLine(3);
    expect(lines(parent, '.cm-running-line')).toEqual(['three']);
    python.setRunningLine(9);
    expect(lines(parent, '.cm-running-line')).toEqual([]);
  });

  it('marks the lines of a block, and nothing where the text has become shorter', () => {
    const { editor: python, parent } = open('one\ntwo\nthree');
    python.setBlockRange({ from: 4, to: 9 });
    expect(lines(parent, '.cm-block-line')).toEqual(['two', 'three']);
    python.setBlockRange({ from: 4, to: 99 });
    expect(lines(parent, '.cm-block-line')).toEqual([]);
  });

  it('sets a breakpoint on the line of the cursor and takes it away', () => {
    const { view, program, parent } = open('one\ntwo\n');
    view.dispatch({ selection: { anchor: 5 } });
    const press = (): boolean =>
      view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', keyCode: 120, bubbles: true }));
    press();
    expect(program.breakpoints).toEqual([2]);
    expect(parent.querySelector('[aria-live]')?.textContent).toBe('2 true');
    press();
    expect(program.breakpoints).toEqual([]);
  });

  it('tells the line of the cursor only while the learner is in the text', () => {
    const { view, onCursor } = open('one\ntwo\n');
    view.dispatch({ selection: { anchor: 5 } });
    expect(onCursor).not.toHaveBeenCalled();
    view.focus();
    view.dispatch({ selection: { anchor: 5 } });
    expect(onCursor).toHaveBeenLastCalledWith(2);
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
