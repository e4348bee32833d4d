/** Bytes on their way to a port: in order, in small pieces, so that what waits can be dropped. Knows no port. */

import type { Disposable } from '../lifecycle/disposable.ts';
import type { Timers } from '../time/timers.ts';
import { TransportError } from './transport-error.ts';

export interface WriteQueueOptions {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly timers: Timers;
}

interface Waiting {
  bytes: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** What is given to the system at once: it cannot be taken back any more. */
const PIECE = 4096;
/** Milliseconds after which a piece that the system does not take is stuck. */
const STUCK = 5000;

export class WriteQueue {
  readonly #options: WriteQueueOptions;
  #waiting: Waiting[] = [];
  #current: Promise<void> | undefined;
  #end: Error | undefined;

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  /** Resolves when the bytes have left, or were dropped. The caller may use its buffer again at once. */
  write(bytes: Uint8Array): Promise<void> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes: bytes.slice(), resolve, reject });
      this.#current ??= this.#send();
    });
  }

  /** Forgets what the system has not been given yet. */
  drop(): void {
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when nothing waits. */
  async empty(): Promise<void> {
    await this.#current;
  }

  /** All that waits, and whatever comes, rejects. */
  end(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#end);
  }

  async #send(): Promise<void> {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const piece = next.bytes.subarray(0, PIECE);
      next.bytes = next.bytes.subarray(PIECE);
      try {
        await this.#inTime(this.#options.write(piece));
      } catch (error) {
        this.end(error instanceof Error ? error : new Error(String(error)));
        break;
      }
      // Dropped meanwhile: the next one is another.
      if (next.bytes.length === 0 && this.#waiting[0] === next) this.#waiting.shift()?.resolve();
    }
    this.#current = undefined;
  }

  async #inTime(work: Promise<void>): Promise<void> {
    let timer: Disposable | undefined;
    const stuck = new Promise<never>((_resolve, reject) => {
      const error = new TransportError('write-failed', 'The board takes nothing more.');
      timer = this.#options.timers.after(STUCK, () => reject(error));
    });
    try {
      await Promise.race([work, stuck]);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw error instanceof TransportError
        ? error
        : new TransportError('write-failed', words, { cause: error });
    } finally {
      timer?.dispose();
    }
  }
}
