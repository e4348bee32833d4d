import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../blocks/program/block.ts';
import { lineBlock, lineLanguage } from './line-language.ts';
import { ProgramDocument } from './program-document.svelte.ts';
import { MOST_BLOCKS, ProgramReader } from './program-reader.svelte.ts';

let document: ProgramDocument;
let reader: ProgramReader;
let tasks: (() => void)[];

function open(text: string): void {
  document = new ProgramDocument({ text });
  tasks = [];
  reader = new ProgramReader(document, (task) => {
    tasks.push(task);
    return () => (tasks = tasks.filter((other) => other !== task));
  });
  reader.start(lineLanguage);
}

const type = (from: number, insert: string, to = from): void =>
  document.dispatch({ changes: { from, to, insert } });
const lines = (): string[] => (reader.view?.blocks ?? []).map(({ fields }) => fields['CODE'] ?? '');
const write = (blocks: readonly Block[], drafts = '[]') => reader.write({ blocks, drafts });

beforeEach(() => open('a\nb\n'));

describe('reading', () => {
  it('follows the text and keeps what did not change', () => {
    const first = reader.view?.blocks[0];
    type(2, 'bb', 3);
    expect(lines()).toEqual(['a', 'bb']);
    expect(reader.view?.blocks[0]).toBe(first);
    expect(reader.isCurrent).toBe(true);
  });

  it('keeps the last good view while the text cannot be read, and says why', () => {
    const good = reader.view;
    type(0, '(');
    expect(reader.view).toBe(good);
    expect(reader.problem).toMatchObject({ kind: 'syntax', line: 1 });
    expect(reader.isCurrent).toBe(false);
    type(0, '', 1);
    expect(reader.problem).toBeUndefined();
    expect(lines()).toEqual(['a', 'b']);
  });

  it('reads a longer program later, once', () => {
    open('x\n'.repeat(500));
    type(0, 'y');
    type(0, 'z');
    expect([reader.isCurrent, tasks.length]).toEqual([false, 1]);
    tasks[0]?.();
    expect([reader.isCurrent, lines()[0]]).toEqual([true, 'zyx']);
    type(0, 'z');
    reader.dispose();
    expect(tasks).toHaveLength(1);
  });

  it('says that a very long program has no blocks, and comes back', () => {
    open('x\n'.repeat(MOST_BLOCKS + 10));
    expect(reader.problem?.kind).toBe('too-long');
    expect(reader.problem?.message).toContain('2,510 blocks');
    type(0, '', 100);
    tasks[0]?.();
    expect(reader.problem).toBeUndefined();
  });

  it('takes a reader that throws for a program that it cannot show', () => {
    type(0, 'throw');
    expect(reader.problem?.kind).toBe('not-faithful');
  });
});

describe('writing', () => {
  it('changes only the lines of the block, as one step', () => {
    const [a, b] = reader.view?.blocks ?? [];
    if (!a || !b) throw new Error('nothing was read');
    expect(write([a, { ...b, fields: { CODE: 'c' } }])).toEqual({ ok: true });
    expect(document.text).toBe('a\nc\n');
    expect(reader.view?.blocks[0]).toBe(a);
    expect(reader.view?.blocks[1]?.id).toBe(b.id);
    document.undo();
    expect(lines()).toEqual(['a', 'b']);
  });

  it('writes drafts although the text stays', () => {
    write(reader.view?.blocks ?? [], '["draft"]');
    expect([document.text, document.drafts]).toEqual(['a\nb\n', '["draft"]']);
  });

  it.each(['(', 'throw', 'lie'])('leaves text and blocks as they are where %s cannot be written', (code) => {
    const before = reader.view;
    const result = write([lineBlock('new', code)], '["draft"]');
    expect(result.ok).toBe(false);
    expect([document.text, document.drafts, reader.view, document.canUndo]).toEqual([
      'a\nb\n',
      '[]',
      before,
      false,
    ]);
  });

  it('refuses while the text is ahead of the blocks', () => {
    const blocks = reader.view?.blocks ?? [];
    type(0, '(');
    expect(write(blocks).ok).toBe(false);
    expect(document.text).toBe('(a\nb\n');
  });
});
