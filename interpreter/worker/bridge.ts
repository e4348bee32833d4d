/**
 * The flat table between the Python shims and the simulated hardware: the module `_hw`. Each entry takes and gives numbers, strings,
 * booleans, None and Python callables; it holds no state of its own. The shims (interpreter/shims) give it MicroPython's shape.
 */

import type { Board } from '../hardware/board.ts';
import type { BoardDefinition } from '../diagram/catalog.ts';
import type { EdgeTrigger, PinPull } from '../hardware/board-pins.ts';
import type { GpioMode } from '../hardware/peripherals/gpio.ts';
import type { BoardPrompt } from './board-bridge.ts';
import type { ProgramConsole } from './console.ts';
import type { Interrupts } from './interrupts.ts';
import type { BridgeFunction, PythonCallable } from './micropython.ts';
import type { Timekeeper } from './timekeeper.ts';

/** What the bridge works on in one run. */
export interface BridgedRun {
  readonly board: Board;
  readonly time: Timekeeper;
  readonly interrupts: Interrupts;
  readonly console: ProgramConsole;
  /** `machine.unique_id()`, hexadecimal; without one the board has the simulator's own. */
  readonly uniqueId?: string;
  /** Where the board has a prompt. */
  readonly prompt?: BoardPrompt;
  notice(code: string, message: string): void;
  /** Goes on while timers or pin interrupts may call a handler. */
  goOnInBackground(): void;
}

/** Joins the bridge, which exists as soon as the firmware has booted, to the run that comes later. */
export class BridgeLink {
  readonly definition: BoardDefinition;
  #run: BridgedRun | undefined;

  constructor(definition: BoardDefinition) {
    this.definition = definition;
  }

  attach(run: BridgedRun): void {
    this.#run = run;
  }

  get isAttached(): boolean {
    return this.#run !== undefined;
  }

  get run(): BridgedRun {
    if (!this.#run) throw new Error('The hardware was used before the run began.');
    return this.#run;
  }
}

/** Numbers that the shims use for modes, pulls and edges; in the shims they stand beside MicroPython's own. */
const MODES: readonly GpioMode[] = ['in', 'out', 'open-drain'];
const PULLS: readonly PinPull[] = ['none', 'up', 'down'];
const TRIGGERS: readonly (EdgeTrigger | undefined)[] = [undefined, 'rising', 'falling', 'both'];

const US = 1_000;
const MS = 1_000_000;
const SECOND = 1_000_000_000;
/** ticks_ms and ticks_us wrap here, as `time.ticks_add` of this MicroPython expects. */
const TICKS_PERIOD = 2 ** 30;

export function createBridge(link: BridgeLink): Readonly<Record<string, BridgeFunction>> {
  const { definition } = link;
  return {
    ...pinFunctions(link),
    ...analogFunctions(link),
    ...pwmFunctions(link),
    ...timerFunctions(link),
    ...timeFunctions(link),
    ...consoleFunctions(link),
    dht_read: (gpio: number) => {
      const bytes = link.run.board.transact('dht', gpio);
      return bytes ? [...bytes].join(' ') : null;
    },
    board_text: (name: 'id' | 'port' | 'machine') => definition[name],
    board_frequency: () => definition.cpuFrequency,
    board_attenuations: () =>
      definition.adc.attenuations.map(({ name, value }) => `${name}=${value}`).join(' '),
    unique_id: () => link.run.uniqueId ?? null,
    notice: (code: string, message: string) => (link.run.notice(code, message), null),
    background: () => (link.run.goOnInBackground(), null),
  };
}

function pinFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    pin_resolve: (name: string | number) => link.run.board.gpio.resolve(name),
    pin_name: (pin: number) => link.definition.pins.find((candidate) => candidate.gpio === pin)?.name ?? null,
    /** `value` -1 leaves the level as it is. */
    pin_configure: (pin: number, mode: number, pull: number, value: number) => {
      link.run.board.gpio.configure(pin, {
        mode: MODES[mode] ?? 'in',
        pull: PULLS[pull] ?? 'none',
        ...(value >= 0 && { value: value ? 1 : 0 }),
      });
      return null;
    },
    pin_read: (pin: number) => link.run.board.gpio.read(pin),
    pin_write: (pin: number, value: number) => {
      link.run.board.gpio.write(pin, value ? 1 : 0);
      return null;
    },
    /** What was last written. */
    pin_latch: (pin: number) => link.run.board.gpio.state(pin).latch ?? 0,
    pin_irq: (pin: number, trigger: number, handler: PythonCallable | null, argument: unknown) => {
      const edges = TRIGGERS[trigger];
      const { interrupts, board } = link.run;
      if (handler && edges)
        board.gpio.onEdge(pin, edges, () => interrupts.queue(handler, argument, `pin ${pin}`));
      else board.gpio.onEdge(pin, 'both', undefined);
      interrupts.setSource(`pin ${pin}`, handler !== null && edges !== undefined);
      return null;
    },
  };
}

function analogFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    adc_channel: (channel: number) => link.run.board.adc.gpioOfChannel(channel),
    adc_configure: (gpio: number) => (link.run.board.adc.configure(gpio), null),
    adc_read: (gpio: number) => link.run.board.adc.read(gpio),
    adc_read_u16: (gpio: number) => link.run.board.adc.readU16(gpio),
    adc_read_uv: (gpio: number) => link.run.board.adc.readMicrovolts(gpio),
    adc_atten: (gpio: number, value: number) => (link.run.board.adc.setAttenuation(gpio, value), null),
    adc_width: (bits: number) => (link.run.board.adc.setWidth(bits), null),
  };
}

function pwmFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    /** Negative values mean: as it is. */
    pwm_start: (gpio: number, frequency: number, dutyU16: number, dutyNs: number) => {
      link.run.board.pwm.start(gpio, {
        ...(frequency >= 0 && { frequency }),
        ...(dutyU16 >= 0 && { dutyU16 }),
        ...(dutyNs >= 0 && { dutyNs }),
      });
      return null;
    },
    pwm_stop: (gpio: number) => (link.run.board.pwm.stop(gpio), null),
    pwm_frequency: (gpio: number) => link.run.board.pwm.frequency(gpio),
    pwm_duty_u16: (gpio: number) => link.run.board.pwm.dutyU16(gpio),
    pwm_duty_ns: (gpio: number) => link.run.board.pwm.dutyNs(gpio),
    pwm_is_running: (gpio: number) => link.run.board.pwm.isRunning(gpio),
  };
}

function timerFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    timer_init: (
      id: number,
      periodMs: number,
      periodic: boolean,
      handler: PythonCallable | null,
      argument: unknown,
    ) => {
      const { board, interrupts } = link.run;
      const source = `timer ${id}`;
      board.timers.init({
        id,
        period: Math.round(periodMs * MS),
        mode: periodic ? 'periodic' : 'one-shot',
        callback: () => {
          if (!periodic) interrupts.setSource(source, false);
          if (handler) interrupts.queueOnce(handler, argument, source);
        },
      });
      interrupts.setSource(source, true);
      return null;
    },
    timer_deinit: (id: number) => {
      const { board, interrupts } = link.run;
      board.timers.deinit(id);
      interrupts.setSource(`timer ${id}`, false);
      return null;
    },
  };
}

function timeFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    /** `microseconds` comes as a float: it may exceed a small int. */
    sleep_us: (microseconds: number) => {
      if (microseconds > 0) link.run.time.sleepUntil(link.run.time.now + Math.round(microseconds * US));
      return null;
    },
    /** Sleeps, but no longer than until an interrupt handler has run. */
    wait_us: (microseconds: number) => {
      link.run.time.sleepUntilInterrupt(link.run.time.now + Math.round(microseconds * US));
      return null;
    },
    ticks_ms: () => Math.floor(link.run.time.now / MS) % TICKS_PERIOD,
    ticks_us: () => Math.floor(link.run.time.now / US) % TICKS_PERIOD,
    ticks_cpu: () => Math.floor(link.run.time.now / 10) % TICKS_PERIOD,
    seconds: () => Math.floor(link.run.time.now / SECOND),
    nanoseconds_of_second: () => Math.floor(link.run.time.now % SECOND),
  };
}

function consoleFunctions(link: BridgeLink): Record<string, BridgeFunction> {
  return {
    read_line: () => link.run.console.readLine(),
    read_byte: () => link.run.console.readByte() ?? -1,
    has_input: () => link.run.console.hasByte(),
    report_begin: () => (link.run.console.beginReport(), null),
    report_end: () => (link.run.console.endReport(), null),
  };
}
