/** What a sensor measures: the world's variable where the diagram has a world that knows it, else the sensor's own control. */

import type { ControlValue } from '../../device/capability.ts';
import type { PartContext } from '../part-model.ts';

export interface Measured {
  value(): number;
  /** Takes the control's value, which counts only where the world has no such variable. */
  set(value: ControlValue): void;
}

/** Reads `variable` of the world; calls `onChange` when it may have changed and after each `set`. */
export function measure(context: PartContext, variable: string, onChange: () => void): Measured {
  const world = context.world?.read(variable) === undefined ? undefined : context.world;
  let own = 0;
  if (world) context.onWorldChange(onChange);
  return {
    value: () => world?.read(variable) ?? own,
    set(value) {
      if (typeof value === 'number') own = value;
      if (!world) onChange();
    },
  };
}
