/**
 * What a folder on the computer and the files of a board have to do to each other to be the same. Pure: it compares sizes and hashes,
 * and decides nothing that could lose the only copy of somebody's work. Knows no board and no disk.
 */

import type { FileDigest } from './storage.ts';

export interface SyncInput {
  /** On the computer, by the paths that they have on the board. */
  readonly local: readonly FileDigest[];
  /** On the board. */
  readonly board: readonly FileDigest[];
  /** What both had after the last sync; empty where there was none. */
  readonly remembered?: readonly FileDigest[];
}

/** Each path is in one list; the lists are in order of paths. */
export interface SyncPlan {
  /** New here, or changed here only: goes to the board. */
  readonly send: readonly string[];
  readonly unchanged: readonly string[];
  /** Changed on the board only: may be fetched. */
  readonly changedOnBoard: readonly string[];
  /** Different, and it cannot be said that only one side has changed: a person chooses. */
  readonly conflicts: readonly string[];
  /** Not on the computer. May be fetched, or deleted if a person says so; never by itself. */
  readonly onlyOnBoard: readonly string[];
}

/** The board's own file, which Pinlab does not write and does not offer to delete. */
const BOARDS_OWN = '/boot.py';

export function planSync({ local, board, remembered = [] }: SyncInput): SyncPlan {
  const plan = {
    send: [] as string[],
    unchanged: [] as string[],
    changedOnBoard: [] as string[],
    conflicts: [] as string[],
    onlyOnBoard: [] as string[],
  };
  const [here, there, before] = [local, board, remembered].map(byPath);
  for (const path of [...new Set([...local, ...board].map((file) => file.path))].sort()) {
    const kind = kindOf(here?.get(path), there?.get(path), before?.get(path));
    if (kind !== 'onlyOnBoard' || path !== BOARDS_OWN) plan[kind].push(path);
  }
  return plan;
}

function kindOf(
  here: FileDigest | undefined,
  there: FileDigest | undefined,
  before: FileDigest | undefined,
): keyof SyncPlan {
  if (!here) return 'onlyOnBoard';
  if (!there) return 'send';
  if (isSame(here, there)) return 'unchanged';
  if (isSame(there, before)) return 'send';
  return isSame(here, before) ? 'changedOnBoard' : 'conflicts';
}

/** What to remember after a sync. @param settled paths that are now the same on both sides, with the computer's content. */
export function rememberSync(
  { local, remembered = [] }: SyncInput,
  settled: readonly string[],
): readonly FileDigest[] {
  const here = byPath(local);
  const next = byPath(remembered.filter(({ path }) => here.has(path)));
  for (const path of settled) {
    const digest = here.get(path);
    if (digest) next.set(path, digest);
  }
  return [...next.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isSame(a: FileDigest, b: FileDigest | undefined): boolean {
  return b !== undefined && a.size === b.size && a.sha256 === b.sha256;
}

function byPath(digests: readonly FileDigest[]): Map<string, FileDigest> {
  return new Map(digests.map((digest) => [digest.path, digest]));
}
