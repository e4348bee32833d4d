/**
 * The wall between the page and the process that owns a board's port: what each side may call on the other. One channel is one
 * session with one board; it ends with the device, on either side. Everything is plain data and byte arrays.
 */

import type { ErrorData } from '#common/rpc/error-data.ts';
import type { DeviceStatus, OutputChunk, ProgramFiles, RunResult, Traceback } from '../../device/device.ts';
import type { BoardInfo, LinkState } from '../../device/link.ts';
import type {
  FileDigest,
  SaveReport,
  StorageListing,
  StorageProgress,
  StoredFile,
} from '../../device/storage.ts';

/** A RunResult whose error crosses the wall as data. */
export type RunReport = Omit<RunResult, 'error'> & { readonly error?: ErrorData };

/** What the page may ask of the side with the board. Each call means the method of that name of Device or of a capability. */
export interface BoardSide {
  open(): Promise<void>;
  load(files: ProgramFiles): Promise<void>;
  run(): Promise<RunReport>;
  stop(): Promise<void>;
  reset(): Promise<void>;
  write(text: string): Promise<void>;

  refreshInfo(): Promise<BoardInfo>;
  cancel(): void;

  list(): Promise<StorageListing>;
  read(path: string): Promise<Uint8Array>;
  digests(paths: readonly string[]): Promise<readonly FileDigest[]>;
  save(files: readonly StoredFile[]): Promise<SaveReport>;
  remove(paths: readonly string[]): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  makeFolder(path: string): Promise<void>;

  /** Terminal's `write`. */
  type(text: string): Promise<void>;
  paste(text: string): Promise<void>;
}

export type BoardEvent =
  | { readonly kind: 'status'; readonly status: DeviceStatus }
  | { readonly kind: 'output'; readonly chunk: OutputChunk }
  | { readonly kind: 'traceback'; readonly traceback: Traceback }
  | { readonly kind: 'fault'; readonly error: ErrorData }
  | { readonly kind: 'link'; readonly state: LinkState }
  | { readonly kind: 'info'; readonly info: BoardInfo | undefined }
  | { readonly kind: 'progress'; readonly progress: StorageProgress }
  | { readonly kind: 'text'; readonly text: string };

/** What the side with the board tells the page. */
export interface PageSide {
  /** In order; an answer never overtakes what happened before it. */
  happened(events: readonly BoardEvent[]): void;
}
