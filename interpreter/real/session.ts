/**
 * A board that outlives its port: connects, notices when the board goes away, finds it again under whatever name it comes back, and
 * connects anew. Knows ports and the ladder, no programs.
 */

import type { PortSummary } from '#common/host/host.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Transport } from '#common/transport/transport.ts';
import { type DeviceError, deviceError } from '../device/device-error.ts';
import type { BoardInfo, ConnectStep, LinkState } from '../device/link.ts';
import { askBoard } from './board-info.ts';
import type { BoardPorts } from './board-ports.ts';
import { breakIn } from './break-in.ts';
import type { SendMemory } from './code-sender.ts';
import { type ConversationOptions, recover } from './conversation.ts';
import { FramedExecutor } from './framed-executor.ts';
import { FRAME_EPILOGUE } from './frames.ts';
import { Line } from './line.ts';
import { toDeviceError } from './link-errors.ts';
import { PortWatch } from './port-watch.ts';
import { leaveRawRepl } from './raw-repl.ts';

const OPEN_LIMIT = 10_000;
const CLOSE_LIMIT = 2000;
const DEBOUNCE = 1500;
const RETRY = 1000;
/** How long the person has for pressing RESET or plugging in again. */
const ASK_LIMIT = 60_000;

export interface SessionOptions {
  readonly port: PortSummary;
  readonly ports: BoardPorts;
  readonly timers: Timers;
  readonly nonce: () => string;
  readonly onState: (state: LinkState) => void;
  /** What the board says while nobody holds the line. */
  readonly onUnheld: (binary: string) => void;
  readonly onLost: (error: DeviceError) => void;
}

export class BoardSession implements Disposable {
  readonly #options: SessionOptions;
  readonly #memory: SendMemory = { way: undefined, window: undefined };
  #port: PortSummary;
  #transport: Transport | undefined;
  #line: Line | undefined;
  #info: BoardInfo | undefined;
  #watch: Disposable | undefined;
  #abort: ((error: DeviceError) => void) | undefined;
  #closing: Promise<void> = Promise.resolve();
  #isReady = false;
  #isStuck = false;
  #isDisposed = false;
  /** Counts what was asked for: coming back by itself gives way to it. */
  #attempt = 0;
  /** The person was asked to plug the board in again: then it is caught as early as can be. */
  isAwaited = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#port = options.port;
  }

  get info(): BoardInfo | undefined {
    return this.#info;
  }

  set info(info: BoardInfo | undefined) {
    this.#info = info;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** The port took no more bytes and is being opened again; the board was not unplugged. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** Everything needed to talk to the board now. */
  get talk(): ConversationOptions {
    const line = this.#line;
    if (!line || !this.#isReady) throw deviceError('link-lost');
    return this.#talk(line);
  }

  /** Whether raw-paste works with this board. */
  get pastes(): boolean {
    return this.#memory.way === 'raw-paste';
  }

  /**
   * Resolves at the friendly prompt, with `info` known. Otherwise the port is closed. Whoever asks for it means the board that is there
   * now: it need not be the one from before.
   */
  async connect(): Promise<void> {
    this.#watch?.dispose();
    this.#attempt++;
    this.#abort?.(deviceError('cancelled'));
    this.#info = undefined;
    try {
      await this.#connect(this.#port, false);
    } catch (error) {
      if (!this.#mayAsk(toDeviceError(error))) throw this.#closed(error);
      await this.#ask().catch((failure: unknown) => {
        throw this.#closed(failure);
      });
    }
  }

  /** Ends connecting, or what the holder of the line waits for. */
  cancel(): void {
    if (this.#isReady) this.#line?.interrupt(deviceError('cancelled'));
    else this.#abort?.(deviceError('cancelled'));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watch?.dispose();
    this.#isReady = false;
    this.#abort?.(deviceError('disposed'));
    this.#line?.end(deviceError('disposed'));
    this.#release();
  }

  #talk(line: Line): ConversationOptions {
    const features = new Set(this.#info?.features ?? []);
    const policy = this.#options.ports.policy(this.#port);
    return { line, policy, memory: this.#memory, features, word: this.#options.nonce() };
  }

  async #connect(port: PortSummary, isBooting: boolean): Promise<void> {
    const { ports, timers, onState, onUnheld } = this.#options;
    onState({ kind: 'connecting', step: 'opening' });
    this.#release();
    let transport: Transport | undefined;
    let abort: (error: DeviceError) => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      abort = (error) => {
        this.#line?.end(error);
        reject(error);
      };
    });
    this.#abort = abort;
    try {
      await Promise.race([aborted, this.#closing]);
      transport = ports.create(port);
      this.#transport = transport;
      this.#port = port;
      await Promise.race([aborted, withLimit(transport.open(), OPEN_LIMIT, timers)]);
      const line = new Line({ transport, timers, onUnheld, onDead: (error) => this.#onDead(line, error) });
      this.#line = line;
      line.hold();
      await Promise.race([aborted, this.#prepare(line, isBooting)]);
      line.release();
      this.#isReady = true;
      this.isAwaited = false;
      this.#isStuck = false;
      onState({ kind: 'ready' });
    } catch (error) {
      // Another attempt may have begun.
      if (this.#transport === transport) this.#release();
      throw toDeviceError(error);
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  async #prepare(line: Line, isBooting: boolean): Promise<void> {
    const talk = this.#talk(line);
    const announce = (step: ConnectStep): void => this.#options.onState({ kind: 'connecting', step });
    await breakIn({ line, policy: talk.policy, isBooting, announce });
    const executor = new FramedExecutor(talk);
    try {
      const info = await askBoard(executor, () => this.pastes);
      const known = this.#info?.uniqueId;
      if (known !== undefined && info.uniqueId !== known)
        throw deviceError('port-not-found', 'Another board is plugged in now. Choose it to use it.');
      this.#info = info;
    } catch (error) {
      await recover(line, executor, false);
      throw error;
    }
    await leaveRawRepl(line, `${FRAME_EPILOGUE}\x04`);
  }

  #onDead(line: Line, error: DeviceError): void {
    if (line !== this.#line || this.#isDisposed || !this.#isReady) return;
    this.#isStuck = this.#transport?.isOpen === true;
    this.#isReady = false;
    this.#release();
    this.#options.onState({ kind: 'lost' });
    this.#options.onLost(error);
    this.#seek(this.#isStuck ? 0 : DEBOUNCE);
  }

  /** Connects as soon as the board is there again, as often as it takes. */
  #seek(debounce: number): void {
    if (this.#isDisposed) return;
    const { ports, timers } = this.#options;
    this.#watch = new PortWatch({
      ports,
      timers,
      lost: this.#port,
      debounce: this.isAwaited ? 0 : debounce,
      mustVanish: false,
      onFound: (port) => void this.#comeBack(port),
    });
  }

  async #comeBack(port: PortSummary): Promise<void> {
    const lost = this.#port;
    const attempt = this.#attempt;
    try {
      await this.#connect(port, true);
    } catch {
      if (this.#isDisposed || attempt !== this.#attempt) return;
      // It may still boot, be held by another program for a moment, or be another board.
      this.#port = lost;
      this.#options.onState({ kind: 'lost' });
      this.#watch = this.#options.timers.after(RETRY, () => this.#seek(DEBOUNCE));
    }
  }

  /** Only a board that is plugged into USB itself comes back by being plugged in again, and cannot be reset by its lines. */
  #mayAsk(error: DeviceError): boolean {
    const { vendorId, virtual } = this.#port;
    const hasLines = this.#options.ports.policy(this.#port).reset !== undefined;
    return error.code === 'no-answer' && vendorId !== undefined && !virtual && !hasLines;
  }

  async #ask(): Promise<void> {
    const { ports, timers, onState } = this.#options;
    onState({ kind: 'connecting', step: 'asking' });
    const port = await new Promise<PortSummary>((resolve, reject) => {
      const end = (finish: () => void): void => {
        this.#watch?.dispose();
        timer.dispose();
        this.#abort = undefined;
        finish();
      };
      const timer = timers.after(ASK_LIMIT, () => end(() => reject(deviceError('no-answer'))));
      this.#abort = (error) => end(() => reject(error));
      this.#watch = new PortWatch({
        ports,
        timers,
        lost: this.#port,
        debounce: 0,
        mustVanish: true,
        onFound: (found) => end(() => resolve(found)),
      });
    });
    await this.#connect(port, true);
  }

  #closed(error: unknown): DeviceError {
    this.#options.onState({ kind: 'closed' });
    return toDeviceError(error);
  }

  #release(): void {
    const transport = this.#transport;
    this.#transport = undefined;
    this.#line = undefined;
    if (!transport) return;
    const closed = withLimit(transport.close(), CLOSE_LIMIT, this.#options.timers).catch(() => undefined);
    this.#closing = closed.then(() => transport.dispose());
  }
}

/** A driver that never answers is no reason to wait for ever. */
function withLimit(work: Promise<void>, limit: number, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = timers.after(limit, () =>
      reject(deviceError('no-answer', 'The port does not open. Unplug the board and plug it in again.')),
    );
    work.then(resolve, reject).finally(() => timer.dispose());
  });
}
