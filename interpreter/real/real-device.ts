/**
 * A board on a cable as a Device. Puts together the session, runs, the terminal and conversations in the raw REPL, one at a time. Where
 * ports and time come from is the composition root's business.
 */

import type { PortSummary } from '#common/host/host.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Capability } from '../device/capability.ts';
import { type DeviceError, deviceError } from '../device/device-error.ts';
import {
  type Device,
  type DeviceStatus,
  MAIN_FILE,
  type OutputChunk,
  type ProgramFiles,
  type RunResult,
  type Traceback,
} from '../device/device.ts';
import { type BoardInfo, LINK, type LinkState } from '../device/link.ts';
import { STORAGE } from '../device/storage.ts';
import { TERMINAL } from '../device/terminal.ts';
import { askBoard } from './board-info.ts';
import type { BoardPorts } from './board-ports.ts';
import { converse } from './conversation.ts';
import type { Executor } from './executor.ts';
import type { FramedExecutor } from './framed-executor.ts';
import { createBoardStorage } from './files/board-storage.ts';
import { Jobs } from './jobs.ts';
import { toDeviceError } from './link-errors.ts';
import { paste } from './paste-mode.ts';
import { ProgramRun } from './program-run.ts';
import { softReset } from './raw-repl.ts';
import { RealLink } from './real-link.ts';
import { RealTerminal } from './real-terminal.ts';
import { BoardSession } from './session.ts';

export interface RealDeviceOptions {
  readonly port: PortSummary;
  readonly ports: BoardPorts;
  readonly timers: Timers;
  /** Letters and digits, another each time. */
  readonly nonce: () => string;
}

/** A link that broke while stopping is given so long to come back. */
const CANCEL_GRACE = 500;
const RETURN_LIMIT = 15_000;

export class RealDevice implements Device {
  readonly #options: RealDeviceOptions;
  readonly #status = new Emitter<DeviceStatus>();
  readonly #output = new Emitter<OutputChunk>();
  readonly #traceback = new Emitter<Traceback>();
  readonly #fault = new Emitter<DeviceError>();
  readonly #cancelled = new Emitter<void>();
  readonly #session: BoardSession;
  readonly #terminal: RealTerminal;
  readonly #jobs = new Jobs();
  readonly #capabilities: ReadonlyMap<string, unknown>;
  /** Called when the board is back, or the device is disposed. */
  readonly #awaiting = new Set<() => void>();
  #state: DeviceStatus = 'closed';
  readonly #link: RealLink;
  #disposed = false;
  #files: ProgramFiles = {};
  #opening: Promise<void> | undefined;
  #stopping: { readonly done: Promise<void>; readonly cancel: () => void } | undefined;
  #run: ProgramRun | undefined;
  /** Whether a program has run since the interpreter was started: it may have left something behind that still runs. */
  #mayBeBusy = false;
  /** What holds the idle board at present. */
  #conversation: object | undefined;

  readonly onStatus = this.#status.event;
  readonly onOutput = this.#output.event;
  readonly onTraceback = this.#traceback.event;
  readonly onFault = this.#fault.event;

  constructor(options: RealDeviceOptions) {
    this.#options = options;
    this.#terminal = new RealTerminal({
      write: (text) => this.#type(text),
      paste: (text) => this.#paste(text),
    });
    this.#session = new BoardSession({
      ...options,
      onState: (state) => this.#announce(state),
      onUnheld: (binary) => this.#terminal.hear(binary),
      onLost: (error) => this.#lose(error),
    });
    this.#link = new RealLink({
      info: () => this.#session.info,
      refreshInfo: () => this.#refreshInfo(),
      cancel: () => this.#cancel(),
    });
    this.#capabilities = new Map<string, unknown>([
      [LINK.name, this.#link],
      [TERMINAL.name, this.#terminal],
      [
        STORAGE.name,
        createBoardStorage({
          withExecutor: (work) => this.#withExecutor(work),
          withQuietExecutor: (work) => this.#withQuietExecutor(work),
          onCancel: this.#cancelled.event,
        }),
      ],
    ]);
  }

  get status(): DeviceStatus {
    return this.#state;
  }

  capability<T>(capability: Capability<T>): T | undefined {
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  async open(): Promise<void> {
    this.#refuseDisposed();
    if (this.#state !== 'closed') return;
    this.#opening ??= this.#session.connect().finally(() => (this.#opening = undefined));
    await this.#opening;
    this.#refuseDisposed();
  }

  async load(files: ProgramFiles): Promise<void> {
    this.#requireIdle();
    this.#files = { ...files };
  }

  async run(): Promise<RunResult> {
    this.#requireIdle();
    if (this.#files[MAIN_FILE] === undefined) throw deviceError('no-program');
    const run = new ProgramRun({
      talk: this.#session.talk,
      files: this.#files,
      onOutput: (chunk) => this.#tell(chunk),
      onStopStep: (step) => this.#announce({ kind: 'stopping', step }),
    });
    this.#run = run;
    this.#mayBeBusy = true;
    this.#enter('running');
    const result = await this.#jobs.add(() => run.play());
    this.#run = undefined;
    if (result.traceback) this.#traceback.fire(result.traceback);
    if (result.error && this.#session.isReady) this.#fault.fire(result.error);
    if (this.#session.isReady) {
      this.#announce({ kind: 'ready' });
      this.#terminal.showPrompt();
      this.#enter('idle');
    }
    return result;
  }

  async stop(): Promise<void> {
    this.#refuseDisposed();
    const run = this.#run;
    if (!run) return;
    this.#stopping ??= this.#beginStop(run);
    await this.#stopping.done;
  }

  async reset(): Promise<void> {
    await this.stop();
    this.#requireIdle();
    await this.#exclusive(async () => {
      await converse(this.#session.talk, (executor) => this.#startAfresh(executor));
    });
  }

  async write(text: string): Promise<void> {
    this.#requireOpen();
    this.#run?.write(text);
  }

  /** Lets `work` talk to the idle board. The next one waits. */
  #withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.#exclusive(() => converse(this.#session.talk, work));
  }

  /** Threads and timers of an earlier program end first: flash is not written beside a core that runs. */
  #withQuietExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.#exclusive(() =>
      converse(this.#session.talk, async (executor) => {
        if (this.#mayBeBusy) await this.#startAfresh(executor);
        return work(executor);
      }),
    );
  }

  async #startAfresh(executor: FramedExecutor): Promise<void> {
    await softReset(this.#session.talk.line);
    executor.forget();
    this.#mayBeBusy = false;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#session.dispose();
    this.#state = 'closed';
    this.#status.fire('closed');
    this.#link.announce({ kind: 'closed' });
    for (const emitter of this.#emitters()) emitter.dispose();
    for (const wake of [...this.#awaiting]) wake();
  }

  #beginStop(run: ProgramRun) {
    this.#enter('stopping');
    let cancel = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => {
        run.cancelStop();
        reject(deviceError('cancelled'));
      };
    });
    const done = Promise.race([cancelled, run.stop().then(() => this.#untilBack())])
      .catch((error: unknown) => {
        const failure = toDeviceError(error);
        if (failure.code === 'program-does-not-stop') this.#session.isAwaited = true;
        else if (this.#session.isReady) this.#announce({ kind: 'ready' });
        if (this.#run && this.#session.isReady) this.#enter('running');
        throw failure;
      })
      .finally(() => (this.#stopping = undefined));
    return { done, cancel };
  }

  /** Resolves when the device is idle again; a link that broke has some time for that. */
  #untilBack(): Promise<void> {
    if (this.#disposed || this.#state === 'idle') return Promise.resolve();
    if (this.#state === 'closed' && !this.#session.isStuck) return Promise.reject(deviceError('link-lost'));
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#awaiting.delete(wake);
        timer.dispose();
        if (this.#disposed || this.#state === 'idle') resolve();
        else reject(deviceError('program-does-not-stop'));
      };
      const timer = this.#options.timers.after(RETURN_LIMIT, wake);
      this.#awaiting.add(wake);
    });
  }

  async #exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#requireIdle();
    return this.#jobs.add(async () => {
      this.#requireIdle();
      this.#conversation = work;
      try {
        return await work();
      } finally {
        this.#conversation = undefined;
        if (this.#session.isReady && !this.#disposed) this.#terminal.showPrompt();
      }
    });
  }

  async #type(text: string): Promise<void> {
    this.#requireOpen();
    if (this.#run) {
      this.#run.type(text);
      return;
    }
    await this.#jobs.add(() => this.#session.talk.line.writeText(text));
  }

  async #paste(text: string): Promise<void> {
    this.#requireIdle();
    await this.#jobs.add(async () => {
      const { line } = this.#session.talk;
      line.hold();
      try {
        await paste(line, text, (binary) => this.#terminal.hear(binary));
      } finally {
        line.release();
      }
    });
  }

  #emitters(): readonly Disposable[] {
    return [
      this.#status,
      this.#output,
      this.#traceback,
      this.#fault,
      this.#link,
      this.#cancelled,
      this.#terminal,
    ];
  }

  async #refreshInfo(): Promise<BoardInfo> {
    const info = await this.#withExecutor((executor) => askBoard(executor, () => this.#session.pastes));
    this.#session.info = info;
    return info;
  }

  #cancel(): void {
    if (this.#stopping) this.#stopping.cancel();
    else if (!this.#session.isReady) this.#session.cancel();
    else if (this.#conversation) this.#cancelConversation(this.#conversation);
  }

  /** Work on the board ends between two of its steps; one that hangs is broken off. */
  #cancelConversation(conversation: object): void {
    this.#cancelled.fire();
    this.#options.timers.after(CANCEL_GRACE, () => {
      if (this.#conversation === conversation) this.#session.cancel();
    });
  }

  #tell(chunk: OutputChunk): void {
    this.#output.fire(chunk);
    this.#terminal.show(chunk.text);
  }

  #lose(error: DeviceError): void {
    this.#enter('closed');
    // Whoever was asked to plug the board in again has done so.
    if (!this.#session.isAwaited) this.#fault.fire(error);
  }

  #announce(state: LinkState): void {
    if (this.#disposed) return;
    // What was interrupted may have threads.
    if (state.kind === 'connecting' && state.step === 'interrupting') this.#mayBeBusy = true;
    if (state.kind === 'ready' && this.#state === 'closed') {
      this.#terminal.showPrompt();
      this.#enter('idle');
    }
    this.#link.announce(state);
  }

  #requireIdle(): void {
    this.#requireOpen();
    if (this.#state !== 'idle') throw deviceError('busy');
  }

  #requireOpen(): void {
    this.#refuseDisposed();
    if (this.#state === 'closed')
      throw deviceError(this.#link.state.kind === 'closed' ? 'not-open' : 'link-lost');
  }

  #refuseDisposed(): void {
    if (this.#disposed) throw deviceError('disposed');
  }

  #enter(status: DeviceStatus): void {
    if (this.#state === status || this.#disposed) return;
    this.#state = status;
    this.#status.fire(status);
    if (status === 'idle') for (const wake of [...this.#awaiting]) wake();
  }
}
