/** What a save has reached: which files are done, and how many bytes to tell the person. Knows no board. */

import type { StorageProgress, StoredFile } from '../../device/storage.ts';

export class SaveProgress {
  readonly #files: ReadonlyMap<string, StoredFile>;
  readonly #total: number;
  readonly #tell: (progress: StorageProgress) => void;
  /** Bytes that are over, by path. */
  readonly #over = new Map<string, number>();
  /** On the way now. */
  readonly #begun = new Set<string>();
  /** Were on the way when something broke; they may have arrived. */
  readonly #uncertain = new Set<string>();
  readonly #written = new Set<string>();
  readonly #unchanged = new Set<string>();

  /** @param files of files with the same path the last counts. */
  constructor(files: readonly StoredFile[], tell: (progress: StorageProgress) => void) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#total = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#tell = tell;
  }

  get written(): readonly string[] {
    return [...this.#written];
  }

  get unchanged(): readonly string[] {
    return [...this.#unchanged];
  }

  /** The files that are not done. What was counted for them is forgotten, since they begin anew. */
  restart(): StoredFile[] {
    const missing = [...this.#files.values()].filter(
      ({ path }) => !this.#written.has(path) && !this.#unchanged.has(path),
    );
    for (const { path } of missing) {
      this.#over.delete(path);
      if (this.#begun.has(path)) this.#uncertain.add(path);
    }
    return missing;
  }

  begin(path: string): void {
    this.#begun.add(path);
  }

  /** So many bytes more of a file are over. */
  advance(path: string, bytes: number): void {
    this.#set(path, (this.#over.get(path) ?? 0) + bytes);
  }

  /** The board has proven the file. One whose answer was lost is found there at the second try. */
  finish(path: string, wasSent: boolean): void {
    if (wasSent || this.#uncertain.has(path)) this.#written.add(path);
    else this.#unchanged.add(path);
    this.#set(path, this.#files.get(path)?.bytes.length ?? 0);
  }

  #set(path: string, bytes: number): void {
    this.#over.set(path, bytes);
    const done = Math.round([...this.#over.values()].reduce((sum, some) => sum + some, 0));
    this.#tell({ operation: 'writing', path, done, total: this.#total });
  }
}
