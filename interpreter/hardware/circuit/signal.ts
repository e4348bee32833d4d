/** What a wire can carry: a steady voltage or a PWM signal; and how a voltage reads as a logic level. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { PinLevel } from '../../device/trace.ts';
import type { PwmSignal } from '../part-model.ts';

/** A running PWM signal. It is never expanded into edges; its level at an instant follows from its phase. */
export interface RunningPwm extends PwmSignal {
  /** Instant at which a period began, ns. */
  readonly since: Nanoseconds;
}

/** Share of the logic supply at which an input surely reads 1 (RP2040 data sheet, table 628: 2.0 V of 3.3 V). */
const HIGH_SHARE = 0.6;
/** Share of the logic supply at which an input surely reads 0 (same table: 0.8 V of 3.3 V). */
const LOW_SHARE = 0.25;

/** Between the two thresholds an input keeps the level that it had (hysteresis). */
export function levelOf(volts: number | undefined, logicVolts: number, previous: PinLevel): PinLevel {
  if (volts === undefined) return 'z';
  if (volts >= logicVolts * HIGH_SHARE) return 1;
  if (volts <= logicVolts * LOW_SHARE) return 0;
  if (previous !== 'z') return previous;
  return volts >= logicVolts / 2 ? 1 : 0;
}

/** Level of a PWM signal at `now`: high for the first `duty` of each period. */
export function pwmLevelAt(pwm: RunningPwm, now: Nanoseconds): 0 | 1 {
  const period = 1_000_000_000 / pwm.frequency;
  const phase = (now - pwm.since) % period;
  return phase < pwm.duty * period ? 1 : 0;
}
