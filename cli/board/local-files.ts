/** Reads and writes files of this computer for the board commands. A file that cannot be read or written is bad input. */

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inputError } from '../input-error.ts';

export interface LocalFile {
  /** As the person would name it. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

export interface LocalTree {
  /** Name of the file or folder itself; empty for `.`, which stands for what is in it. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Path inside the tree (empty for a file that was named itself) to the file. */
  readonly files: ReadonlyMap<string, LocalFile>;
  /** Folders with nothing in them are kept. */
  readonly folders: readonly string[];
}

/** More than this is on no board: somebody named the wrong folder, bytes. */
const SIZE_LIMIT = 16 * 1024 * 1024;
/** What other programs leave beside a project; names that begin with a dot too. */
const LEFT_OUT = new Set(['__pycache__', 'node_modules']);

/** A file, or a folder with everything in it. `path` is relative to `from`. */
export function readLocal(path: string, from: string): LocalTree {
  const place = resolve(from, path);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) throw badFile(path, 'There is no such file or folder.', 'Check the name, or where you are.');
  const last = basename(path.replace(/[\\/]+$/, ''));
  const name = last === '.' || last === '..' ? '' : basename(place);
  if (!stat.isDirectory()) {
    const file = { shown: path, bytes: readBytes(place, path) };
    return { name, isFolder: false, files: new Map([['', file]]), folders: [] };
  }
  const files = new Map<string, LocalFile>();
  const folders: string[] = [];
  let size = 0;
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(place, inside), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) continue;
      const within = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(within);
        walk(within);
      } else if (entry.isFile()) {
        const shown = join(path, within);
        const bytes = readBytes(join(place, within), shown);
        size += bytes.length;
        if (size > SIZE_LIMIT)
          throw badFile(path, 'This folder is larger than any board.', 'Name a smaller one.');
        files.set(within, { shown, bytes });
      }
    }
  };
  walk('');
  return { name, isFolder: true, files, folders };
}

export function readBytes(place: string, shown: string): Uint8Array {
  try {
    return readFileSync(place);
  } catch {
    throw badFile(shown, 'This file cannot be read.', 'Check the name and that you may read it.');
  }
}

/** Undefined where there is nothing. */
export function bytesIfThere(place: string, shown: string): Uint8Array | undefined {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (stat.isDirectory()) throw badFile(shown, 'There is a folder of this name here.', 'Name another place.');
  return readBytes(place, shown);
}

export function isLocalFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes the folders as needed. */
export function writeLocal(place: string, bytes: Uint8Array, shown: string): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  } catch {
    throw badFile(
      shown,
      'This file cannot be written.',
      'Check that you may write there and that the disk has room.',
    );
  }
}

function badFile(file: string, message: string, fix: string): Error {
  return inputError({ code: 'bad-file', message, fix, where: { file } });
}
