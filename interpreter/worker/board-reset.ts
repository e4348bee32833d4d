/** What a reset does to the peripherals of a board. Parts and the world around it go on. Knows no Python. */

import type { Board } from '../hardware/board.ts';

/** Thrown through the interpreter to start the board again, whatever it does. The interpreter cannot be used afterwards. */
export class BoardReset extends Error {
  override readonly name = 'BoardReset';
}

/** Pins become inputs, signals and timers end, nobody listens to edges. */
export function resetPeripherals({ definition, gpio, pwm, timers }: Board): void {
  timers.deinitAll();
  for (const { gpio: pin } of definition.pins) {
    if (pin === undefined) continue;
    gpio.onEdge(pin, 'both', undefined);
    if (pwm.isRunning(pin)) pwm.stop(pin);
    gpio.configure(pin, { mode: 'in', pull: 'none' });
  }
}
