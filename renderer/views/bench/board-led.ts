/** How bright a board's own LED shines. */

import type { PinLevel, PwmChange } from '#interpreter/device/trace.ts';
import type { BoardDefinition } from '#interpreter/diagram/catalog.ts';

/** 0 to 1; 0 for a board without an LED on a GPIO. */
export function boardLed(
  board: BoardDefinition | undefined,
  levels: ReadonlyMap<string, PinLevel>,
  pwm: ReadonlyMap<string, PwmChange>,
): number {
  const gpio = board?.onboardLed ?? board?.led;
  const pin = board?.pins.find((each) => each.gpio !== undefined && each.gpio === gpio)?.name;
  if (pin === undefined) return 0;
  return pwm.get(pin)?.duty ?? (levels.get(pin) === 1 ? 1 : 0);
}
