/**
 * A serial port as a Transport: opened and closed with the lines as the policy says, written in small pieces that can be dropped, closed
 * step by step so that no board restarts. It knows no protocol, and of the system only what the serialport package tells.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Timers } from '#common/time/timers.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import type { Transport, TransportSignals } from '#common/transport/transport.ts';
import type { LinePolicy, LineStep } from '#interpreter/real/line-policy.ts';

import type { PortClaims } from './port-claims.ts';
import type { OpenSerialPort, SerialPortHandle } from './serial-binding.ts';
import { serialErrorCode, hasNoLines } from './serial-errors.ts';
import { WriteQueue } from '#common/transport/write-queue.ts';

export interface SerialTransportOptions {
  readonly path: string;
  readonly policy: LinePolicy;
  readonly platform: string;
  readonly timers: Timers;
  readonly open: OpenSerialPort;
  readonly claims: PortClaims;
  /** The error for a person of this system, from what the system said of a port that could not be opened. */
  readonly explain: (error: Error) => Promise<TransportError>;
}

/** Nearly every board ignores it or wants this. */
const BAUD_RATE = 115_200;
/** Milliseconds that closing waits for what was written to leave. */
const DRAIN_LIMIT = 500;
/** Windows sometimes refuses a port for a moment after it was closed or plugged in: so often, so many milliseconds apart. */
const RETRIES = { win32: 5, pause: 300 };

export class SerialTransport implements Transport {
  readonly #options: SerialTransportOptions;
  readonly #data = new Emitter<Uint8Array>();
  readonly #close = new Emitter<{ readonly cause?: Error }>();
  #port: SerialPortHandle | undefined;
  #queue: WriteQueue | undefined;
  #opening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #hasLines = true;
  #isDisposed = false;

  readonly onData = this.#data.event;
  readonly onClose = this.#close.event;

  constructor(options: SerialTransportOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#queue !== undefined;
  }

  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    this.#opening ??= this.#openNow().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#require().queue.write(bytes);
  }

  async flush(): Promise<void> {
    const { queue, port } = this.#require();
    queue.drop();
    await port.flush().catch((error: unknown) => {
      throw failed(error);
    });
  }

  async setSignals(signals: TransportSignals): Promise<void> {
    await this.#set(this.#require().port, signals);
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#end();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#data.dispose();
    this.#close.dispose();
    // One that is still opening closes as soon as it is open.
    void this.#end();
  }

  async #openNow(): Promise<void> {
    await this.#closing;
    const { path, policy, claims } = this.#options;
    await claims.released(path);
    const port = await this.#tryOpen({ path, baudRate: BAUD_RATE, hupcl: policy.openWith.dtr });
    this.#port = port;
    this.#hasLines = true;
    const queue = new WriteQueue({ write: (bytes) => port.write(bytes), timers: this.#options.timers });
    this.#queue = queue;
    port.onData((bytes) => this.#queue === queue && this.#data.fire(bytes));
    port.onClose((error) => this.#lost(queue, error));
    await this.#play(policy.open).catch(() => undefined);
    if (this.#isDisposed) await this.#end();
  }

  async #tryOpen(options: Parameters<OpenSerialPort>[0]): Promise<SerialPortHandle> {
    const { open, platform, timers, explain } = this.#options;
    for (let retries = platform === 'win32' ? RETRIES.win32 : 0; ; retries--) {
      try {
        return await open(options);
      } catch (error) {
        const words = error instanceof Error ? error : new Error(String(error));
        const isBusy = serialErrorCode(words, platform) === 'busy';
        if (!isBusy || retries === 0 || this.#isDisposed) throw await explain(words);
        await new Promise<void>((resolve) => timers.after(RETRIES.pause, resolve));
      }
    }
  }

  /** Nothing is heard or sent from now on; the port closes behind that. */
  #end(): Promise<void> {
    const port = this.#port;
    const queue = this.#queue;
    if (!port || !queue) return this.#closing ?? Promise.resolve();
    this.#port = undefined;
    this.#queue = undefined;
    this.#closing = this.#closeStepByStep(port, queue);
    this.#options.claims.hold(this.#options.path, this.#closing);
    this.#close.fire({});
    return this.#closing;
  }

  async #closeStepByStep(port: SerialPortHandle, queue: WriteQueue): Promise<void> {
    await this.#within(
      DRAIN_LIMIT,
      queue.empty().then(() => port.drain()),
    );
    queue.end(new TransportError('not-open', 'The port was closed.'));
    for (const step of this.#options.policy.close)
      await (isWait(step) ? this.#wait(step.wait) : this.#within(DRAIN_LIMIT, this.#set(port, step)));
    await port.close().catch(() => undefined);
  }

  #lost(queue: WriteQueue, error?: Error): void {
    if (this.#queue !== queue) return;
    this.#queue = undefined;
    this.#port = undefined;
    const cause = new TransportError('disconnected', 'The board was unplugged.', { cause: error });
    queue.end(cause);
    this.#close.fire({ cause });
  }

  async #play(steps: readonly LineStep[]): Promise<void> {
    for (const step of steps) await (isWait(step) ? this.#wait(step.wait) : this.setSignals(step));
  }

  /** A port without lines, such as a pseudo-terminal, refuses the first time and is not asked again. */
  async #set(port: SerialPortHandle, signals: TransportSignals): Promise<void> {
    if (!this.#hasLines) return;
    try {
      await port.set(signals);
    } catch (error) {
      if (!(error instanceof Error) || !hasNoLines(error)) throw failed(error);
      this.#hasLines = false;
    }
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#options.timers.after(milliseconds, resolve));
  }

  /** Goes on when the work has ended, however, or after so many milliseconds. */
  async #within(milliseconds: number, work: Promise<unknown>): Promise<void> {
    let timer: Disposable | undefined;
    const limit = new Promise<void>((resolve) => (timer = this.#options.timers.after(milliseconds, resolve)));
    await Promise.race([work.catch(() => undefined), limit]);
    timer?.dispose();
  }

  #require(): { readonly port: SerialPortHandle; readonly queue: WriteQueue } {
    if (!this.#port || !this.#queue) throw new TransportError('not-open', 'The port is not open.');
    return { port: this.#port, queue: this.#queue };
  }
}

function isWait(step: LineStep): step is { readonly wait: number } {
  return 'wait' in step;
}

function failed(error: unknown): TransportError {
  const words = error instanceof Error ? error.message : String(error);
  return new TransportError('write-failed', `The port does not obey: ${words}`, { cause: error });
}
