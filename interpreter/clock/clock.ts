/** Time as an argument: nobody in the simulation asks for the time in any other way. */

import type { Nanoseconds } from '#common/time/duration.ts';

export interface Clock {
  /** Virtual time since power-on, ns. */
  now(): Nanoseconds;
  /** Makes an alarm that calls `onDue` at the instant it was last scheduled for. */
  createAlarm(onDue: () => void): Alarm;
}

export interface Alarm {
  /** Sets the instant (virtual time, ns), replacing an earlier one. An instant in the past is due at once. */
  schedule(at: Nanoseconds): void;
  cancel(): void;
}
