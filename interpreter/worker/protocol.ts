/** The wall between a host and the interpreter's worker: what each side may call. One worker serves one run. */

import type { ControlValues, Speed, TimedStimulus } from '../device/capability.ts';
import type { OutputChunk, ProgramFiles, RunEnd, Traceback } from '../device/device.ts';
import type { TraceBatch } from '../device/trace.ts';
import type { Diagram } from '../diagram/diagram.ts';
import type { SharedControlBuffer } from './shared-control.ts';

export interface RunRequest {
  readonly control: SharedControlBuffer;
  readonly files: ProgramFiles;
  /** Validated. */
  readonly diagram: Diagram;
  /** Controls as they stand, part id to control to value. */
  readonly controls: ControlValues;
  readonly stimuli: readonly TimedStimulus[];
  /** Lines of main.py where the run pauses, 1-based. */
  readonly breakpoints: readonly number[];
  readonly seed: number;
  /** Virtual instant at which the run ends by itself, ns. */
  readonly limit?: number;
  readonly speed: Speed;
}

/** Something in a board's file system, as it is now. Paths are absolute. */
export type FileChange =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'gone'; readonly path: string };

export interface BoardRequest {
  readonly control: SharedControlBuffer;
  /** Validated. */
  readonly diagram: Diagram;
  readonly controls: ControlValues;
  readonly seed: number;
  readonly speed: Speed;
  /** The file system at power-on. */
  readonly files: readonly FileChange[];
  /** `machine.unique_id()`, hexadecimal. */
  readonly uniqueId: string;
}

export interface RunReport {
  readonly end: RunEnd;
  readonly at: number;
  readonly traceback?: Traceback;
  /** Present exactly when `end` is `fault`. */
  readonly fault?: string;
}

/** What the worker can do for the host. */
export interface WorkerApi {
  /** Boots a board's firmware, so that a later `run` on that board starts at once. */
  prepare(board: string): void | Promise<void>;
  /** Runs a program to its end. The worker cannot be asked anything meanwhile; it looks at the shared control instead. */
  run(request: RunRequest): RunReport | Promise<RunReport>;
  /** Is a board with a prompt, until the host stops it through the shared control or ends the worker. */
  serveBoard(request: BoardRequest): void | Promise<void>;
}

/** Everything that happened since the last batch, in order of time. */
export interface Batch {
  /** Counts from 1. The host acknowledges it through the shared control. */
  readonly number: number;
  readonly output: readonly OutputChunk[];
  readonly trace: TraceBatch;
  /** What a board changed in its file system; it happened before what is said in `serial`. */
  readonly files?: readonly FileChange[];
  /** What a board said on its serial line. */
  readonly serial?: Uint8Array;
}

/** What the worker tells the host while it runs. */
export interface HostApi {
  onBatch(batch: Batch): void;
  /** Everything before the pause has been told. @param line of main.py, 1-based; 0 or less where another file runs. */
  onPaused(line: number): void;
  onResumed(): void;
}
