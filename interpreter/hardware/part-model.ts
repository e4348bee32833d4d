/** How a part behaves: pins and virtual clock in, snapshot out. A model knows no view, no wall clock and no Python. */

import type { Event } from '#common/lifecycle/emitter.ts';
import type { Random } from '#common/random/random.ts';
import type { Clock } from '../clock/clock.ts';
import type { ControlValue } from '../device/capability.ts';
import type { PartState, PinLevel } from '../device/trace.ts';
import type { PartDefinition } from '../diagram/catalog.ts';
import type { Conductor } from './circuit/circuit.ts';
import type { World } from './world-model.ts';

export interface PwmSignal {
  /** Hz. */
  readonly frequency: number;
  /** 0 to 1. */
  readonly duty: number;
}

/** One pin of a part, joined with others into a net. */
export interface PartPin {
  readonly name: string;
  /** False where no wire is plugged in. */
  readonly connected: boolean;
  /** Volts on the net, or undefined while nothing drives it. With PWM on the net: the average. */
  voltage(): number | undefined;
  level(): PinLevel;
  /** True while a strong driver holds the net, directly or through a resistor: enough to feed a load. A chip's pull is not. */
  isFirm(): boolean;
  /** The PWM signal on the net, if one drives it. */
  pwm(): PwmSignal | undefined;
  /** Puts a voltage on the net; undefined lets go. Weak drivers (pull resistors) lose against strong ones. */
  drive(volts: number | undefined, strength?: 'strong' | 'weak'): void;
  /** Voltage, level, PWM or firmness of the net changed. */
  readonly onChange: Event<void>;
}

export interface PartContext {
  readonly id: string;
  /** What a person calls the part. */
  readonly label: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Attribute values, defaults filled in. */
  readonly attrs: Readonly<Record<string, string | number | boolean>>;
  /** Present where the diagram has a world. */
  readonly world?: World;
  /** Values of the world may have changed. */
  readonly onWorldChange: Event<void>;
  pin(name: string): PartPin;
  /** Puts a switch or resistor, open at first, between two of the part's pins. */
  conduct(a: string, b: string): Conductor;
  /** Tells that the snapshot changed; several calls at one instant give one snapshot. */
  changed(): void;
  /** Tells a person about trouble, such as a missing supply. The same words are told once. */
  notice(code: string, message: string): void;
}

export interface PartModel {
  /** Called once for every declared control with its default, then on each change. Values are inside the declared range. */
  set?(control: string, value: ControlValue): void;
  /** Every name that `definition.state` declares. */
  snapshot(): PartState;
  /**
   * Answers a whole transaction of a bus that is simulated by message, not by edge.
   * `dht`: five bytes as the sensor sends them, or undefined for no answer (no supply, no wire).
   */
  transact?(bus: 'dht', pin: string): Uint8Array | undefined;
  dispose?(): void;
}

/** One file in parts/ exports one of these. */
export interface Part {
  readonly definition: PartDefinition;
  create(context: PartContext): PartModel;
}
