/** The files of a board as rows of a tree, and the names that a board takes. Pure. */

import { fromStartProgram } from '#interpreter/device/start-program.ts';
import type { StorageEntry } from '#interpreter/device/storage.ts';

export interface TreeRow {
  readonly path: string;
  readonly name: string;
  readonly kind: StorageEntry['kind'];
  /** Bytes; of a folder everything in it. */
  readonly size: number;
  /** 0 at the top. */
  readonly depth: number;
  /** Of a folder: whether what is in it is shown. */
  readonly isOpen: boolean;
}

/** Bytes of a name that both file systems of MicroPython take with room to spare. */
const LONGEST_NAME = 100;

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `/lib` of `/lib/pump.py`; nothing at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

export function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Rows in order: folders first, then files, by name. What is in closed folders is left out. */
export function treeRows(
  entries: readonly StorageEntry[],
  closed: ReadonlySet<string>,
  folder = '',
): readonly TreeRow[] {
  const here = entries.filter(({ path }) => folderOf(path) === folder);
  const depth = folder.split('/').length - 1;
  return here.toSorted(byKindAndName).flatMap(({ path, kind, size }) => {
    const isFolder = kind === 'folder';
    const isOpen = isFolder && !closed.has(path);
    const whole = isFolder ? sizeInside(entries, path) : size;
    const row = { path, name: nameOf(path), kind, size: whole, depth, isOpen };
    return [row, ...(isOpen ? treeRows(entries, closed, path) : [])];
  });
}

function byKindAndName(a: StorageEntry, b: StorageEntry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

function sizeInside(entries: readonly StorageEntry[], folder: string): number {
  return entries.reduce((sum, { path, size }) => (isInside(path, folder) ? sum + size : sum), 0);
}

export type NameProblem = 'empty' | 'letters' | 'long' | 'taken' | 'boot';

/** Why a file or folder may not be called so; nothing where it may. */
export function nameProblem(
  name: string,
  folder: string,
  entries: readonly StorageEntry[],
): NameProblem | undefined {
  if (name === '') return 'empty';
  if (/[/\\\p{Cc}]/u.test(name) || /^\.{1,2}$/.test(name)) return 'letters';
  if (new TextEncoder().encode(name).length > LONGEST_NAME) return 'long';
  if (isBoot(`${folder}/${name}`)) return 'boot';
  return entries.some(({ path }) => path === `${folder}/${name}`) ? 'taken' : undefined;
}

/** What a board runs before anything else. A mistake in it can lock a board, so Pinlab does not write it. */
export function isBoot(path: string): boolean {
  return path === '/boot.py';
}

/** What a board runs after boot.py. */
export function isStart(path: string): boolean {
  return path === '/main.py';
}

/** A file's text as a project has it: without what saving puts before a start program. Undefined where it is no text. */
export function programTextOf(path: string, bytes: Uint8Array): string | undefined {
  const text = textOf(bytes);
  return text !== undefined && isStart(path) ? fromStartProgram(text) : text;
}

/** The text of a file; undefined where it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
