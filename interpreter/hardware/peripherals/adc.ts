/**
 * machine.ADC: voltages as numbers. A straight line without offset or noise, so that a program reads the same value twice; only a
 * floating input gives (seeded) noise. PWM on the wire is read as its average.
 */

import type { Random } from '#common/random/random.ts';
import type { BoardDefinition } from '../../diagram/catalog.ts';
import type { BoardPinState, BoardPins } from '../board-pins.ts';
import { HardwareError } from '../hardware-error.ts';

interface AdcState {
  readonly pin: BoardPinState;
  fullScale: number;
}

export class Adc {
  readonly #pins: BoardPins;
  readonly #definition: BoardDefinition;
  readonly #random: Random;
  readonly #states = new Map<number, AdcState>();
  #bits: number;

  constructor(pins: BoardPins, definition: BoardDefinition, random: Random) {
    this.#pins = pins;
    this.#definition = definition;
    this.#random = random;
    this.#bits = definition.adc.bits;
  }

  /** GPIO number of an ADC channel, as in `ADC(0)` on boards that count channels. Throws a ValueError. */
  gpioOfChannel(channel: number, unit?: number): number {
    const pin = this.#definition.pins.find(
      ({ adc }) => adc?.channel === channel && (unit === undefined || adc.unit === unit),
    );
    if (pin?.gpio === undefined)
      throw new HardwareError('ValueError', `invalid channel: there is no ADC channel ${channel}.`);
    return pin.gpio;
  }

  /** Gives the pin to the ADC: outputs and pulls let go. Throws a ValueError, naming the pins that have an ADC. */
  configure(gpio: number): void {
    const pin = this.#pins.state(gpio);
    if (!pin.definition.adc) {
      const able = this.#definition.pins.flatMap(({ adc, gpio: number }) =>
        adc && number !== undefined ? [number] : [],
      );
      const list = able.sort((a, b) => a - b).join(', ');
      throw new HardwareError('ValueError', `${pin.definition.name} has no ADC. Pins with one: ${list}.`);
    }
    pin.mode = 'analog';
    pin.pull = 'none';
    if (pin.pwm) this.#pins.setPwm(pin, undefined);
    else this.#pins.apply(pin);
    if (!this.#states.has(gpio))
      this.#states.set(gpio, { pin, fullScale: this.#definition.adc.referenceVolts });
  }

  /** Raw reading in the present width: 0 to 2^bits - 1. */
  read(gpio: number): number {
    const state = this.#state(gpio);
    const top = 1 << this.#bits;
    return Math.max(0, Math.min(top - 1, Math.floor((this.#volts(state) / state.fullScale) * top)));
  }

  /** Reading scaled to 16 bits by repeating its upper bits, as MicroPython's `mp_machine_adc_read_u16` does on rp2 and esp32. */
  readU16(gpio: number): number {
    const raw = this.read(gpio);
    return ((raw << (16 - this.#bits)) | (raw >> (2 * this.#bits - 16))) & 0xffff;
  }

  /** Voltage in µV, in whole millivolts and at most the full scale (MicroPython esp32, `ADC.read_uv`). */
  readMicrovolts(gpio: number): number {
    const state = this.#state(gpio);
    return Math.round(Math.max(0, Math.min(state.fullScale, this.#volts(state))) * 1000) * 1000;
  }

  /** Sets the input range by an `ADC.ATTN_*` value. Throws a ValueError for a value the board does not know. */
  setAttenuation(gpio: number, value: number): void {
    const known = this.#definition.adc.attenuations;
    const range = known.find((attenuation) => attenuation.value === value);
    if (!range) {
      const names = known.map(({ name }) => `ADC.${name}`).join(', ');
      throw new HardwareError(
        'ValueError',
        names ? `invalid atten. Use one of ${names}.` : 'this board has no attenuation',
      );
    }
    this.#state(gpio).fullScale = range.volts;
  }

  /** Sets the resolution of `read` for all pins, bits. Throws a ValueError outside 9 to the native resolution. */
  setWidth(bits: number): void {
    const native = this.#definition.adc.bits;
    if (!Number.isInteger(bits) || bits < 9 || bits > native) {
      throw new HardwareError('ValueError', `invalid bits: the width must be from 9 to ${native}.`);
    }
    this.#bits = bits;
  }

  #state(gpio: number): AdcState {
    const known = this.#states.get(gpio);
    if (known) return known;
    this.configure(gpio);
    return this.#state(gpio);
  }

  /** Volts on the wire. A floating input wanders about a third of the reference, as stray charge does. */
  #volts({ pin }: AdcState): number {
    return pin.node.voltage ?? this.#random.normal(0.35, 0.08) * this.#definition.adc.referenceVolts;
  }
}
