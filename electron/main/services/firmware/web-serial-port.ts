/**
 * A Transport in the shape of a Web Serial port, as far as esptool-js asks of one. Knows nothing of what is said over it.
 * Shape: https://wicg.github.io/serial/.
 */

import { DisposableStore } from '#common/lifecycle/disposable.ts';
import type { Transport, TransportSignals } from '#common/transport/transport.ts';

/** Speed that a transport has when it is opened, baud. */
export const OPENING_BAUD = 115_200;

export interface WebSerialOptions {
  /** A closed transport; called again each time that the port is opened. */
  readonly create: () => Transport;
  readonly usbVendorId?: number;
  readonly usbProductId?: number;
}

interface Signals {
  readonly dataTerminalReady?: boolean;
  readonly requestToSend?: boolean;
}

export class WebSerialPort {
  readonly #options: WebSerialOptions;
  #session: Session | undefined;
  /** Only one of the two lines may be named at a time, so that both are remembered. */
  #lines: TransportSignals = { dtr: false, rts: false };
  /** The first thing that went wrong with the link itself. */
  #broken: Error | undefined;
  #tellBroken: (cause: Error) => void = () => undefined;
  /** Rejects when the link breaks; never resolves. */
  readonly whenBroken: Promise<never>;

  constructor(options: WebSerialOptions) {
    this.#options = options;
    this.whenBroken = new Promise((_resolve, reject) => (this.#tellBroken = reject));
    this.whenBroken.catch(() => undefined);
  }

  get readable(): ReadableStream<Uint8Array> | null {
    return this.#session?.readable ?? null;
  }

  get writable(): WritableStream<Uint8Array> | null {
    return this.#session?.writable ?? null;
  }

  get broken(): Error | undefined {
    return this.#broken;
  }

  getInfo(): { usbVendorId: number | undefined; usbProductId: number | undefined } {
    return { usbVendorId: this.#options.usbVendorId, usbProductId: this.#options.usbProductId };
  }

  async open(): Promise<void> {
    if (this.#broken) throw this.#broken;
    if (this.#session) throw new Error('The port is open already.');
    const transport = this.#options.create();
    try {
      await transport.open();
    } catch (error) {
      transport.dispose();
      this.#break(asError(error));
      throw error;
    }
    this.#session = new Session(transport, (cause) => this.#break(cause));
  }

  async setSignals({ dataTerminalReady, requestToSend }: Signals): Promise<void> {
    const { dtr, rts } = this.#lines;
    this.#lines = { dtr: dataTerminalReady ?? dtr, rts: requestToSend ?? rts };
    await this.#open().transport.setSignals(this.#lines);
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  /** Ends the link now: all that is under way and all that comes fails with `cause`. */
  async abort(cause: Error): Promise<void> {
    this.#break(cause);
    await this.close();
  }

  #break(cause: Error): void {
    this.#broken ??= cause;
    this.#tellBroken(this.#broken);
  }

  #open(): Session {
    if (this.#broken) throw this.#broken;
    if (!this.#session) throw new Error('The port is not open.');
    return this.#session;
  }
}

/** The port from one opening to its end. */
class Session {
  readonly transport: Transport;
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  readonly #store = new DisposableStore();
  #end: () => void = () => undefined;

  constructor(transport: Transport, onBroken: (cause: Error) => void) {
    this.transport = transport;
    this.readable = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#end = () => {
          this.#end = () => undefined;
          controller.close();
        };
        this.#store.add(transport.onData((bytes) => controller.enqueue(bytes)));
        this.#store.add(
          transport.onClose(({ cause }) => {
            if (cause) onBroken(cause);
            this.#end();
          }),
        );
      },
      cancel: () => {
        this.#end = () => undefined;
        this.#store.dispose();
      },
    });
    this.writable = new WritableStream<Uint8Array>({
      write: async (bytes) => {
        try {
          await transport.write(bytes);
        } catch (error) {
          onBroken(asError(error));
          throw error;
        }
      },
    });
  }

  async close(): Promise<void> {
    this.#end();
    this.#store.dispose();
    try {
      await this.transport.close();
    } finally {
      this.transport.dispose();
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
