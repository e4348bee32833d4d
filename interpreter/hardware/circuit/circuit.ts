/** Nets joined by wires, switches and resistors: who drives them, which voltage results, who hears of a change. Knows no parts. */

import type { PinLevel } from '../../device/trace.ts';
import type { Clock } from '../../clock/clock.ts';
import { type ConductorState, createNode, type DriverState, type Node } from './node.ts';
import { levelOf, pwmLevelAt, type RunningPwm } from './signal.ts';
import { type Resolved, resolveStrong, resolveWeak, solveIsland } from './solve.ts';

/** Which pins one wire joins. */
export interface Net {
  readonly id: string;
  readonly pins: readonly { readonly owner: string; readonly pin: string }[];
}

/** One voltage source on one pin. */
export interface Driver {
  /** Undefined volts let go. With `pwm`, volts are the average of the signal. */
  drive(volts: number | undefined, strength?: 'strong' | 'weak', pwm?: RunningPwm): void;
}

/** A switch or resistor between two pins. */
export interface Conductor {
  /** 0 joins the pins, undefined parts them, anything between is a resistance. */
  setOhms(ohms: number | undefined): void;
}

/** Rounds of change within one instant after which the wiring is taken to feed back on itself. */
const MAX_ROUNDS = 10_000;

export class Circuit {
  readonly #nodes = new Map<string, Node>();
  readonly #clock: Clock;
  readonly #logicVolts: number;
  readonly #notice: (code: string, message: string) => void;
  readonly #reported = new Set<string>();
  readonly #wired = new Set<string>();
  readonly #changed: Node[] = [];
  readonly #afterwards: (() => void)[] = [];
  #settling = false;

  constructor(
    nets: readonly Net[],
    clock: Clock,
    logicVolts: number,
    notice: (code: string, message: string) => void,
  ) {
    this.#clock = clock;
    this.#logicVolts = logicVolts;
    this.#notice = notice;
    for (const net of nets) {
      const node = createNode();
      for (const { owner, pin } of net.pins) {
        this.#nodes.set(`${owner}:${pin}`, node);
        if (net.pins.length > 1) this.#wired.add(`${owner}:${pin}`);
      }
    }
  }

  /** The node of a pin; a pin without a wire has a node of its own. */
  node(owner: string, pin: string): Node {
    const key = `${owner}:${pin}`;
    let node = this.#nodes.get(key);
    if (!node) this.#nodes.set(key, (node = createNode()));
    return node;
  }

  isConnected(owner: string, pin: string): boolean {
    return this.#wired.has(`${owner}:${pin}`);
  }

  /** Level of a node now; a PWM signal is read at its present phase. */
  level(node: Node): PinLevel {
    return node.pwm ? pwmLevelAt(node.pwm, this.#clock.now()) : node.level;
  }

  createDriver(owner: string, pin: string): Driver {
    const node = this.node(owner, pin);
    const state: DriverState = { label: `${owner}:${pin}`, strong: true, volts: undefined, pwm: undefined };
    node.drivers.push(state);
    return {
      drive: (volts, strength = 'strong', pwm = undefined) => {
        const strong = strength === 'strong';
        if (state.volts === volts && state.strong === strong && state.pwm === pwm) return;
        state.volts = volts;
        state.strong = strong;
        state.pwm = pwm;
        this.#resolve(node);
        this.#settle();
      },
    };
  }

  createConductor(a: Node, b: Node): Conductor {
    const state: ConductorState = { a, b, ohms: undefined };
    if (a !== b) {
      a.conductors.push(state);
      b.conductors.push(state);
    }
    return {
      setOhms: (ohms) => {
        if (state.ohms === ohms) return;
        state.ohms = ohms;
        this.#resolve(a);
        this.#resolve(b);
        this.#settle();
      },
    };
  }

  /** Calls `listener` whenever voltage, level, PWM or firmness of the node changed. Returns the way to stop it. */
  listen(node: Node, listener: () => void): () => void {
    node.listeners = [...node.listeners, listener];
    return () => {
      node.listeners = node.listeners.filter((other) => other !== listener);
    };
  }

  /** Runs `callback` when every consequence of the present change has settled: the moment for program code. */
  afterSettled(callback: () => void): void {
    this.#afterwards.push(callback);
    this.#settle();
  }

  #resolve(node: Node): void {
    if (node.conductors.length === 0) {
      this.#assign(node, resolveStrong(node.drivers, this.#report) ?? resolveWeak(node.drivers));
    } else {
      solveIsland(node, this.#report, this.#assign);
    }
  }

  readonly #assign = (node: Node, { voltage, pwm, firm }: Resolved): void => {
    if (node.voltage === voltage && node.pwm === pwm && node.firm === firm) return;
    node.firm = firm;
    node.voltage = voltage;
    node.pwm = pwm;
    node.level = levelOf(voltage, this.#logicVolts, node.level);
    this.#changed.push(node);
  };

  #settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    try {
      for (let round = 0; this.#changed.length > 0; round++) {
        if (round > MAX_ROUNDS) {
          this.#changed.length = 0;
          this.#notice(
            'unstable-wiring',
            'The wiring feeds back on itself and never comes to rest. Look for a part that switches its own supply or input.',
          );
          break;
        }
        for (const listener of this.#changed.shift()?.listeners ?? []) listener();
      }
    } finally {
      this.#settling = false;
    }
    for (let callback = this.#afterwards.shift(); callback; callback = this.#afterwards.shift()) callback();
  }

  readonly #report = (high: DriverState, low: DriverState): void => {
    const pair = [high.label, low.label].sort().join(' ');
    if (high.label === low.label || this.#reported.has(pair)) return;
    this.#reported.add(pair);
    this.#notice(
      'short-circuit',
      `Short circuit: ${describe(high)} while ${describe(low)} on the same wire. Take one of the two off that wire.`,
    );
  };
}

function describe({ label, volts, pwm }: DriverState): string {
  return pwm ? `${label} puts out PWM` : `${label} puts out ${Number((volts ?? 0).toFixed(2))} V`;
}
