/** What a device tells about pins, parts and the world, in timestamped batches. Times are ns since power-on and never fall. */

import type { Nanoseconds } from '#common/time/duration.ts';

/** Digital level of a board pin; `z` is a floating pin. */
export type PinLevel = 0 | 1 | 'z';

export interface PinEdge {
  readonly at: Nanoseconds;
  /** Canonical pin name of the board, such as `GPIO12`. */
  readonly pin: string;
  readonly level: PinLevel;
}

/** A pin began, changed or ended a PWM signal. Its single edges are not listed. */
export interface PwmChange {
  readonly at: Nanoseconds;
  readonly pin: string;
  /** Hz; 0 when PWM ended. */
  readonly frequency: number;
  /** 0 to 1. */
  readonly duty: number;
}

export type PartState = Readonly<Record<string, number | boolean | string>>;

export interface PartSnapshot {
  readonly at: Nanoseconds;
  /** Part id in the diagram. */
  readonly part: string;
  /** Everything a view or a check may want to know, by name. */
  readonly state: PartState;
}

export interface WorldSample {
  readonly at: Nanoseconds;
  /** Variable name to value, in the unit its definition declares. */
  readonly values: Readonly<Record<string, number>>;
}

/** Something a person should hear: missing behaviour, an electrical fault, a slow-down. */
export interface Notice {
  readonly at: Nanoseconds;
  readonly code: string;
  readonly message: string;
  /** Source line that was running, 1-based. */
  readonly line?: number;
}

export interface TraceBatch {
  /** Everything up to this instant has now been told. */
  readonly until: Nanoseconds;
  /** Line of main.py that is running, 1-based, or undefined before the first. */
  readonly line?: number;
  readonly edges: readonly PinEdge[];
  readonly pwm: readonly PwmChange[];
  readonly parts: readonly PartSnapshot[];
  readonly world: readonly WorldSample[];
  readonly notices: readonly Notice[];
}
