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
}

/** Everything that happened since the last batch, in order of time. */
export interface Batch {
  /** Counts from 1. The host acknowledges it through the shared control. */
  readonly number: number;
  readonly output: readonly OutputChunk[];
  readonly trace: TraceBatch;
}

/** What the worker tells the host while it runs. */
export interface HostApi {
  onBatch(batch: Batch): void;
  /** Everything before the pause has been told. @param line of main.py, 1-based; 0 or less where another file runs. */
  onPaused(line: number): void;
  onResumed(): void;
}
