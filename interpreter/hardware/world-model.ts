/** A world holds named state that advances on the virtual clock; sensors read it and actuators drive it. */

import type { Random } from '#common/random/random.ts';
import type { Clock } from '../clock/clock.ts';
import type { ControlValue } from '../device/capability.ts';
import type { WorldDefinition } from '../diagram/catalog.ts';

export interface World {
  /** Current value of a declared variable, in its declared unit; undefined where the world has no such variable. */
  read(variable: string): number | undefined;
  /** All variables that the definition declares. */
  values(): Readonly<Record<string, number>>;
  /** An actuator works at `amount` (0 off, 1 full) from now on. Names the world does not know are ignored: a lamp does no harm. */
  drive(actuator: string, amount: number): void;
  /** Value is inside the declared range. */
  set(control: string, value: ControlValue): void;
  dispose?(): void;
}

export interface WorldContext {
  readonly clock: Clock;
  readonly random: Random;
  /** Tells that values may have changed. */
  changed(): void;
}

/** One file in worlds/ exports one of these. */
export interface WorldType {
  readonly definition: WorldDefinition;
  create(context: WorldContext): World;
}
