/** The virtual time of a simulated board: what a person sets between and during runs, and what the worker tells. */

import type { Speed, VirtualTime } from '../device/capability.ts';
import type { HostControl } from '../worker/shared-control.ts';

export class SimulatedTime implements VirtualTime {
  limit: number | undefined;
  seed = 1;
  #speed: Speed;
  #control: HostControl | undefined;
  #lastInstant = 0;

  constructor(speed: Speed) {
    this.#speed = speed;
  }

  get now(): number {
    return this.#control?.now ?? this.#lastInstant;
  }

  get speed(): Speed {
    return this.#speed;
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#control?.setSpeed(speed);
  }

  pause(): void {
    this.#control?.setPaused(true);
  }

  resume(): void {
    this.#control?.setPaused(false);
  }

  /** A run begins that is steered through `control`. */
  begin(control: HostControl): void {
    this.#control = control;
    control.setSpeed(this.#speed);
  }

  /** The run has ended; time stands still at `at`. */
  end(at: number): void {
    this.#control = undefined;
    this.#lastInstant = at;
  }
}
