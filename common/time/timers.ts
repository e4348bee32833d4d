/** Wall time, passed in where a deadline is needed: links to boards, workers that hang. Simulation and checks have the Clock. */

import type { Disposable } from '../lifecycle/disposable.ts';

export interface Timers {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls back once after so many milliseconds, unless disposed. */
  readonly after: (milliseconds: number, callback: () => void) => Disposable;
}
