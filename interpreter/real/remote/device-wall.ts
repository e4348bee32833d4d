/**
 * The wall between the page and the process that owns a board's port: what each side may call on the other. One channel is one
 * session with one board; it ends with the device, on either side. Everything is plain data and byte arrays.
 */

import type { ErrorData } from '#common/rpc/error-data.ts';
import type { Device, DeviceStatus, OutputChunk, RunResult, Traceback } from '../../device/device.ts';
import type { BoardInfo, Link, LinkState } from '../../device/link.ts';
import type { Storage, StorageProgress } from '../../device/storage.ts';
import type { Terminal } from '../../device/terminal.ts';

/** A RunResult whose error crosses the wall as data. */
export type RunReport = Omit<RunResult, 'error'> & { readonly error?: ErrorData };

/** What the page may ask of the side with the board. Each call means the method of that name of Device or of a capability. */
export interface BoardSide
  extends
    Pick<Device, 'open' | 'load' | 'stop' | 'reset' | 'write'>,
    Pick<Link, 'refreshInfo' | 'cancel'>,
    Omit<Storage, 'onProgress'>,
    Pick<Terminal, 'paste'> {
  run(): Promise<RunReport>;
  /** Terminal's `write`. */
  type(text: string): Promise<void>;
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
