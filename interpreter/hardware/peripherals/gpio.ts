/** machine.Pin: direction, pulls, levels and edges of the board's GPIO pins. */

import type { Random } from '#common/random/random.ts';
import type { BoardPins, EdgeCallback, EdgeTrigger, PinPull } from '../board-pins.ts';
import { HardwareError } from '../hardware-error.ts';
import type { TraceSink } from '../trace-sink.ts';

export type GpioMode = 'in' | 'out' | 'open-drain';

export interface GpioOptions {
  readonly mode: GpioMode;
  readonly pull: PinPull;
  /** First output level. Default: the level written last, else 0; an open-drain pin that was never written lets go. */
  readonly value?: 0 | 1;
}

export interface GpioState {
  readonly mode: GpioMode | 'analog';
  readonly pull: PinPull;
  /** What was last written to the pin, or undefined. */
  readonly latch: 0 | 1 | undefined;
  readonly pwm: boolean;
}

export class Gpio {
  readonly #pins: BoardPins;
  readonly #random: Random;
  readonly #sink: TraceSink;

  constructor(pins: BoardPins, random: Random, sink: TraceSink) {
    this.#pins = pins;
    this.#random = random;
    this.#sink = sink;
  }

  /** GPIO number of a pin as programs name it: `12`, `'GPIO12'`, `'D12'`, `'GP12'`, `'LED'`. Throws a ValueError. */
  resolve(nameOrNumber: string | number): number {
    return this.#pins.resolve(nameOrNumber);
  }

  /** Sets direction and pull, and takes the pin back from PWM and ADC. An input-only pin refuses to be an output (ValueError). */
  configure(gpio: number, { mode, pull, value }: GpioOptions): void {
    const state = this.#pins.state(gpio);
    const { name, output, pulls } = state.definition;
    if (mode !== 'in' && output === false) {
      throw new HardwareError(
        'ValueError',
        `pin can only be input: ${name} has no output driver. Use another pin.`,
      );
    }
    state.mode = mode;
    state.pull = pulls === false ? 'none' : pull;
    if (value !== undefined) state.latch = value;
    if (pull !== 'none' && pulls === false) {
      this.#sink.notice(
        'no-pull',
        `${name} has no internal pull resistors. Add a resistor to the circuit instead.`,
      );
    }
    if (state.pwm) this.#pins.setPwm(state, undefined);
    else this.#pins.apply(state);
  }

  state(gpio: number): GpioState {
    const { mode, pull, latch, pwm } = this.#pins.state(gpio);
    return { mode, pull, latch, pwm: pwm !== undefined };
  }

  /** Level on the wire. A floating pin reads seeded noise and says so once; PWM is read at its present phase. */
  read(gpio: number): 0 | 1 {
    const state = this.#pins.state(gpio);
    const level = this.#pins.level(state);
    if (level !== 'z') return level;
    const { name } = state.definition;
    this.#sink.notice(
      'floating-input',
      `${name} was read while nothing drives it, so its level is noise. Connect it, or switch a pull resistor on.`,
    );
    return this.#random.next() < 0.5 ? 0 : 1;
  }

  /** Writes the output register. On an input it shows as soon as the pin becomes an output. */
  write(gpio: number, value: 0 | 1): void {
    const state = this.#pins.state(gpio);
    state.latch = value;
    this.#pins.apply(state);
  }

  /** Calls `callback` on edges from now on, in place of an earlier one; undefined ends it. PWM signals give no edges. */
  onEdge(gpio: number, trigger: EdgeTrigger, callback: EdgeCallback | undefined): void {
    const state = this.#pins.state(gpio);
    state.trigger = callback && trigger;
    state.onEdge = callback;
  }
}
