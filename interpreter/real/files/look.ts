/** What is on the board: the list of everything, and sizes with hashes of some. One turn each. */

import type { StorageEntry, StorageListing } from '../../device/storage.ts';
import { pythonString, readRepr } from './board-path.ts';
import { proofFor } from './proof.ts';
import { DIGESTS, LIST } from './scripts.ts';
import { Damage, type Session } from './session.ts';
import { pathOf, readFailure, storageError } from './storage-errors.ts';

/** The board prints line by line, but the end of a long walk (left-overs, free space) and a big file's hash are silent. */
const PATIENT = { idleLimit: 30_000 };

export async function listFiles(session: Session): Promise<StorageListing> {
  const lines = await session.once(LIST, PATIENT);
  throwFailure(lines, ['/']);
  const [, blockSize, blocks, free] = /^v (\d+) (\d+) (\d+)$/.exec(lines.at(-1) ?? '') ?? [];
  const entries = lines.slice(0, -1).map((line): StorageEntry => {
    const [, size, repr = ''] = /^(d|\d+) (.*)$/.exec(line) ?? [];
    const path = readRepr(repr);
    if (size === undefined || path === undefined) throw new Damage(`A line of the list reads ${line}.`);
    return size === 'd' ? { path, kind: 'folder', size: 0 } : { path, kind: 'file', size: Number(size) };
  });
  return {
    entries: entries.sort(byPath),
    bytesFree: Number(blockSize) * Number(free),
    bytesTotal: Number(blockSize) * Number(blocks),
  };
}

/** Folders before what is in them, in order of names: a slash sorts before every character of a name. */
function byPath(a: StorageEntry, b: StorageEntry): number {
  const [one, other] = [a, b].map(({ path }) => path.replaceAll('/', '\u0000'));
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
}

export interface HashedFile {
  readonly path: string;
  readonly size: number;
  /** As the board's proof gives it. */
  readonly hash: string;
}

export async function digestsOf(session: Session, paths: readonly string[]): Promise<readonly HashedFile[]> {
  const code = `${proofFor(session.executor.features).python}${DIGESTS}D([${paths.map(pythonString).join(',')}])`;
  const lines = await session.once(code, PATIENT);
  throwFailure(lines, paths);
  return lines.map((line) => {
    const [, index, size, hash] = /^(\d+) (\d+) ([\da-f]+)$/.exec(line) ?? [];
    const path = paths[Number(index)];
    if (path === undefined || hash === undefined) throw new Damage(`A line of the hashes reads ${line}.`);
    return { path, size: Number(size), hash };
  });
}

/** Throws what the board says of a failure. @param paths which of them an index means. */
export function throwFailure(lines: readonly string[], paths: readonly string[]): void {
  for (const failure of lines.map(readFailure)) {
    if (failure) throw storageError(failure, pathOf(failure, paths[Number(failure.which)] ?? paths[0] ?? ''));
  }
}
