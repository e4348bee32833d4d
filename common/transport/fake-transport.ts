/**
 * The recorded fake: a Transport whose other end is a script, over a line that can cut, delay, split, drop and garble.
 * It records everything that was done to it. For tests; it touches no port.
 */

import { Emitter } from '../lifecycle/emitter.ts';
import { FaultLine, type LineClock, type LineFaults } from './fault-line.ts';
import { TransportError } from './transport-error.ts';
import type { Transport, TransportErrorCode, TransportSignals } from './transport.ts';

/** The other end of the line. */
export interface FakePeer {
  /** The line was opened; `send` reaches the transport until the line closes. */
  onOpen?(send: (bytes: Uint8Array) => void): void;
  /** Bytes arrived, in pieces as the line delivers them. */
  onBytes?(bytes: Uint8Array, send: (bytes: Uint8Array) => void): void;
  onSignals?(signals: TransportSignals, send: (bytes: Uint8Array) => void): void;
}

export interface FakeTransportOptions {
  readonly peer?: FakePeer;
  /** Needed for delays only. */
  readonly clock?: LineClock;
  /** On the way to the peer. */
  readonly sending?: LineFaults;
  /** On the way from the peer. */
  readonly receiving?: LineFaults;
  /** `open` rejects with this. */
  readonly refuse?: TransportErrorCode;
}

/** One thing that was done to the transport. */
export type FakeTransportEntry =
  | { readonly kind: 'open' | 'close' | 'flush' | 'cut' }
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  | { readonly kind: 'signals'; readonly signals: TransportSignals };

export class FakeTransport implements Transport {
  readonly #options: FakeTransportOptions;
  readonly #data = new Emitter<Uint8Array>();
  readonly #close = new Emitter<{ readonly cause?: Error }>();
  readonly #record: FakeTransportEntry[] = [];
  #session: { readonly toPeer: FaultLine; readonly fromPeer: FaultLine } | undefined;

  readonly onData = this.#data.event;
  readonly onClose = this.#close.event;

  constructor(options: FakeTransportOptions = {}) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** Everything that was done, in order. */
  get record(): readonly FakeTransportEntry[] {
    return this.#record;
  }

  /** All bytes that were written, whether or not they arrived. */
  get written(): Uint8Array {
    return Uint8Array.from(this.#record.flatMap((entry) => (entry.kind === 'write' ? [...entry.bytes] : [])));
  }

  async open(): Promise<void> {
    if (this.#session) return;
    if (this.#options.refuse) throw transportError(this.#options.refuse);
    this.#record.push({ kind: 'open' });
    const { peer, clock, sending = {}, receiving = {} } = this.#options;
    const whileOpen =
      <Args extends unknown[]>(action: (...args: Args) => void) =>
      (...args: Args): void => {
        if (this.#session === session) action(...args);
      };
    const session = {
      toPeer: new FaultLine({
        faults: sending,
        clock,
        deliver: whileOpen((bytes: Uint8Array) => peer?.onBytes?.(bytes, this.#receive)),
        cut: whileOpen(() => this.cut()),
      }),
      fromPeer: new FaultLine({
        faults: receiving,
        clock,
        deliver: whileOpen((bytes: Uint8Array) => this.#data.fire(bytes)),
        cut: whileOpen(() => this.cut()),
      }),
    };
    this.#session = session;
    peer?.onOpen?.(this.#receive);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const session = this.#requireOpen();
    // The caller may use its buffer again at once.
    const copy = bytes.slice();
    this.#record.push({ kind: 'write', bytes: copy });
    session.toPeer.send(copy);
  }

  /** Writes leave at once, so that there is nothing to drop; the call is recorded. */
  async flush(): Promise<void> {
    this.#requireOpen();
    this.#record.push({ kind: 'flush' });
  }

  async setSignals(signals: TransportSignals): Promise<void> {
    this.#requireOpen();
    this.#record.push({ kind: 'signals', signals });
    this.#options.peer?.onSignals?.(signals, this.#receive);
  }

  async close(): Promise<void> {
    this.#end('close');
  }

  /** Breaks the line now, as if the cable were pulled. */
  cut(): void {
    this.#end('cut', transportError('disconnected'));
  }

  dispose(): void {
    this.#end('close');
    this.#data.dispose();
    this.#close.dispose();
  }

  readonly #receive = (bytes: Uint8Array): void => this.#session?.fromPeer.send(bytes.slice());

  #end(kind: 'close' | 'cut', cause?: Error): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.#record.push({ kind });
    this.#close.fire(cause ? { cause } : {});
  }

  #requireOpen(): { readonly toPeer: FaultLine } {
    if (!this.#session) throw transportError('not-open');
    return this.#session;
  }
}

const MESSAGES: Readonly<Record<TransportErrorCode, string>> = {
  'not-found': 'There is no such port.',
  busy: 'Another program uses the port.',
  'permission-denied': 'The port may not be opened.',
  'not-open': 'The port is not open.',
  'write-failed': 'The bytes could not be sent.',
  disconnected: 'The link broke.',
};

function transportError(code: TransportErrorCode): TransportError {
  return new TransportError(code, MESSAGES[code]);
}
