/** The files on a board. A capability. Paths are absolute, with `/` between names: `/main.py`, `/lib/pump.py`. */

import type { Event } from '#common/lifecycle/emitter.ts';
import type { Capability } from './capability.ts';

export interface StorageEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Bytes; 0 for folders. */
  readonly size: number;
}

export interface StorageListing {
  /** Everything on the board, folders before what is in them, in order of names. */
  readonly entries: readonly StorageEntry[];
  readonly bytesFree: number;
  readonly bytesTotal: number;
}

export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface FileDigest {
  readonly path: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface StorageProgress {
  readonly operation: 'reading' | 'writing';
  readonly path: string;
  /** Bytes of all files of the operation, of this many. */
  readonly done: number;
  readonly total: number;
}

export interface SaveReport {
  /** Files whose hash on the board was read back and equals ours. */
  readonly written: readonly string[];
  /** Files that were there already, byte for byte. */
  readonly unchanged: readonly string[];
  /** Bytes sent over the link, everything counted. */
  readonly wireBytes: number;
  /** Times that something was sent and its answer waited for. */
  readonly roundTrips: number;
}

/** Every call needs an idle device (`busy` otherwise), and rejects with a DeviceError that names the file. */
export interface Storage {
  readonly onProgress: Event<StorageProgress>;
  list(): Promise<StorageListing>;
  read(path: string): Promise<Uint8Array>;
  /** Of those paths that are files on the board; the others are left out. */
  digests(paths: readonly string[]): Promise<readonly FileDigest[]>;
  /**
   * Writes files, making folders as needed; what is there already is not sent. Resolves only after the board's hash of each file
   * equals ours. Whatever goes wrong, each file is there with its old or its new content, whole.
   */
  save(files: readonly StoredFile[]): Promise<SaveReport>;
  /** Folders with everything in them. */
  remove(paths: readonly string[]): Promise<void>;
  /** Refuses (`exists`) where there is something of the new name. */
  rename(from: string, to: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
}
export const STORAGE: Capability<Storage> = { name: 'storage' };
