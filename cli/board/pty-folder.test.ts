import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderStorage } from './pty-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pinlab-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('FolderStorage', () => {
  it('gives back what it was given', () => {
    const storage = new FolderStorage(join(root, 'new'));
    storage.apply([
      { kind: 'folder', path: '/lib' },
      { kind: 'file', path: '/lib/a.py', bytes: bytes('a = 1') },
      { kind: 'file', path: '/main.py', bytes: bytes('') },
    ]);
    expect(new FolderStorage(join(root, 'new')).load()).toEqual([
      { kind: 'folder', path: '/lib' },
      { kind: 'file', path: '/lib/a.py', bytes: Buffer.from('a = 1') },
      { kind: 'file', path: '/main.py', bytes: Buffer.from('') },
    ]);
  });

  it('removes, and puts a file in place of a folder', () => {
    const storage = new FolderStorage(root);
    storage.apply([
      { kind: 'file', path: '/x/y', bytes: bytes('1') },
      { kind: 'file', path: '/z', bytes: bytes('2') },
    ]);
    storage.apply([
      { kind: 'file', path: '/x', bytes: bytes('3') },
      { kind: 'gone', path: '/x/y' },
      { kind: 'gone', path: '/z' },
    ]);
    expect(readdirSync(root)).toEqual(['x']);
    expect(readFileSync(join(root, 'x'), 'utf8')).toBe('3');
  });

  it('forgets what was being written when the computer stopped, and follows no links', () => {
    writeFileSync(join(root, '.pinlab-unfinished'), 'half');
    mkdirSync(join(root, 'd'));
    symlinkSync('/', join(root, 'link'));
    expect(new FolderStorage(root).load()).toEqual([{ kind: 'folder', path: '/d' }]);
  });

  it('stays within its folder', () => {
    expect(() => new FolderStorage(root).apply([{ kind: 'gone', path: '/../other' }])).toThrow('not within');
  });
});
