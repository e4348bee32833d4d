/**
 * The flat table between the Python shims and the simulated hardware: the module `_hw`. Each entry takes and gives numbers, strings,
 * booleans, None and Python callables; it holds no state of its own. The shims (interpreter/shims) give it MicroPython's shape.
 */

import type { Board } from '../hardware/board.ts';
import type { EdgeTrigger, PinPull } from '../hardware/board-pins.ts';
import type { GpioMode } from '../hardware/peripherals/gpio.ts';
import type { Console } from './console.ts';
import type { Interrupts } from './interrupts.ts';
import type { BridgeFunction, PythonCallable } from './micropython.ts';
import type { Timekeeper } from './timekeeper.ts';

export interface BridgeSurroundings {
  readonly board: Board;
  readonly time: Timekeeper;
  readonly interrupts: Interrupts;
  readonly console: Console;
  readonly notice: (code: string, message: string) => void;
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

export function createBridge(surroundings: BridgeSurroundings): Readonly<Record<string, BridgeFunction>> {
  const { board, notice } = surroundings;
  return {
    ...pinFunctions(surroundings),
    ...analogFunctions(board),
    ...pwmFunctions(board),
    ...timerFunctions(surroundings),
    ...timeFunctions(surroundings.time),
    ...consoleFunctions(surroundings.console),
    dht_read: (gpio: number) => {
      const bytes = board.transact('dht', gpio);
      return bytes ? [...bytes].join(' ') : null;
    },
    board_text: (name: 'id' | 'port' | 'machine') => board.definition[name],
    board_frequency: () => board.definition.cpuFrequency,
    board_attenuations: () =>
      board.definition.adc.attenuations.map(({ name, value }) => `${name}=${value}`).join(' '),
    notice: (code: string, message: string) => {
      notice(code, message);
      return null;
    },
  };
}

function pinFunctions({ board, interrupts }: BridgeSurroundings): Record<string, BridgeFunction> {
  const { gpio } = board;
  return {
    pin_resolve: (name: string | number) => gpio.resolve(name),
    pin_name: (pin: number) => board.definition.pins.find((candidate) => candidate.gpio === pin)?.name ?? null,
    /** `value` -1 leaves the level as it is. */
    pin_configure: (pin: number, mode: number, pull: number, value: number) => {
      gpio.configure(pin, {
        mode: MODES[mode] ?? 'in',
        pull: PULLS[pull] ?? 'none',
        ...(value >= 0 && { value: value ? 1 : 0 }),
      });
      return null;
    },
    pin_read: (pin: number) => gpio.read(pin),
    pin_write: (pin: number, value: number) => {
      gpio.write(pin, value ? 1 : 0);
      return null;
    },
    /** What was last written. */
    pin_latch: (pin: number) => gpio.state(pin).latch ?? 0,
    pin_irq: (pin: number, trigger: number, handler: PythonCallable | null, argument: unknown) => {
      const edges = TRIGGERS[trigger];
      if (handler && edges) gpio.onEdge(pin, edges, () => interrupts.queue(handler, argument));
      else gpio.onEdge(pin, 'both', undefined);
      interrupts.setSource(`pin ${pin}`, handler !== null && edges !== undefined);
      return null;
    },
  };
}

function analogFunctions({ adc }: Board): Record<string, BridgeFunction> {
  return {
    adc_channel: (channel: number) => adc.gpioOfChannel(channel),
    adc_configure: (gpio: number) => (adc.configure(gpio), null),
    adc_read: (gpio: number) => adc.read(gpio),
    adc_read_u16: (gpio: number) => adc.readU16(gpio),
    adc_read_uv: (gpio: number) => adc.readMicrovolts(gpio),
    adc_atten: (gpio: number, value: number) => (adc.setAttenuation(gpio, value), null),
    adc_width: (bits: number) => (adc.setWidth(bits), null),
  };
}

function pwmFunctions({ pwm }: Board): Record<string, BridgeFunction> {
  return {
    /** Negative values mean: as it is. */
    pwm_start: (gpio: number, frequency: number, dutyU16: number, dutyNs: number) => {
      pwm.start(gpio, {
        ...(frequency >= 0 && { frequency }),
        ...(dutyU16 >= 0 && { dutyU16 }),
        ...(dutyNs >= 0 && { dutyNs }),
      });
      return null;
    },
    pwm_stop: (gpio: number) => (pwm.stop(gpio), null),
    pwm_frequency: (gpio: number) => pwm.frequency(gpio),
    pwm_duty_u16: (gpio: number) => pwm.dutyU16(gpio),
    pwm_duty_ns: (gpio: number) => pwm.dutyNs(gpio),
    pwm_is_running: (gpio: number) => pwm.isRunning(gpio),
  };
}

function timerFunctions({ board, interrupts }: BridgeSurroundings): Record<string, BridgeFunction> {
  return {
    timer_init: (id: number, periodMs: number, periodic: boolean, handler: PythonCallable | null, argument: unknown) => {
      const source = `timer ${id}`;
      board.timers.init({
        id,
        period: Math.round(periodMs * MS),
        mode: periodic ? 'periodic' : 'one-shot',
        callback: () => {
          if (!periodic) interrupts.setSource(source, false);
          if (handler) interrupts.queue(handler, argument);
        },
      });
      interrupts.setSource(source, true);
      return null;
    },
    timer_deinit: (id: number) => {
      board.timers.deinit(id);
      interrupts.setSource(`timer ${id}`, false);
      return null;
    },
  };
}

function timeFunctions(time: Timekeeper): Record<string, BridgeFunction> {
  return {
    /** `microseconds` comes as a float: it may exceed a small int. */
    sleep_us: (microseconds: number) => {
      if (microseconds > 0) time.sleepUntil(time.now + Math.round(microseconds * US));
      return null;
    },
    /** Sleeps, but no longer than until an interrupt handler has run. */
    wait_us: (microseconds: number) => {
      time.sleepUntilInterrupt(time.now + Math.round(microseconds * US));
      return null;
    },
    ticks_ms: () => Math.floor(time.now / MS) % TICKS_PERIOD,
    ticks_us: () => Math.floor(time.now / US) % TICKS_PERIOD,
    ticks_cpu: () => Math.floor(time.now / 10) % TICKS_PERIOD,
    seconds: () => Math.floor(time.now / SECOND),
    nanoseconds_of_second: () => Math.floor(time.now % SECOND),
  };
}

function consoleFunctions(console: Console): Record<string, BridgeFunction> {
  return {
    read_line: () => console.readLine(),
    read_byte: () => console.readByte() ?? -1,
    has_input: () => console.hasByte(),
    report_begin: () => (console.beginReport(), null),
    report_end: () => (console.endReport(), null),
  };
}
