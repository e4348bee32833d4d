/** The supply of a part that works only with power: is it there, and a word to a person when it was forgotten. */

import type { PartContext } from '../part-model.ts';

export interface Supply {
  /** Supply voltage, or undefined while there is less than the part needs. */
  volts(): number | undefined;
}

/** Watches two supply pins and calls `onChange` whenever the voltage on one of them changes. */
export function watchSupply(
  context: PartContext,
  pins: { readonly plus: string; readonly ground: string; readonly minimum: number },
  onChange: () => void,
): Supply {
  const plus = context.pin(pins.plus);
  const ground = context.pin(pins.ground);
  for (const pin of [plus, ground]) {
    pin.onChange(onChange);
    if (pin.connected) continue;
    const target = pin === plus ? 'a power pin of the board' : 'a GND pin of the board';
    context.notice(
      'no-supply',
      `${context.label} (${context.id}) does not work without power: connect its ${pin.name} pin to ${target}.`,
    );
  }
  return {
    volts() {
      const [high, low] = [plus.voltage(), ground.voltage()];
      if (high === undefined || low === undefined || high - low < pins.minimum) return undefined;
      return high - low;
    },
  };
}
