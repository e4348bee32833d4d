/** Breakpoints of a simulated board: what a person sets between and during runs, and where the worker stands. */

import type { Debugger, SourcePlace } from '../device/capability.ts';
import { MAIN_FILE } from '../device/device.ts';
import type { HostControl } from '../worker/shared-control.ts';

export class SimulatedDebugger implements Debugger {
  #lines: readonly number[] = [];
  #control: HostControl | undefined;
  #pausedAt: SourcePlace | undefined;

  get pausedAt(): SourcePlace | undefined {
    return this.#pausedAt;
  }

  /** Breakpoints of main.py, for a run that begins. */
  get lines(): readonly number[] {
    return this.#lines;
  }

  setBreakpoints(file: string, lines: readonly number[]): void {
    if (file !== MAIN_FILE) return;
    this.#lines = [...lines];
    this.#control?.send({ kind: 'breakpoints', lines: this.#lines });
  }

  /** A run begins that is steered through `control`. */
  begin(control: HostControl): void {
    this.#control = control;
  }

  /** @param line of main.py; 0 or less where another file runs. */
  pause(line: number): void {
    this.#pausedAt = line > 0 ? { file: MAIN_FILE, line } : undefined;
  }

  resume(): void {
    this.#pausedAt = undefined;
  }

  end(): void {
    this.#control = undefined;
    this.#pausedAt = undefined;
  }
}
