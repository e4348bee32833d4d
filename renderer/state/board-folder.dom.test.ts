import { describe, expect, it } from 'vitest';
import { LINK } from '#interpreter/device/link.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { asStartProgram } from '#interpreter/device/start-program.ts';
import { STORAGE } from '#interpreter/device/storage.ts';
import { digestOf } from './board-files.ts';
import { BoardFolder, WHOLE_BOARD } from './board-folder.svelte.ts';
import { nameProblem, programTextOf, textOf, treeRows } from './board-tree.ts';

const FILES = { '/main.py': 'print(1)\n', '/lib/pump.py': 'x = 1\n', '/lib/a/deep.py': '', '/boot.py': '#' };

async function set(files: Readonly<Record<string, string>> = FILES) {
  const board = new MemoryBoard({ files });
  await board.open();
  const storage = board.capability(STORAGE);
  if (!storage) throw new Error('The twin has files.');
  const folder = new BoardFolder({ storage, cancel: () => board.capability(LINK)?.cancel() });
  await folder.refresh();
  return { board, folder };
}

const shown = (folder: BoardFolder): string[] =>
  folder.rows.map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('BoardFolder', () => {
  it('lists folders first, with what is in them, which can be closed', async () => {
    const { folder } = await set();
    expect(shown(folder)).toEqual(['lib', '  a', '    deep.py', '  pump.py', 'boot.py', 'main.py']);
    folder.setOpen('/lib', false);
    expect(shown(folder)).toEqual(['lib', 'boot.py', 'main.py']);
    folder.setOpen('/lib', true);
    expect(folder.rows.find(({ path }) => path === '/lib')?.size).toBe(6);
  });

  it('reads, writes, renames and removes, and lists anew', async () => {
    const { board, folder } = await set();
    expect(textOf((await folder.read('/main.py')) ?? new Uint8Array())).toBe('print(1)\n');
    expect(await folder.upload([{ path: '/lib/new.py', bytes: bytes('n') }])).toBe(true);
    expect(await folder.rename('/lib/new.py', 'newer.py')).toBe(true);
    expect(board.textOf('/lib/newer.py')).toBe('n');
    expect(await folder.makeFolder('/data')).toBe(true);
    expect(await folder.remove('/lib')).toBe(true);
    expect(shown(folder)).toEqual(['data', 'boot.py', 'main.py']);
  });

  it('knows the digest of main.py, so that it can be compared', async () => {
    const { folder } = await set();
    expect(folder.mainDigest).toBe(digestOf(bytes('print(1)\n')));
    await folder.remove('/main.py');
    expect(folder.mainDigest).toBeUndefined();
  });

  it('tells next to a file what went wrong with it, until it goes right', async () => {
    const { board, folder } = await set();
    board.failNext('storage-full');
    expect(await folder.upload([{ path: '/main.py', bytes: bytes('n') }])).toBe(false);
    expect([...folder.faults].map(([path, { code }]) => [path, code])).toEqual([
      ['/main.py', 'storage-full'],
    ]);
    expect(board.textOf('/main.py')).toBe('print(1)\n');
    expect(await folder.upload([{ path: '/main.py', bytes: bytes('n') }])).toBe(true);
    expect(folder.faults.size).toBe(0);
  });

  it('tells at the top why there is no list', async () => {
    const { board, folder } = await set();
    board.unplug();
    await folder.refresh();
    expect(folder.faults.get(WHOLE_BOARD)?.code).toBe('link-lost');
    expect(shown(folder)).toHaveLength(6);
  });

  it('does one thing at a time, and can be canceled without a complaint', async () => {
    const { board, folder } = await set();
    board.hold();
    const reading = folder.read('/main.py');
    expect(folder.work).toMatchObject({ kind: 'reading', path: '/main.py' });
    expect(await folder.read('/boot.py')).toBeUndefined();
    folder.cancel();
    expect(await reading).toBeUndefined();
    expect([folder.work, folder.faults.size]).toEqual([undefined, 0]);
  });
});

describe('names', () => {
  const entries = [{ path: '/main.py', kind: 'file' as const, size: 1 }];

  it.each([
    ['pump.py', undefined],
    ['', 'empty'],
    ['a/b.py', 'letters'],
    ['..', 'letters'],
    ['a\tb', 'letters'],
    ['ü'.repeat(51), 'long'],
    ['main.py', 'taken'],
    ['boot.py', 'boot'],
  ])('%j: %s', (name, problem) => {
    expect(nameProblem(name, '', entries)).toBe(problem);
  });

  it('may be the same in another folder', () => {
    expect([nameProblem('main.py', '/lib', entries), nameProblem('boot.py', '/lib', entries)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

it('tells text from other bytes', () => {
  expect(textOf(bytes('Grüße'))).toBe('Grüße');
  expect(textOf(new Uint8Array([0xff, 0xfe, 0x00]))).toBeUndefined();
  expect(textOf(new Uint8Array([65, 0, 66]))).toBeUndefined();
});

it('shows a start program as the project has it', () => {
  const program = 'while True:\n    pass\n';
  expect(asStartProgram(program)).not.toBe(program);
  expect(programTextOf('/main.py', bytes(asStartProgram(program)))).toBe(program);
  expect(programTextOf('/lib/main.py', bytes(asStartProgram(program)))).toBe(asStartProgram(program));
});

it('has no rows without files', () => {
  expect(treeRows([], new Set())).toEqual([]);
});
