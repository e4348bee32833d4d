/** The GPIO pins of a board as the peripherals share them: one output and one pull for each, and what was last told about them. */

import type { Clock } from '../clock/clock.ts';
import type { PinLevel } from '../device/trace.ts';
import { BOARD_ID } from '../diagram/diagram.ts';
import type { BoardDefinition, BoardPin } from '../diagram/catalog.ts';
import type { Circuit, Driver } from './circuit/circuit.ts';
import type { Node } from './circuit/node.ts';
import type { RunningPwm } from './circuit/signal.ts';
import { HardwareError } from './hardware-error.ts';
import type { TraceSink } from './trace-sink.ts';

/** `analog`: the ADC has the pin and every digital driver let go. */
type PinMode = 'in' | 'out' | 'open-drain' | 'analog';
export type PinPull = 'up' | 'down' | 'none';
export type EdgeTrigger = 'rising' | 'falling' | 'both';
/** Called when an edge has settled. It may move the clock and use the pins. */
export type EdgeCallback = (edge: 'rising' | 'falling') => void;

export interface BoardPinState {
  readonly gpio: number;
  readonly definition: BoardPin;
  readonly node: Node;
  readonly output: Driver;
  readonly pullDriver: Driver;
  mode: PinMode;
  pull: PinPull;
  /** Output register: what the pin puts out as soon as it is an output. Undefined until a program wrote it. */
  latch: 0 | 1 | undefined;
  pwm: RunningPwm | undefined;
  /** Level last given to the trace; undefined after PWM, when the next level must be told. */
  told: PinLevel | undefined;
  /** Last level that was not floating: an edge is a change of this one. */
  steady: 0 | 1 | undefined;
  trigger: EdgeTrigger | undefined;
  onEdge: EdgeCallback | undefined;
}

export class BoardPins {
  readonly #states = new Map<number, BoardPinState>();
  readonly #names = new Map<string, number>();
  readonly #circuit: Circuit;
  readonly #definition: BoardDefinition;
  readonly #clock: Clock;
  readonly #sink: TraceSink;
  /** Nothing is told while the bench is being put together. */
  #telling = false;

  constructor(definition: BoardDefinition, circuit: Circuit, clock: Clock, sink: TraceSink) {
    this.#definition = definition;
    this.#circuit = circuit;
    this.#clock = clock;
    this.#sink = sink;
    for (const pin of definition.pins) {
      if (pin.role === 'power' || pin.role === 'ground') {
        const volts = pin.role === 'ground' ? 0 : pin.volts;
        for (const name of [pin.name, ...pin.aliases]) circuit.createDriver(BOARD_ID, name).drive(volts);
      }
      if (pin.gpio !== undefined) this.#add(pin, pin.gpio);
    }
    if (definition.led !== undefined) this.#names.set('LED', definition.led);
  }

  /** All GPIO states in the order of the board's definition. */
  all(): Iterable<BoardPinState> {
    return this.#states.values();
  }

  /** GPIO number of `12`, `GPIO12`, `D12` … as this board names its pins. Throws a ValueError for anything else. */
  resolve(nameOrNumber: string | number): number {
    const gpio = typeof nameOrNumber === 'number' ? nameOrNumber : this.#names.get(nameOrNumber);
    if (gpio !== undefined && this.#states.has(gpio)) return gpio;
    const numbers = [...this.#states.keys()].join(', ');
    const shown = typeof nameOrNumber === 'number' ? `${nameOrNumber}` : `"${nameOrNumber}"`;
    throw new HardwareError(
      'ValueError',
      `invalid pin: ${this.#definition.name} has no pin ${shown}. Its GPIO numbers are ${numbers}.`,
    );
  }

  state(gpio: number): BoardPinState {
    return this.#states.get(gpio) ?? this.#state(this.resolve(gpio));
  }

  level(state: BoardPinState): PinLevel {
    return this.#circuit.level(state.node);
  }

  /** Puts what mode, latch, pull and PWM ask for onto the wire. */
  apply(state: BoardPinState): void {
    const high = this.#definition.logicVolts;
    const { mode, latch, pwm } = state;
    state.pullDriver.drive(pullVolts(state, high), 'weak');
    if (pwm) state.output.drive(pwm.duty * high, 'strong', pwm);
    else if (mode === 'out') state.output.drive(latch === 1 ? high : 0);
    // A released open-drain line keeps its last word until something pulls it.
    else state.output.drive(mode === 'open-drain' && latch === 0 ? 0 : undefined);
  }

  /** Begins, changes or ends (undefined) the PWM signal of a pin and tells the trace. */
  setPwm(
    state: BoardPinState,
    signal: { readonly frequency: number; readonly duty: number } | undefined,
  ): void {
    const old = state.pwm;
    if (old?.frequency === signal?.frequency && old?.duty === signal?.duty) return;
    const now = this.#clock.now();
    const since = old && old.frequency === signal?.frequency ? old.since : now;
    state.pwm = signal && { ...signal, since };
    state.told = undefined;
    const { frequency, duty } = signal ?? { frequency: 0, duty: 0 };
    this.#sink.pwm({ at: now, pin: state.definition.name, frequency, duty });
    this.apply(state);
    this.#didChange(state);
  }

  /** Tells the level of every pin that does not float, as the trace's starting point. */
  tellAll(): void {
    this.#telling = true;
    for (const state of this.#states.values()) {
      if (state.told !== 'z' && state.told !== undefined) this.#tell(state, state.told);
    }
  }

  #add(pin: BoardPin, gpio: number): void {
    const circuit = this.#circuit;
    const node = circuit.node(BOARD_ID, pin.name);
    const state: BoardPinState = {
      gpio,
      definition: pin,
      node,
      output: circuit.createDriver(BOARD_ID, pin.name),
      pullDriver: circuit.createDriver(BOARD_ID, pin.name),
      mode: 'in',
      pull: 'none',
      latch: undefined,
      pwm: undefined,
      told: 'z',
      steady: undefined,
      trigger: undefined,
      onEdge: undefined,
    };
    this.#states.set(gpio, state);
    for (const name of [pin.name, ...pin.aliases]) this.#names.set(name, gpio);
    circuit.listen(node, () => this.#didChange(state));
  }

  #state(gpio: number): BoardPinState {
    const state = this.#states.get(gpio);
    if (!state) throw new RangeError(`No GPIO ${gpio}.`);
    return state;
  }

  #didChange(state: BoardPinState): void {
    if (state.node.pwm) {
      state.told = undefined;
      return;
    }
    const level = state.node.level;
    if (level === state.told) return;
    state.told = level;
    this.#tell(state, level);
    if (level === 'z') return;
    const before = state.steady;
    state.steady = level;
    if (before === undefined || before === level) return;
    const edge = level === 1 ? 'rising' : 'falling';
    if (state.onEdge && (state.trigger === 'both' || state.trigger === edge)) {
      const callback = state.onEdge;
      this.#circuit.afterSettled(() => callback(edge));
    }
  }

  #tell(state: BoardPinState, level: PinLevel): void {
    if (this.#telling) this.#sink.edge({ at: this.#clock.now(), pin: state.definition.name, level });
  }
}

function pullVolts({ pull }: BoardPinState, high: number): number | undefined {
  if (pull === 'none') return undefined;
  return pull === 'up' ? high : 0;
}
