import { describe, expect, it } from 'vitest';
import { ProgramDocument } from './program-document.svelte.ts';

const open = (text: string, more: { drafts?: string; breakpoints?: number[] } = {}): ProgramDocument =>
  new ProgramDocument({ text, ...more });

function type(document: ProgramDocument, from: number, insert: string, to = from): void {
  document.dispatch({ changes: { from, to, insert }, userEvent: 'input.type' });
}

describe('ProgramDocument', () => {
  it.each([
    ['', ''],
    ['a\nb\n', 'a\nb\n!'],
    ['a\r\nb\r\n', 'a\r\nb\r\n!'],
    ['a\rb\r', 'a\rb\r!'],
    ['mixed\r\nlines\nof\rall kinds', 'mixed\r\nlines\nof\rall kinds!'],
  ])('keeps the line ends of %j', (text, longer) => {
    const document = open(text);
    expect(document.fileText).toBe(text);
    if (text === '') return;
    type(document, document.text.length, '!');
    expect(document.fileText).toBe(longer);
    expect(document.text).not.toMatch(/^[ab]\r/m);
  });

  it('gives a pasted line the line ends of the file', () => {
    const document = open('a\r\n');
    document.edit({ changes: [{ from: 2, to: 2, insert: 'b\nc\n' }] });
    expect(document.fileText).toBe('a\r\nb\r\nc\r\n');
  });

  it('undoes and does again typing and edits of blocks in one history', () => {
    const document = open('a\n');
    expect([document.canUndo, document.canRedo]).toEqual([false, false]);
    type(document, 1, 'b');
    document.edit({ changes: [{ from: 0, to: 0, insert: 'x' }] });
    type(document, 3, 'c');
    const texts = [document.text];
    while (document.canUndo) {
      document.undo();
      texts.push(document.text);
    }
    expect(texts).toEqual(['xabc\n', 'xab\n', 'ab\n', 'a\n']);
    while (document.redo());
    expect(document.text).toBe('xabc\n');
  });

  it('moves blocks out of the program and back, text and drafts together', () => {
    const document = open('a\nb\n', { drafts: '["old"]' });
    document.edit({ changes: [{ from: 0, to: 2, insert: '' }], drafts: '["old","a"]' });
    expect([document.text, document.drafts]).toEqual(['b\n', '["old","a"]']);
    document.edit({ changes: [], drafts: '["a"]' });
    document.undo();
    expect([document.text, document.drafts]).toEqual(['b\n', '["old","a"]']);
    document.undo();
    expect([document.text, document.drafts]).toEqual(['a\nb\n', '["old"]']);
    document.redo();
    expect([document.text, document.drafts]).toEqual(['b\n', '["old","a"]']);
  });

  it('takes the edits of one gesture as one step, and others not', () => {
    const document = open('x\n');
    const put = (insert: string, gesture: string): void =>
      document.edit({ changes: [{ from: 0, to: document.text.length - 1, insert }], gesture });
    put('1', 'one');
    document.dispatch({ effects: [] });
    put('12', 'one');
    put('123', 'one');
    put('9', 'two');
    document.undo();
    expect(document.text).toBe('123\n');
    document.undo();
    expect(document.text).toBe('x\n');
    document.redo();
    put('77', 'one');
    document.undo();
    expect(document.text).toBe('123\n');
  });

  it('takes breakpoints along with their lines', () => {
    const document = open('one\n  two\nthree\n', { breakpoints: [2, 9] });
    expect(document.breakpoints).toEqual([2]);
    type(document, 0, 'zero\n');
    expect(document.breakpoints).toEqual([3]);
    type(document, document.text.indexOf('two'), '\n');
    expect(document.breakpoints).toEqual([4]);
    document.toggleBreakpoint(1);
    document.toggleBreakpoint(4);
    expect(document.breakpoints).toEqual([1]);
    document.toggleBreakpoint(5);
    const from = document.text.indexOf('two');
    type(document, from, '', from + 6);
    expect(document.text).toBe('zero\none\n  \nree\n');
    expect(document.breakpoints).toEqual([1]);
  });

  it('keeps a breakpoint on a statement that blocks write anew', () => {
    const document = open('one(1)\n', { breakpoints: [1] });
    document.edit({ changes: [{ from: 0, to: 6, insert: 'two(2)' }] });
    expect(document.breakpoints).toEqual([1]);
  });

  it('puts another program in its place, which undo takes back', () => {
    const document = open('a\r\n', { drafts: '["a"]' });
    document.replace({ text: 'b\n', breakpoints: [1] });
    expect([document.fileText, document.drafts, document.breakpoints]).toEqual(['b\n', '[]', [1]]);
    document.undo();
    expect([document.fileText, document.drafts]).toEqual(['a\r\n', '["a"]']);
  });

  it('tells of changes of text, drafts and breakpoints', () => {
    const document = open('a\n');
    const told: boolean[] = [];
    document.didChange(({ docChanged }) => told.push(docChanged));
    document.dispatch({ selection: { anchor: 1 } });
    type(document, 0, 'b');
    document.edit({ changes: [], drafts: '["x"]' });
    document.toggleBreakpoint(1);
    expect(told).toEqual([true, false, false]);
  });
});
