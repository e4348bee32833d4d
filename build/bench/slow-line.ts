/** A transport over a line of limited speed, in both directions, as a UART at 115200 baud is. For measurements: it lives on wall time. */

import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Transport, TransportSignals } from '#common/transport/transport.ts';

/** A UART has a FIFO of this order: pieces arrive about so large. */
const PIECE = 32;

export class SlowLine implements Transport {
  readonly #inner: Transport;
  readonly #bytesPerMs: number;
  readonly #data = new Emitter<Uint8Array>();
  /** Until when each direction is busy, ms. */
  #sendingUntil = 0;
  #receivingUntil = 0;
  #last: Promise<void> = Promise.resolve();

  readonly onData = this.#data.event;

  constructor(inner: Transport, bytesPerSecond: number) {
    this.#inner = inner;
    this.#bytesPerMs = bytesPerSecond / 1000;
    inner.onData((bytes) => this.#deliver(bytes));
  }

  get isOpen(): boolean {
    return this.#inner.isOpen;
  }

  get onClose() {
    return this.#inner.onClose;
  }

  open(): Promise<void> {
    return this.#inner.open();
  }

  write(bytes: Uint8Array): Promise<void> {
    const copy = bytes.slice();
    this.#last = this.#last.then(async () => {
      for (let at = 0; at < copy.length; at += PIECE) {
        const piece = copy.subarray(at, at + PIECE);
        this.#sendingUntil =
          Math.max(performance.now(), this.#sendingUntil) + piece.length / this.#bytesPerMs;
        await until(this.#sendingUntil);
        await this.#inner.write(piece);
      }
    });
    return this.#last;
  }

  flush(): Promise<void> {
    return this.#inner.flush();
  }

  setSignals(signals: TransportSignals): Promise<void> {
    return this.#inner.setSignals(signals);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  dispose(): void {
    this.#inner.dispose();
    this.#data.dispose();
  }

  #deliver(bytes: Uint8Array): void {
    this.#receivingUntil =
      Math.max(performance.now(), this.#receivingUntil) + bytes.length / this.#bytesPerMs;
    void until(this.#receivingUntil).then(() => this.#data.fire(bytes));
  }
}

/** A timer fires up to a millisecond late and never early; a line is not late by that for each piece, since instants are absolute. */
async function until(instant: number): Promise<void> {
  const wait = instant - performance.now();
  if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
}
