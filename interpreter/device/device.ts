/** A Device runs a MicroPython program. The simulated board and a board on the desk both pass device-contract.ts. */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Event } from '#common/lifecycle/emitter.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import type { Capability } from './capability.ts';
import type { DeviceError } from './device-error.ts';

/** File name (such as `main.py` or `lib/pump.py`) to text. */
export type ProgramFiles = Readonly<Record<string, string>>;

/** Where a program begins. */
export const MAIN_FILE = 'main.py';

export type DeviceStatus = 'closed' | 'idle' | 'running' | 'paused' | 'stopping';

export interface OutputChunk {
  /** Device time, ns since power-on; on a real board the time since Run. */
  readonly at: Nanoseconds;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface TracebackFrame {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Function name, or undefined at module level. */
  readonly scope?: string;
}

/** An uncaught Python exception. */
export interface Traceback {
  readonly at: Nanoseconds;
  /** Exception class, such as `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Outermost first; the last frame is where it was raised. */
  readonly frames: readonly TracebackFrame[];
  /** The text as MicroPython printed it. */
  readonly text: string;
}

export type RunEnd = 'finished' | 'raised' | 'stopped' | 'time-limit' | 'fault';

export interface RunResult {
  readonly end: RunEnd;
  /** Device time at the end, ns. */
  readonly at: Nanoseconds;
  /** Present exactly when `end` is `raised`. */
  readonly traceback?: Traceback;
  /** Present exactly when `end` is `fault`. */
  readonly error?: DeviceError;
}

export interface Device extends Disposable {
  readonly status: DeviceStatus;
  readonly onStatus: Event<DeviceStatus>;
  readonly onOutput: Event<OutputChunk>;
  readonly onTraceback: Event<Traceback>;
  /** A fault that ends the session or the run: lost link, crashed interpreter. */
  readonly onFault: Event<DeviceError>;

  /** Connects and prepares. Closed -> idle. Opening twice is harmless. */
  open(): Promise<void>;
  /** Replaces the program's files. Only while idle; rejects with `busy` otherwise. */
  load(files: ProgramFiles): Promise<void>;
  /** Runs boot.py (if loaded) and main.py from a fresh interpreter; resolves when the run ends, however it ends. */
  run(): Promise<RunResult>;
  /** Ends a run: KeyboardInterrupt first, then by force. Files stay. Resolves when idle; harmless when idle. */
  stop(): Promise<void>;
  /** Stops and puts the device back into its power-on state. Files stay. */
  reset(): Promise<void>;
  /** Feeds the program's standard input. */
  write(text: string): Promise<void>;
  /** Asks for an ability by name; answers nothing where the device lacks it. */
  capability<T>(capability: Capability<T>): T | undefined;
}
