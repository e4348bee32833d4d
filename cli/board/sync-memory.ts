/** What a folder and a board had in common after their last sync, in a file of that folder. A file that cannot be read is none. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigest } from '#interpreter/device/storage.ts';

export const MEMORY_FILE = '.pinlab-sync.json';

interface Stored {
  readonly version: 1;
  /** Board to what it had. */
  readonly boards: Readonly<Record<string, readonly FileDigest[]>>;
}

const NOTHING: Stored = { version: 1, boards: {} };

export class SyncMemory {
  readonly #place: string;
  readonly #board: string;

  /** @param board what tells this board from others. */
  constructor(folder: string, board: string) {
    this.#place = join(folder, MEMORY_FILE);
    this.#board = board;
  }

  read(): readonly FileDigest[] {
    return this.#all().boards[this.#board] ?? [];
  }

  /** Failing to remember is no failure of the sync: the next one asks more often. */
  write(digests: readonly FileDigest[], say: (text: string) => void): void {
    const { boards } = this.#all();
    const next: Stored = { version: 1, boards: { ...boards, [this.#board]: digests } };
    try {
      writeFileSync(this.#place, `${JSON.stringify(next)}\n`);
    } catch {
      say(`${MEMORY_FILE} could not be written, so that later changes on the board look like conflicts.`);
    }
  }

  #all(): Stored {
    try {
      const read: unknown = JSON.parse(readFileSync(this.#place, 'utf8'));
      return isStored(read) ? read : NOTHING;
    } catch {
      return NOTHING;
    }
  }
}

function isStored(read: unknown): read is Stored {
  if (typeof read !== 'object' || read === null || !('version' in read) || !('boards' in read)) return false;
  const { version, boards } = read;
  return (
    version === 1 && typeof boards === 'object' && boards !== null && Object.values(boards).every(areDigests)
  );
}

function areDigests(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.every(
      (item: unknown) =>
        typeof item === 'object' && item !== null && 'path' in item && 'size' in item && 'sha256' in item,
    )
  );
}
