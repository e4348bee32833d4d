/**
 * The in-memory twin of a device, for tests: a program's text chooses a script that plays its behavior. It keeps every
 * promise of the Device interface, but runs no Python.
 */

import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import {
  type Capability,
  type ControlValue,
  DEBUGGER,
  PROBE,
  type Speed,
  type SourcePlace,
  STIMULUS,
  type TimedStimulus,
  VIRTUAL_TIME,
} from './capability.ts';
import { type DeviceError, deviceError } from './device-error.ts';
import {
  type Device,
  type DeviceStatus,
  MAIN_FILE,
  type OutputChunk,
  type ProgramFiles,
  type RunResult,
  type Traceback,
} from './device.ts';
import { ScriptedRun } from './scripted-run.ts';
import type { TraceBatch } from './trace.ts';

/** Plays a program. Returning ends the run; so does whatever `run` throws when the run is stopped. */
export type Script = (run: ScriptedRun) => Promise<void> | void;

export interface MemoryDeviceOptions {
  /** Text of main.py to what it does. Any other text ends at once without output. */
  readonly scripts?: Readonly<Record<string, Script>>;
  /** Part id (or `world`) to its controls with their defaults. */
  readonly controls?: Readonly<Record<string, Readonly<Record<string, ControlValue>>>>;
  /** Names of capabilities this device lacks, to play a real board. */
  readonly without?: readonly string[];
}

export class MemoryDevice implements Device {
  readonly #scripts: Readonly<Record<string, Script>>;
  readonly #defaults: Readonly<Record<string, Readonly<Record<string, ControlValue>>>>;
  readonly #status = new Emitter<DeviceStatus>();
  readonly #output = new Emitter<OutputChunk>();
  readonly #traceback = new Emitter<Traceback>();
  readonly #fault = new Emitter<DeviceError>();
  readonly #trace = new Emitter<TraceBatch>();
  readonly #capabilities: ReadonlyMap<string, unknown>;
  #state: DeviceStatus = 'closed';
  #disposed = false;
  #files: ProgramFiles = {};
  #plan: readonly TimedStimulus[] = [];
  #controls = new Map<string, ControlValue>();
  #run: { readonly script: ScriptedRun; readonly ended: Promise<RunResult> } | undefined;
  #lastInstant: Nanoseconds = 0;
  #speed: Speed = 'max';
  #limit: Nanoseconds | undefined;
  #seed = 1;
  #breakpoints: readonly number[] = [];
  #pausedAt: SourcePlace | undefined;

  readonly onStatus = this.#status.event;
  readonly onOutput = this.#output.event;
  readonly onTraceback = this.#traceback.event;
  readonly onFault = this.#fault.event;

  constructor({ scripts = {}, controls = {}, without = [] }: MemoryDeviceOptions = {}) {
    this.#scripts = scripts;
    this.#defaults = controls;
    this.#powerOn();
    const all: readonly (readonly [Capability<unknown>, unknown])[] = [
      [DEBUGGER, this.#debugger()],
      [PROBE, { onTrace: this.#trace.event }],
      [STIMULUS, this.#stimulus()],
      [VIRTUAL_TIME, this.#virtualTime()],
    ];
    this.#capabilities = new Map(
      all.filter(([{ name }]) => !without.includes(name)).map(([{ name }, answer]) => [name, answer]),
    );
  }

  get status(): DeviceStatus {
    return this.#state;
  }

  async open(): Promise<void> {
    this.#refuseDisposed();
    if (this.#state === 'closed') this.#enter('idle');
  }

  async load(files: ProgramFiles): Promise<void> {
    this.#requireIdle();
    this.#files = { ...files };
  }

  async run(): Promise<RunResult> {
    this.#requireIdle();
    const main = this.#files[MAIN_FILE];
    if (main === undefined) throw deviceError('no-program');
    const script = new ScriptedRun({
      seed: this.#seed,
      limit: this.#limit,
      plan: this.#plan,
      output: (chunk) => this.#output.fire(chunk),
      trace: (batch) => this.#trace.fire(batch),
      applyControl: ({ part, control, value }) => this.#controls.set(`${part}.${control}`, value),
      control: (part, control) => this.#controls.get(`${part}.${control}`),
      files: this.#files,
      reach: (line) => this.#reach(line),
    });
    const ended = script.play(this.#scripts[main] ?? (() => undefined));
    this.#run = { script, ended };
    this.#enter('running');
    try {
      const result = await ended;
      this.#lastInstant = result.at;
      if (result.traceback) this.#traceback.fire(result.traceback);
      if (result.error) this.#fault.fire(result.error);
      return result;
    } finally {
      this.#run = undefined;
      this.#pausedAt = undefined;
      this.#enter('idle');
    }
  }

  async stop(): Promise<void> {
    this.#refuseDisposed();
    const run = this.#run;
    if (!run) return;
    this.#enter('stopping');
    run.script.stop();
    // `run` has waited for longer, so it enters idle before this goes on.
    await run.ended;
  }

  async reset(): Promise<void> {
    await this.stop();
    if (this.#state === 'closed') throw deviceError('not-open');
    this.#powerOn();
  }

  async write(text: string): Promise<void> {
    this.#refuseDisposed();
    if (this.#state === 'closed') throw deviceError('not-open');
    this.#run?.script.feed(text);
  }

  capability<T>(capability: Capability<T>): T | undefined {
    // The map's entries were made with the same typed names.
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#run?.script.stop();
    this.#enter('closed');
    for (const emitter of [this.#status, this.#output, this.#traceback, this.#fault, this.#trace])
      emitter.dispose();
  }

  /** Plays an accident: the interpreter crashes or the board is unplugged during a run. */
  fail(code: 'interpreter-crashed' | 'link-lost'): void {
    this.#run?.script.fail(deviceError(code));
  }

  #powerOn(): void {
    const pairs = Object.entries(this.#defaults).flatMap(([part, controls]) =>
      Object.entries(controls).map(([control, value]) => [`${part}.${control}`, value] as const),
    );
    this.#controls = new Map(pairs);
  }

  #stimulus() {
    return {
      set: async (part: string, control: string, value: ControlValue): Promise<void> => {
        this.#requireControl(part, control);
        this.#controls.set(`${part}.${control}`, value);
      },
      plan: (steps: readonly TimedStimulus[]): void => {
        for (const { part, control } of steps) this.#requireControl(part, control);
        this.#plan = [...steps].sort((a, b) => a.at - b.at);
      },
    };
  }

  #requireControl(part: string, control: string): void {
    if (!this.#controls.has(`${part}.${control}`)) throw deviceError('unknown-control');
  }

  #debugger() {
    // The getter needs the device's own `this`.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const device = this;
    return {
      setBreakpoints(file: string, lines: readonly number[]): void {
        if (file === MAIN_FILE) device.#breakpoints = [...lines];
      },
      get pausedAt() {
        return device.#pausedAt;
      },
    };
  }

  #reach(line: number): void {
    if (!this.#breakpoints.includes(line)) return;
    this.#pausedAt = { file: MAIN_FILE, line };
    this.#run?.script.pause();
    this.#enter('paused');
  }

  #virtualTime() {
    // Getters and setters need the device's own `this`.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const device = this;
    return {
      get now() {
        return device.#run?.script.now ?? device.#lastInstant;
      },
      get speed() {
        return device.#speed;
      },
      setSpeed(speed: Speed) {
        device.#speed = speed;
      },
      pause() {
        if (device.#state !== 'running') return;
        device.#run?.script.pause();
        device.#enter('paused');
      },
      resume() {
        if (device.#state !== 'paused') return;
        device.#pausedAt = undefined;
        device.#enter('running');
        device.#run?.script.resume();
      },
      get limit() {
        return device.#limit;
      },
      set limit(limit) {
        device.#limit = limit;
      },
      get seed() {
        return device.#seed;
      },
      set seed(seed) {
        device.#seed = seed;
      },
    };
  }

  #requireIdle(): void {
    this.#refuseDisposed();
    if (this.#state === 'closed') throw deviceError('not-open');
    if (this.#state !== 'idle') throw deviceError('busy');
  }

  #refuseDisposed(): void {
    if (this.#disposed) throw deviceError('disposed');
  }

  #enter(status: DeviceStatus): void {
    if (this.#state === status || (this.#disposed && status !== 'closed')) return;
    this.#state = status;
    this.#status.fire(status);
  }
}
