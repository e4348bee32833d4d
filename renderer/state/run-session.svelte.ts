/**
 * The device that programs run on and what it tells: status, time, running line, output, errors. Views see changes at most
 * once a frame. Knows the Device interface and its capabilities, not which device it is.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { type ControlValue, STIMULUS, type Speed, VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { Device, DeviceStatus, ProgramFiles, RunResult, Traceback } from '#interpreter/device/device.ts';
import { LINK } from '#interpreter/device/link.ts';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { t } from '../i18n/t.ts';
import { BenchState } from './bench.svelte.ts';
import { ConsoleBuffer, type ConsolePiece } from './console-buffer.svelte.ts';
import { describeEnd } from './describe-end.ts';
import { describeFault, type Fault } from './fault.ts';
import { OutputQueue } from './output-queue.ts';
import { RunClock } from './run-clock.svelte.ts';
import { RunPlace } from './run-place.svelte.ts';
import { type RealTarget, RunTarget } from './run-target.svelte.ts';
import type { Services } from './services.ts';

type RunServices = Pick<Services, 'createDevice' | 'requestFrame' | 'timers'>;

export class RunSession implements Disposable {
  readonly #services: RunServices;
  readonly console = new ConsoleBuffer();
  readonly bench: BenchState;
  readonly #target: RunTarget;
  #cancelFrame: (() => void) | undefined;
  readonly #output = new OutputQueue(this.console);
  readonly plot = this.#output.plot;
  readonly #place = new RunPlace();
  readonly #clock: RunClock;
  /** Tells the end of a run that was replaced from the end of the present one. */
  #runNumber = 0;

  readonly status: DeviceStatus = $derived.by(() => this.#target.status);
  readonly abilities = $derived.by(() => this.#target.abilities);
  /** True from the click on Run until the device has taken over. */
  starting = $state(false);
  readonly virtualTime = $derived.by(() => this.#clock.time);
  readonly runningLine = $derived(this.#place.line);
  traceback = $state.raw<Traceback | undefined>(undefined);
  fault = $state.raw<Fault | undefined>(undefined);
  lastResult = $state.raw<RunResult | undefined>(undefined);
  speed = $state<Speed>(1);

  readonly isRunning = $derived(['running', 'paused', 'stopping'].includes(this.status));
  readonly isActive = $derived(this.starting || this.isRunning);
  /** Where the program is paused, 1-based. */
  readonly pausedLine = $derived(this.status === 'paused' ? this.runningLine : undefined);

  constructor(services: RunServices, bench = new BenchState(services.requestFrame)) {
    this.#services = services;
    this.#target = new RunTarget(services.createDevice, {
      onStatus: (device, status) => this.#takeStatus(device, status),
      onOutput: (chunk) => this.#takeOutput(chunk),
      onTraceback: (traceback) => (this.traceback = traceback),
      onFault: (error) => this.#fail(error),
      onTrace: (batch) => this.#takeTrace(batch),
    });
    this.#clock = new RunClock(services.timers);
    this.bench = bench;
  }

  /**
   * Makes the simulated board of a wiring, and makes it ready where programs run on it, so that Run starts at once. The same
   * wiring twice does nothing.
   */
  async prepare(diagram: Diagram): Promise<void> {
    this.#useDiagram(diagram);
    if (this.#target.isReal) return;
    try {
      await this.#target.open();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Programs run on this board from now on; undefined: on the simulated one. A program that runs is stopped first. */
  async useReal(target: RealTarget | undefined): Promise<void> {
    if (this.isActive) await this.stop();
    this.#target.useReal(target);
    this.fault = undefined;
  }

  /**
   * Runs a program from the start. A run that goes on is stopped first. A board on a cable needs no wiring. Never rejects:
   * trouble is in `fault`.
   */
  async run(files: ProgramFiles, diagram: Diagram | undefined): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    try {
      if (this.isRunning) await this.#device?.stop();
      const number = ++this.#runNumber;
      this.#clearRun();
      if (diagram) this.#useDiagram(diagram);
      const isOpen = await this.#target.open();
      const device = this.#device;
      if (!device || !isOpen) return;
      await device.load(files);
      this.#planControls(device);
      device.capability(VIRTUAL_TIME)?.setSpeed(this.speed);
      if (!this.#place.passBreakpoints(device)) this.console.note(t('run.noBreakpoints'), 0);
      this.#clock.start();
      const ended = device.run();
      this.starting = false;
      this.#tick();
      const result = await ended;
      if (number === this.#runNumber) this.#finish(result);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.starting = false;
    }
  }

  /** Ends the program, or the connecting that comes before it. */
  async stop(): Promise<void> {
    const link = this.#device?.capability(LINK);
    if (this.starting && link?.state.kind === 'connecting') link.cancel();
    else await this.#guard((device) => device.stop());
  }

  /** Goes on from where the program is paused. */
  resume(): void {
    this.#device?.capability(VIRTUAL_TIME)?.resume();
  }

  /** The present run and those that follow pause at these lines of main.py, 1-based. */
  setBreakpoints(lines: readonly number[]): void {
    if (this.#place.setBreakpoints(lines) && this.#device) this.#place.passBreakpoints(this.#device);
  }

  /** Back to power-on: the program stops, the bench and the console are as before the first run. */
  async reset(): Promise<void> {
    await this.#guard((device) => device.reset());
    this.#clearRun();
    this.lastResult = undefined;
  }

  /** A line for the program's `input()`. */
  async write(line: string): Promise<void> {
    this.console.append([{ at: this.virtualTime, stream: 'input', text: `${line}\n` }]);
    await this.#guard((device) => device.write(`${line}\n`));
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.#device?.capability(VIRTUAL_TIME)?.setSpeed(speed);
  }

  /** A learner moved a control. It acts at once in a run, and from the start in the runs that follow. */
  async setControl(part: string, control: string, value: ControlValue): Promise<void> {
    this.bench.setControl(part, control, value);
    if (this.status !== 'running' && this.status !== 'paused') return;
    await this.#guard(async (device) => device.capability(STIMULUS)?.set(part, control, value));
  }

  dismissFault(): void {
    this.fault = undefined;
  }

  dispose(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = undefined;
    this.#target.dispose();
  }

  get #device(): Device | undefined {
    return this.#target.device;
  }

  #useDiagram(diagram: Diagram): void {
    if (this.#target.useDiagram(diagram)) this.bench.reset();
  }

  #takeStatus(device: Device, status: DeviceStatus): void {
    this.#place.lookAt(device);
    if (status === 'running' || status === 'paused') this.#tick();
  }

  #takeOutput(piece: ConsolePiece): void {
    this.#output.add(piece);
    this.#tick();
  }

  #takeTrace(batch: TraceBatch): void {
    this.bench.apply(batch);
    for (const notice of batch.notices) this.#output.addNotice(notice);
    this.#place.tell(batch.line);
    this.#tick();
  }

  /** One flush a frame while something is pending or a run goes on. */
  #tick(): void {
    this.#cancelFrame ??= this.#services.requestFrame(() => {
      this.#cancelFrame = undefined;
      this.#flush();
      if (this.status === 'running' || !this.#output.isEmpty) this.#tick();
    });
  }

  #flush(): void {
    this.#output.onFrame();
    this.#clock.onFrame(this.#device, this.isActive);
    this.#place.onFrame(this.isActive);
  }

  #finish(result: RunResult): void {
    this.lastResult = result;
    this.#output.showAll();
    this.#clock.set(result.at);
    this.#place.clear();
    this.console.note(describeEnd(result), result.at);
    if (result.traceback) this.traceback = result.traceback;
    if (result.error) this.#fail(result.error);
  }

  #clearRun(): void {
    this.bench.reset();
    this.traceback = undefined;
    this.fault = undefined;
    this.#output.clear();
    this.#clock.set(0);
    this.#place.clear();
  }

  #planControls(device: Device): void {
    const settings = this.bench.controlSettings().map((setting) => ({ at: 0, ...setting }));
    device.capability(STIMULUS)?.plan(settings);
  }

  async #guard(action: (device: Device) => Promise<unknown>): Promise<void> {
    if (!this.#device) return;
    try {
      await action(this.#device);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What was cancelled is no trouble. */
  #fail(error: unknown): void {
    const fault = describeFault(error);
    if (fault.code !== 'cancelled') this.fault = fault;
  }
}
