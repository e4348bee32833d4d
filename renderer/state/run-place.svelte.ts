/** Where a program is in main.py, and where it shall pause. Lines are 1-based. Knows a device by its debugger only. */

import { DEBUGGER } from '#interpreter/device/capability.ts';
import type { Device } from '#interpreter/device/device.ts';
import { PROGRAM_FILE } from './blocks-file.ts';

export class RunPlace {
  /** The line that views show. */
  line = $state<number | undefined>(undefined);
  /** The line told last. */
  #told: number | undefined;
  #breakpoints: readonly number[] = [];

  /** Answers whether these are others than before. */
  setBreakpoints(lines: readonly number[]): boolean {
    if (String(lines) === String(this.#breakpoints)) return false;
    this.#breakpoints = lines;
    return true;
  }

  /** False where there are breakpoints that a device without a debugger passes by. */
  passBreakpoints(device: Device): boolean {
    const debug = device.capability(DEBUGGER);
    debug?.setBreakpoints(PROGRAM_FILE, this.#breakpoints);
    return debug !== undefined || this.#breakpoints.length === 0;
  }

  /** A batch told the line; it is shown with the next frame. */
  tell(line: number | undefined): void {
    this.#told = line ?? this.#told;
  }

  /** A paused program is shown at its line at once. */
  lookAt(device: Device): void {
    const place = device.capability(DEBUGGER)?.pausedAt;
    if (place) this.line = this.#told = place.line;
  }

  onFrame(isActive: boolean): void {
    this.line = isActive ? this.#told : undefined;
  }

  /** No program runs. */
  clear(): void {
    this.line = undefined;
    this.#told = undefined;
  }
}
