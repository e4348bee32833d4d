/** The time of a run: the device's own where it tells one, else the time of the wall since Run. Knows no frames. */

import type { Nanoseconds } from '#common/time/duration.ts';
import { MILLISECOND } from '#common/time/duration.ts';
import type { Timers } from '#common/time/timers.ts';
import { VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { Device } from '#interpreter/device/device.ts';

export class RunClock {
  readonly #timers: Timers;
  /** Of the wall, ms. */
  #startedAt = 0;
  time = $state<Nanoseconds>(0);

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** A run begins now. */
  start(): void {
    this.#startedAt = this.#timers.now();
  }

  /** A frame is about to be drawn. */
  onFrame(device: Device | undefined, isActive: boolean): void {
    const own = device?.capability(VIRTUAL_TIME)?.now;
    if (own !== undefined) this.time = own;
    else if (isActive) this.time = Math.round((this.#timers.now() - this.#startedAt) * MILLISECOND);
  }

  set(time: Nanoseconds): void {
    this.time = time;
  }
}
