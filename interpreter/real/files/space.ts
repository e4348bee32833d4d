/** What a board said before a save, and whether everything fits: the old and the new file are there at the same time. Pure. */

import type { StoredFile } from '../../device/storage.ts';
import { folderOf } from './board-path.ts';
import type { Payload } from './payload.ts';
import { storageError, storageFull } from './storage-errors.ts';

/** Blocks that stay free: file systems need some for themselves while they write. */
export const SPARE_BLOCKS = 2;
const ENODEV = 19;

export interface Volume {
  readonly blockSize: number;
  readonly blocks: number;
  readonly free: number;
}

/** A file that is on the board. */
export interface Found {
  readonly size: number;
  /** Empty where the size told enough. */
  readonly hash: string;
}

export interface Comparison {
  /** By folder. Folders of one file system share their object. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** By index of the file. */
  readonly found: ReadonlyMap<number, Found>;
}

export function readComparison(lines: readonly string[], folders: readonly string[]): Comparison {
  const seen = new Map<string, Volume>();
  const volumes = lines.filter((line) => line.startsWith('v ')).map((line) => volumeOf(line, seen));
  const found = lines.flatMap((line): [number, Found][] => {
    const [, index, size, hash = ''] = /^(\d+) (\d+) ?(\S*)$/.exec(line) ?? [];
    return size === undefined ? [] : [[Number(index), { size: Number(size), hash }]];
  });
  const byFolder = folders.flatMap((folder, at): [string, Volume][] => {
    const volume = volumes[at];
    return volume ? [[folder, volume]] : [];
  });
  return { volumes: new Map(byFolder), found: new Map(found) };
}

/** Two folders with the same numbers are taken for one file system. */
function volumeOf(line: string, seen: Map<string, Volume>): Volume {
  const [blockSize = 0, blocks = 0, free = 0] = line.slice(2).split(' ').map(Number);
  const volume = seen.get(line) ?? { blockSize, blocks, free };
  seen.set(line, volume);
  return volume;
}

interface Candidate {
  readonly index: number;
  readonly file: StoredFile;
  readonly seal: string;
  /** Bytes of the file that it replaces. */
  readonly old: number;
  readonly payload: Payload;
}

interface Ways {
  /** Deflated bytes that wait in memory, at most. */
  readonly inMemory: number;
  /** The file not deflated, for a board with little room. */
  plain(bytes: Uint8Array): Payload;
}

/** The file system that a file belongs to. Throws where there is none. */
export function volumeFor(path: string, volumes: ReadonlyMap<string, Volume>): Volume {
  const folder = folderOf(path);
  const volume = volumes.get(folder);
  if (volume && volume.blocks > 0) return volume;
  throw storageError({ exception: 'OSError', errno: ENODEV, bytesFree: undefined, which: '' }, folder);
}

/** Decides how each file goes over. Throws `storage-full` before anything is written where one would not fit. */
export function planSpace(
  candidates: readonly Candidate[],
  volumes: ReadonlyMap<string, Volume>,
  { inMemory, plain }: Ways,
): (Candidate & { readonly needed: number })[] {
  const free = new Map<Volume, number>();
  return candidates.map((candidate) => {
    const { file, old } = candidate;
    const volume = volumeFor(file.path, volumes);
    const { blockSize } = volume;
    const blocks = (bytes: number): number => Math.ceil(bytes / blockSize);
    const left = free.get(volume) ?? volume.free - SPARE_BLOCKS;
    const fits = ({ deflated, size }: Payload): boolean =>
      blocks(file.bytes.length) + (deflated && size > inMemory ? blocks(size) : 0) <= left;
    const payload = fits(candidate.payload) ? candidate.payload : plain(file.bytes);
    if (!fits(payload))
      throw storageFull(file.path, blocks(file.bytes.length) * blockSize, Math.max(0, left) * blockSize);
    free.set(volume, left - blocks(file.bytes.length) + blocks(old));
    const staged = payload.deflated && payload.size > inMemory ? payload.size : 0;
    return { ...candidate, payload, needed: file.bytes.length + staged };
  });
}
