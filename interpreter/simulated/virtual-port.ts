/** A virtual board's port inside this process: one transport at a time may have it open, and it comes and goes with the cable. */

import { Emitter } from '#common/lifecycle/emitter.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import type { Transport, TransportErrorCode, TransportSignals } from '#common/transport/transport.ts';

export interface VirtualPortOptions {
  readonly onOpen: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onSignals: (signals: TransportSignals) => void;
}

/** What the port needs of whoever has it open. */
interface Client {
  receive(bytes: Uint8Array): void;
  vanish(): void;
}

export class VirtualPort {
  readonly options: VirtualPortOptions;
  #client: Client | undefined;
  #isPresent = false;

  constructor(options: VirtualPortOptions) {
    this.options = options;
  }

  /** The cable is in, or out: then whoever has the port open loses it. */
  setPresent(isPresent: boolean): void {
    this.#isPresent = isPresent;
    if (!isPresent) this.#client?.vanish();
  }

  /** What nobody listens to is lost. */
  say(bytes: Uint8Array): void {
    this.#client?.receive(bytes);
  }

  /** Throws a TransportError where the port is absent or taken. */
  open(client: Client): void {
    if (!this.#isPresent) throw transportError('not-found');
    if (this.#client) throw transportError('busy');
    this.#client = client;
    this.options.onOpen();
  }

  release(client: Client): void {
    if (this.#client === client) this.#client = undefined;
  }
}

export class VirtualTransport implements Transport {
  readonly #port: VirtualPort;
  readonly #data = new Emitter<Uint8Array>();
  readonly #close = new Emitter<{ readonly cause?: Error }>();
  #client: Client | undefined;

  readonly onData = this.#data.event;
  readonly onClose = this.#close.event;

  constructor(port: VirtualPort) {
    this.#port = port;
  }

  get isOpen(): boolean {
    return this.#client !== undefined;
  }

  async open(): Promise<void> {
    if (this.#client) return;
    const client: Client = {
      receive: (bytes) => this.#data.fire(bytes),
      vanish: () => this.#end(client, transportError('disconnected')),
    };
    this.#port.open(client);
    this.#client = client;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#requireOpen();
    this.#port.options.onBytes(bytes);
  }

  /** Writes leave at once, so that there is nothing to drop. */
  async flush(): Promise<void> {
    this.#requireOpen();
  }

  async setSignals(signals: TransportSignals): Promise<void> {
    this.#requireOpen();
    this.#port.options.onSignals(signals);
  }

  async close(): Promise<void> {
    if (this.#client) this.#end(this.#client);
  }

  dispose(): void {
    if (this.#client) this.#end(this.#client);
    this.#data.dispose();
    this.#close.dispose();
  }

  #end(client: Client, cause?: Error): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#port.release(client);
    this.#close.fire(cause ? { cause } : {});
  }

  #requireOpen(): void {
    if (!this.#client) throw transportError('not-open');
  }
}

const MESSAGES: Readonly<Partial<Record<TransportErrorCode, string>>> = {
  'not-found': 'The virtual board is not plugged in.',
  busy: 'Another part of this program has the virtual board open.',
  'not-open': 'The port is not open.',
  disconnected: 'The virtual board was unplugged.',
};

function transportError(code: TransportErrorCode): TransportError {
  return new TransportError(code, MESSAGES[code] ?? code);
}
