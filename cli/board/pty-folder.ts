/** A virtual board's files in a folder on disk. Each file is there with its old or its new content, whole. Knows no board. */

import {
  type Stats,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { BoardStorage } from '#interpreter/simulated/board-storage.ts';
import type { FileChange } from '#interpreter/worker/protocol.ts';

/** Name of a file that is being written. */
const UNFINISHED = '.pinlab-unfinished';

export class FolderStorage implements BoardStorage {
  readonly #root: string;

  /** Makes the folder if need be. */
  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
    rmSync(join(root, UNFINISHED), { force: true });
  }

  load(): readonly FileChange[] {
    return this.#entriesOf(this.#root);
  }

  apply(changes: readonly FileChange[]): void {
    // What goes makes room: a folder may have become a file.
    const inOrder = [...changes].sort((a, b) => Number(b.kind === 'gone') - Number(a.kind === 'gone'));
    for (const change of inOrder) {
      const place = this.#placeOf(change.path);
      if (change.kind !== kindAt(place)) rmSync(place, { recursive: true, force: true });
      if (change.kind === 'folder') mkdirSync(place, { recursive: true });
      else if (change.kind === 'file') this.#write(place, change.bytes);
    }
  }

  #write(place: string, bytes: Uint8Array): void {
    const unfinished = join(this.#root, UNFINISHED);
    mkdirSync(join(place, '..'), { recursive: true });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, place);
  }

  /** Links are left alone: what they lead to is not the board's. */
  #entriesOf(folder: string): FileChange[] {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry): FileChange[] => {
      const place = join(folder, entry.name);
      const path = `/${relative(this.#root, place).split(sep).join('/')}`;
      if (entry.isDirectory()) return [{ kind: 'folder', path }, ...this.#entriesOf(place)];
      return entry.isFile() ? [{ kind: 'file', path, bytes: readFileSync(place) }] : [];
    });
  }

  #placeOf(path: string): string {
    const place = join(this.#root, path);
    if (!place.startsWith(this.#root + sep)) throw new Error(`${path} is not within the board's folder.`);
    return place;
  }
}

function statAt(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    // A folder on the way is a file.
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function kindAt(place: string): FileChange['kind'] | 'other' {
  const found = statAt(place);
  if (!found) return 'gone';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}
