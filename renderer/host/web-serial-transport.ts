/**
 * A port that the browser gives (Web Serial) as a Transport. The lines are driven as its steps say; it knows no board. Specification:
 * https://wicg.github.io/serial/.
 */

import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Timers } from '#common/time/timers.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import type { Transport, TransportErrorCode, TransportSignals } from '#common/transport/transport.ts';
import { WriteQueue } from '#common/transport/write-queue.ts';

/** The browser's SerialPort, as far as it is used here; TypeScript's DOM does not know it. */
export interface BrowserPort {
  readonly readable: ReadableStream<Uint8Array> | null;
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: { readonly baudRate: number; readonly bufferSize?: number }): Promise<void>;
  setSignals(signals: {
    readonly dataTerminalReady: boolean;
    readonly requestToSend: boolean;
  }): Promise<void>;
  getInfo(): { readonly usbVendorId?: number; readonly usbProductId?: number };
  close(): Promise<void>;
}

export interface WebSerialOptions {
  readonly port: BrowserPort;
  readonly timers: Timers;
  /** After opening, and before closing: sets both lines, one step after the other. */
  readonly lines: { readonly open: readonly TransportSignals[]; readonly close: readonly TransportSignals[] };
}

const BAUD_RATE = 115_200;
/** The default of 255 bytes makes the browser wait for the page all the time. */
const BUFFER_SIZE = 16_384;
/** Milliseconds that closing waits for what was written to leave. */
const DRAIN_LIMIT = 500;

interface Session {
  readonly queue: WriteQueue;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
}

export class WebSerialTransport implements Transport {
  readonly #options: WebSerialOptions;
  readonly #data = new Emitter<Uint8Array>();
  readonly #close = new Emitter<{ readonly cause?: Error }>();
  #session: Session | undefined;
  #opening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #isDisposed = false;

  readonly onData = this.#data.event;
  readonly onClose = this.#close.event;

  constructor(options: WebSerialOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    this.#opening ??= this.#openNow().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#require().queue.write(bytes);
  }

  /** What the browser has been given already cannot be taken back. */
  async flush(): Promise<void> {
    this.#require().queue.drop();
  }

  async setSignals(signals: TransportSignals): Promise<void> {
    this.#require();
    await this.#set(signals);
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#end();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#data.dispose();
    this.#close.dispose();
    void this.#end();
  }

  async #openNow(): Promise<void> {
    await this.#closing;
    const { port, timers, lines } = this.#options;
    try {
      await port.open({ baudRate: BAUD_RATE, bufferSize: BUFFER_SIZE });
    } catch (error) {
      throw openError(error);
    }
    if (!port.writable)
      throw new TransportError('not-found', 'The browser opened the port, but not for writing.');
    const writer = port.writable.getWriter();
    const queue = new WriteQueue({ timers, write: (bytes) => writer.write(bytes) });
    const session: Session = { queue, writer, reader: undefined };
    this.#session = session;
    // A rejection is told to the writes themselves.
    writer.closed.catch(() => undefined);
    void this.#read(session);
    for (const signals of lines.open) await this.#set(signals).catch(() => undefined);
    if (this.#isDisposed) await this.#end();
  }

  /** Noise on the line ends a stream, and the browser has a fresh one at once; a port without a stream is gone. */
  async #read(session: Session): Promise<void> {
    let reason: unknown;
    while (this.#session === session && this.#options.port.readable) {
      const reader = this.#options.port.readable.getReader();
      session.reader = reader;
      try {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) break;
          if (this.#session === session) this.#data.fire(value);
        }
      } catch (error) {
        reason = error;
      } finally {
        reader.releaseLock();
      }
    }
    this.#lost(session, reason);
  }

  #lost(session: Session, reason: unknown): void {
    if (this.#session !== session) return;
    this.#session = undefined;
    const cause = new TransportError('disconnected', 'The board was unplugged.', { cause: reason });
    session.queue.end(cause);
    session.writer.releaseLock();
    // The browser keeps the port of a board that is gone open, and would refuse to open it when it is back.
    this.#closing = this.#options.port.close().catch(() => undefined);
    this.#close.fire({ cause });
  }

  #end(): Promise<void> {
    const session = this.#session;
    if (!session) return this.#closing ?? Promise.resolve();
    this.#session = undefined;
    this.#closing = this.#closeStepByStep(session);
    this.#close.fire({});
    return this.#closing;
  }

  async #closeStepByStep({ queue, writer, reader }: Session): Promise<void> {
    const { port, lines } = this.#options;
    await this.#within(queue.empty());
    queue.end(new TransportError('not-open', 'The port was closed.'));
    for (const signals of lines.close) await this.#within(this.#set(signals));
    await this.#within(Promise.all([reader?.cancel(), writer.abort()]));
    writer.releaseLock();
    await port.close().catch(() => undefined);
  }

  async #set({ dtr, rts }: TransportSignals): Promise<void> {
    try {
      await this.#options.port.setSignals({ dataTerminalReady: dtr, requestToSend: rts });
    } catch (error) {
      throw new TransportError('write-failed', 'The port does not obey.', { cause: error });
    }
  }

  async #within(work: Promise<unknown>): Promise<void> {
    let stop = (): void => undefined;
    const limit = new Promise<void>((resolve) => {
      const timer = this.#options.timers.after(DRAIN_LIMIT, resolve);
      stop = () => timer.dispose();
    });
    await Promise.race([work.catch(() => undefined), limit]);
    stop();
  }

  #require(): Session {
    if (!this.#session) throw new TransportError('not-open', 'The port is not open.');
    return this.#session;
  }
}

/** By the names of the browser's exceptions. */
const OPEN_ERRORS: Readonly<Record<string, TransportErrorCode>> = {
  InvalidStateError: 'busy',
  // The specification has one name for a port in use and for one that is gone; nearly always it is in use.
  NetworkError: 'busy',
  NotFoundError: 'not-found',
  SecurityError: 'permission-denied',
};

function openError(error: unknown): TransportError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new TransportError(OPEN_ERRORS[name] ?? 'not-found', message, {
    problems: [
      {
        severity: 'error',
        code: 'port-held',
        message: 'The browser could not open the port.',
        fix: 'Close other pages and programs that use the board, or plug it in again, then try once more.',
      },
    ],
    cause: error,
  });
}
