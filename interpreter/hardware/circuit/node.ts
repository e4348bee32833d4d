/** The pieces of a circuit: nodes (wires that are one), drivers that put a voltage on them, conductors that join them. */

import type { PinLevel } from '../../device/trace.ts';
import type { RunningPwm } from './signal.ts';

/** Resistance by which a weak driver loses against a strong one: a chip's internal pull, ohms (ESP32 data sheet: 45 k). */
export const WEAK_OHMS = 45_000;

export interface DriverState {
  /** `partId:PIN` or `board:PIN`, for messages. */
  readonly label: string;
  strong: boolean;
  /** Undefined: lets go. */
  volts: number | undefined;
  /** Present while the driver is a PWM output; `volts` is then the average. */
  pwm: RunningPwm | undefined;
}

export interface ConductorState {
  readonly a: Node;
  readonly b: Node;
  /** Undefined: open. 0: one wire. */
  ohms: number | undefined;
}

/** One net of the diagram as the simulation sees it. */
export interface Node {
  readonly drivers: DriverState[];
  readonly conductors: ConductorState[];
  /** Replaced, never changed, so that a round of calls sees the list it began with. */
  listeners: readonly (() => void)[];
  /** Undefined while nothing drives it. With PWM: the average. */
  voltage: number | undefined;
  pwm: RunningPwm | undefined;
  /** True while a strong driver holds it, directly or through a resistor; false for pull resistors inside a chip alone. */
  firm: boolean;
  /** Meaningless while `pwm` is present. */
  level: PinLevel;
}

export function createNode(): Node {
  return {
    drivers: [],
    conductors: [],
    listeners: [],
    voltage: undefined,
    pwm: undefined,
    firm: false,
    level: 'z',
  };
}
