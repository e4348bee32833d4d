/**
 * The simulated board as a Device: each run gets a fresh worker with a fresh interpreter, and the next worker is kept ready. It knows
 * the worker only by its protocol; where workers come from is the composition root's business.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createRpc, type Rpc, type RpcChannel } from '#common/rpc/rpc.ts';
import {
  type Capability,
  DEBUGGER,
  PROBE,
  type Speed,
  STIMULUS,
  VIRTUAL_TIME,
} from '../device/capability.ts';
import { ADVICE, DeviceError, deviceError } from '../device/device-error.ts';
import {
  type Device,
  type DeviceStatus,
  MAIN_FILE,
  type OutputChunk,
  type ProgramFiles,
  type RunResult,
  type Traceback,
} from '../device/device.ts';
import type { TraceBatch } from '../device/trace.ts';
import type { Catalog } from '../diagram/catalog.ts';
import { controlsOf } from '../diagram/controls.ts';
import type { Diagram } from '../diagram/diagram.ts';
import type { Batch, HostApi, RunReport, WorkerApi } from '../worker/protocol.ts';
import { createSharedControlBuffer, HostControl } from '../worker/shared-control.ts';
import { SimulatedDebugger } from './simulated-debugger.ts';
import { SimulatedStimulus } from './simulated-stimulus.ts';
import { SimulatedTime } from './simulated-time.ts';

/** A worker that serves one run. */
export interface WorkerHandle {
  readonly channel: RpcChannel;
  /** Ends the worker at once, whatever it does. */
  terminate(): void;
  /** Calls back once if the worker dies by itself. */
  onError(listener: (error: Error) => void): Disposable;
}

export interface SimulatedDeviceOptions {
  /** Validated. */
  readonly diagram: Diagram;
  readonly catalog: Catalog;
  readonly spawn: () => WorkerHandle;
  /** Calls back after so many ms of wall time unless disposed; for a worker that does not answer Stop. */
  readonly after: (milliseconds: number, callback: () => void) => Disposable;
  readonly speed?: Speed;
}

/** A worker that has not ended by then is terminated: it is in a loop that no hook reaches. */
const FORCE_MS = 40;

interface CurrentRun {
  readonly worker: WorkerHandle;
  readonly rpc: Rpc<WorkerApi>;
  readonly control: HostControl;
  readonly finish: (report: RunReport) => void;
  readonly result: Promise<RunResult>;
  at: number;
}

export class SimulatedDevice implements Device {
  readonly #options: SimulatedDeviceOptions;
  readonly #status = new Emitter<DeviceStatus>();
  readonly #output = new Emitter<OutputChunk>();
  readonly #traceback = new Emitter<Traceback>();
  readonly #fault = new Emitter<DeviceError>();
  readonly #trace = new Emitter<TraceBatch>();
  readonly #time: SimulatedTime;
  readonly #stimulus: SimulatedStimulus;
  readonly #debugger = new SimulatedDebugger();
  readonly #capabilities: ReadonlyMap<string, unknown>;
  #state: DeviceStatus = 'closed';
  #disposed = false;
  #files: ProgramFiles = {};
  #spare: WorkerHandle | undefined;
  #hasRun = false;
  #run: CurrentRun | undefined;

  readonly onStatus = this.#status.event;
  readonly onOutput = this.#output.event;
  readonly onTraceback = this.#traceback.event;
  readonly onFault = this.#fault.event;

  constructor(options: SimulatedDeviceOptions) {
    this.#options = options;
    this.#time = new SimulatedTime(options.speed ?? 1);
    this.#stimulus = new SimulatedStimulus(controlsOf(options.diagram, options.catalog));
    this.#capabilities = new Map<string, unknown>([
      [DEBUGGER.name, this.#debugger],
      [PROBE.name, { onTrace: this.#trace.event }],
      [STIMULUS.name, this.#stimulus],
      [VIRTUAL_TIME.name, this.#time],
    ]);
  }

  get status(): DeviceStatus {
    return this.#state;
  }

  capability<T>(capability: Capability<T>): T | undefined {
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  async open(): Promise<void> {
    this.#refuseIfDisposed();
    if (this.#state !== 'closed') return;
    this.#prepareWorker();
    this.#enter('idle');
  }

  async load(files: ProgramFiles): Promise<void> {
    this.#requireIdle();
    this.#files = { ...files };
  }

  async run(): Promise<RunResult> {
    this.#requireIdle();
    if (this.#files[MAIN_FILE] === undefined) throw deviceError('no-program');
    const run = this.#start();
    this.#run = run;
    this.#enter('running');
    return run.result;
  }

  async stop(): Promise<void> {
    this.#refuseIfDisposed();
    const run = this.#run;
    if (!run) return;
    if (this.#state !== 'stopping') {
      this.#enter('stopping');
      run.control.requestStop();
      const force = this.#options.after(FORCE_MS, () => run.finish({ end: 'stopped', at: run.at }));
      void run.result.then(() => force.dispose());
    }
    await run.result;
  }

  async reset(): Promise<void> {
    this.#requireOpen();
    await this.stop();
    this.#time.end(0);
    this.#stimulus.reset();
  }

  async write(text: string): Promise<void> {
    this.#requireOpen();
    this.#run?.control.send({ kind: 'stdin', text });
  }

  /** Tells the program that no more input will come: `input()` then raises EOFError. */
  endInput(): void {
    this.#run?.control.send({ kind: 'stdin-end' });
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#state = 'closed';
    for (const emitter of [this.#status, this.#output, this.#traceback, this.#fault, this.#trace])
      emitter.dispose();
    this.#run?.finish({ end: 'stopped', at: this.#run.at });
    this.#spare?.terminate();
    this.#spare = undefined;
  }

  #start(): CurrentRun {
    const worker = this.#spare ?? this.#options.spawn();
    this.#spare = undefined;
    // Runs at full speed come in rows, as checks do: the next worker boots while this one runs.
    if (this.#hasRun && this.#time.speed === 'max') this.#prepareWorker();
    this.#hasRun = true;
    const buffer = createSharedControlBuffer();
    const control = new HostControl(buffer);
    this.#time.begin(control);
    this.#stimulus.begin(control);
    this.#debugger.begin(control);
    let finish: (report: RunReport) => void = () => undefined;
    const ended = new Promise<RunReport>((resolve) => (finish = resolve));
    const rpc = createRpc<WorkerApi, HostApi>(worker.channel, {
      onBatch: (batch) => this.#take(run, batch),
      onPaused: (line) => {
        if (this.#run !== run || this.#state === 'stopping') return;
        this.#debugger.pause(line);
        this.#enter('paused');
      },
      onResumed: () => {
        if (this.#run !== run || this.#state === 'stopping') return;
        this.#debugger.resume();
        this.#enter('running');
      },
    });
    const died = worker.onError((error) => finish({ end: 'fault', at: run.at, fault: error.message }));
    const result = ended.then((report) => {
      died.dispose();
      rpc.dispose();
      worker.terminate();
      return this.#end(report);
    });
    const run: CurrentRun = { worker, rpc, control, finish, result, at: 0 };
    rpc.remote
      .run({
        control: buffer,
        files: this.#files,
        diagram: this.#options.diagram,
        controls: this.#stimulus.values,
        stimuli: this.#stimulus.steps,
        breakpoints: this.#debugger.lines,
        seed: this.#time.seed,
        speed: this.#time.speed,
        ...(this.#time.limit !== undefined && { limit: this.#time.limit }),
      })
      .then(finish, (error: unknown) => finish({ end: 'fault', at: run.at, fault: String(error) }));
    return run;
  }

  #take(run: CurrentRun, { number, output, trace }: Batch): void {
    if (this.#run !== run) return;
    run.at = trace.until;
    run.control.acknowledge(number);
    for (const chunk of output) this.#output.fire(chunk);
    this.#trace.fire(trace);
  }

  #end(report: RunReport): RunResult {
    this.#run = undefined;
    this.#time.end(report.at);
    this.#stimulus.end();
    this.#debugger.end();
    const { end, at, traceback } = report;
    const error =
      end === 'fault'
        ? new DeviceError('interpreter-crashed', `${ADVICE['interpreter-crashed']} (${report.fault})`)
        : undefined;
    if (!this.#disposed) {
      if (traceback) this.#traceback.fire(traceback);
      if (error) this.#fault.fire(error);
      if (!this.#spare) this.#prepareWorker();
      this.#enter('idle');
    }
    return { end, at, ...(traceback && { traceback }), ...(error && { error }) };
  }

  /** Loading takes most of a start; a spare worker has done it before it is needed. */
  #prepareWorker(): void {
    const spare = this.#options.spawn();
    this.#spare = spare;
    const rpc = createRpc<WorkerApi>(spare.channel, {});
    rpc.notify('prepare', this.#options.diagram.board);
    rpc.dispose();
  }

  #enter(status: DeviceStatus): void {
    if (this.#disposed || this.#state === status) return;
    this.#state = status;
    this.#status.fire(status);
  }

  #requireIdle(): void {
    this.#requireOpen();
    if (this.#state !== 'idle') throw deviceError('busy');
  }

  #requireOpen(): void {
    this.#refuseIfDisposed();
    if (this.#state === 'closed') throw deviceError('not-open');
  }

  #refuseIfDisposed(): void {
    if (this.#disposed) throw deviceError('disposed');
  }
}
