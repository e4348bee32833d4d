/**
 * The files on a connected board: their list, what is done with them one after the other, and what went wrong with which. Knows
 * the Storage capability, no view.
 */

import { DeviceError } from '#interpreter/device/device-error.ts';
import type { Storage, StorageEntry, StorageListing, StoredFile } from '#interpreter/device/storage.ts';
import { folderOf, isInside, isStart, treeRows, type TreeRow } from './board-tree.ts';
import { describeFault, type Fault } from './fault.ts';

/** What is done now. */
export interface FolderWork {
  readonly kind: 'listing' | 'reading' | 'writing' | 'changing';
  readonly path: string;
  /** Bytes of `total`; 0 of 0 while that is not known. */
  readonly done: number;
  readonly total: number;
}

/** What went wrong that belongs to no file. */
export const WHOLE_BOARD = '';

export interface FolderOptions {
  readonly storage: Storage;
  /** Ends what is under way on the board. */
  readonly cancel: () => void;
}

export class BoardFolder {
  readonly #options: FolderOptions;
  #closed = $state.raw<ReadonlySet<string>>(new Set());

  listing = $state.raw<StorageListing | undefined>(undefined);
  work = $state.raw<FolderWork | undefined>(undefined);
  /** SHA-256 of main.py on the board; undefined where there is none. */
  mainDigest = $state<string | undefined>(undefined);
  /** By path; WHOLE_BOARD for what belongs to no file. */
  faults = $state.raw<ReadonlyMap<string, Fault>>(new Map());

  readonly entries: readonly StorageEntry[] = $derived(this.listing?.entries ?? []);
  readonly rows: readonly TreeRow[] = $derived(treeRows(this.entries, this.#closed));

  constructor(options: FolderOptions) {
    this.#options = options;
  }

  setOpen(folder: string, isOpen: boolean): void {
    const closed = new Set(this.#closed);
    if (isOpen) closed.delete(folder);
    else closed.add(folder);
    this.#closed = closed;
  }

  /** Reads the list anew. Nothing happens while something else does. */
  async refresh(): Promise<void> {
    await this.#do('listing', WHOLE_BOARD, async ({ storage }) => {
      const listing = await storage.list();
      const starts = listing.entries.map(({ path }) => path).filter(isStart);
      const [main] = await storage.digests(starts);
      this.listing = listing;
      this.mainDigest = main?.sha256;
      this.faults = new Map();
    });
  }

  /** A file's bytes; undefined where that failed or was canceled, which is told in `faults`. */
  read(path: string): Promise<Uint8Array | undefined> {
    return this.#do('reading', path, ({ storage }) => storage.read(path));
  }

  /** Writes files, in the place of those of the same name. True when they are on the board, proven. */
  async upload(files: readonly StoredFile[]): Promise<boolean> {
    const [first] = files;
    if (!first) return false;
    return this.#change('writing', first.path, ({ storage }) => storage.save(files));
  }

  rename(path: string, name: string): Promise<boolean> {
    return this.#change('changing', path, ({ storage }) => storage.rename(path, `${folderOf(path)}/${name}`));
  }

  /** A folder goes with everything in it. */
  remove(path: string): Promise<boolean> {
    return this.#change('changing', path, ({ storage }) => storage.remove([path]));
  }

  makeFolder(path: string): Promise<boolean> {
    return this.#change('changing', path, ({ storage }) => storage.makeFolder(path));
  }

  /** Everything in a folder. */
  inside(folder: string): readonly StorageEntry[] {
    return this.entries.filter(({ path }) => isInside(path, folder));
  }

  cancel(): void {
    this.#options.cancel();
  }

  dismiss(path: string): void {
    const faults = new Map(this.faults);
    faults.delete(path);
    this.faults = faults;
  }

  /** The list follows what was changed, also where that failed half way. */
  async #change(
    kind: FolderWork['kind'],
    path: string,
    action: (options: FolderOptions) => Promise<unknown>,
  ): Promise<boolean> {
    const done = await this.#do(kind, path, async (options) => {
      await action(options);
      return true;
    });
    const { faults } = this;
    await this.refresh();
    if (faults.size > 0) this.faults = faults;
    return done ?? false;
  }

  async #do<T>(
    kind: FolderWork['kind'],
    path: string,
    action: (options: FolderOptions) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.work) return undefined;
    this.dismiss(path);
    this.work = { kind, path, done: 0, total: 0 };
    const watching = this.#options.storage.onProgress(({ path: at, done, total }) => {
      this.work = { kind, path: at, done, total };
    });
    try {
      return await action(this.#options);
    } catch (error) {
      const isCancelled = error instanceof DeviceError && error.code === 'cancelled';
      if (!isCancelled) this.faults = new Map([...this.faults, [path, describeFault(error)]]);
      return undefined;
    } finally {
      watching.dispose();
      this.work = undefined;
    }
  }
}
