/** machine.PWM: frequency and duty of a pin's signal. The signal itself is never expanded into edges. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { BoardDefinition } from '../../diagram/catalog.ts';
import type { BoardPins } from '../board-pins.ts';
import { HardwareError } from '../hardware-error.ts';

export interface PwmOptions {
  /** Hz. */
  readonly frequency?: number;
  /** 0 to 65535. */
  readonly dutyU16?: number;
  /** Length of the pulse, ns. */
  readonly dutyNs?: Nanoseconds;
}

interface PwmState {
  frequency?: number;
  /** The form in which the program gave the duty is kept when the frequency changes. */
  duty?: { readonly unit: 'u16' | 'ns'; readonly value: number };
}

const TOP = 65_535;

/** What each port of MicroPython says (ports/rp2/machine_pwm.c and ports/esp32/machine_pwm.c). */
const RANGE_MESSAGES: Readonly<Record<string, (options: { low: boolean; max: number }) => string>> = {
  rp2: ({ low }) => (low ? 'freq too small' : 'freq too large'),
  esp32: ({ max }) => `frequency must be from 1Hz to ${Math.floor(max / 1_000_000)}MHz`,
};

export class Pwm {
  readonly #pins: BoardPins;
  readonly #definition: BoardDefinition;
  readonly #states = new Map<number, PwmState>();

  constructor(pins: BoardPins, definition: BoardDefinition) {
    this.#pins = pins;
    this.#definition = definition;
  }

  /**
   * Takes a pin for PWM and sets what is given; the rest stays as it was. The signal begins when frequency and duty are both known
   * (rp2). A port with defaults (esp32: 5 kHz, half duty) passes them. Throws a ValueError for values out of range.
   */
  start(gpio: number, { frequency, dutyU16, dutyNs }: PwmOptions = {}): void {
    const { definition } = this.#pins.state(gpio);
    if (definition.output === false) {
      throw new HardwareError(
        'ValueError',
        `PWM not supported on pin ${gpio}: ${definition.name} can only be input.`,
      );
    }
    const state: PwmState = { ...this.#states.get(gpio) };
    if (frequency !== undefined) state.frequency = this.#checkFrequency(frequency);
    if (dutyU16 !== undefined) state.duty = { unit: 'u16', value: checkU16(dutyU16) };
    if (dutyNs !== undefined) state.duty = { unit: 'ns', value: checkNs(dutyNs, state.frequency) };
    this.#states.set(gpio, state);
    this.#apply(gpio, state);
  }

  setFrequency(gpio: number, frequency: number): void {
    this.start(gpio, { frequency });
  }

  setDutyU16(gpio: number, dutyU16: number): void {
    this.start(gpio, { dutyU16 });
  }

  setDutyNs(gpio: number, dutyNs: Nanoseconds): void {
    this.start(gpio, { dutyNs });
  }

  /** Hz; 0 while none was set. */
  frequency(gpio: number): number {
    return this.#states.get(gpio)?.frequency ?? 0;
  }

  /** 0 to 65535. */
  dutyU16(gpio: number): number {
    return Math.round(share(this.#states.get(gpio) ?? {}) * TOP);
  }

  /** ns. */
  dutyNs(gpio: number): Nanoseconds {
    const state = this.#states.get(gpio);
    return state?.frequency ? Math.round((share(state) * 1_000_000_000) / state.frequency) : 0;
  }

  isRunning(gpio: number): boolean {
    return this.#pins.state(gpio).pwm !== undefined;
  }

  /** Ends the signal and forgets its settings; the pin goes back to what Pin made of it. Harmless where there is none. */
  stop(gpio: number): void {
    this.#states.delete(gpio);
    this.#pins.setPwm(this.#pins.state(gpio), undefined);
  }

  #apply(gpio: number, state: PwmState): void {
    if (state.frequency === undefined || state.duty === undefined) return;
    this.#pins.setPwm(this.#pins.state(gpio), { frequency: state.frequency, duty: share(state) });
  }

  #checkFrequency(frequency: number): number {
    const { port, pwm } = this.#definition;
    if (frequency >= pwm.minFrequency && frequency <= pwm.maxFrequency) return frequency;
    const low = !(frequency >= pwm.minFrequency);
    const message = RANGE_MESSAGES[port]?.({ low, max: pwm.maxFrequency });
    const range = `${pwm.minFrequency} to ${pwm.maxFrequency} Hz`;
    throw new HardwareError('ValueError', message ?? `freq must be from ${range}`);
  }
}

function share({ frequency, duty }: PwmState): number {
  if (duty === undefined) return 0;
  if (duty.unit === 'u16') return duty.value / TOP;
  return Math.min(1, (duty.value * (frequency ?? 0)) / 1_000_000_000);
}

function checkU16(value: number): number {
  if (value >= 0 && value <= TOP) return value;
  throw new HardwareError('ValueError', `duty_u16 must be from 0 to ${TOP}`);
}

function checkNs(value: Nanoseconds, frequency: number | undefined): number {
  if (value < 0) throw new HardwareError('ValueError', 'duty_ns must not be negative');
  if (frequency !== undefined && value * frequency > 1_000_000_000) {
    throw new HardwareError('ValueError', 'duty larger than period');
  }
  return value;
}
