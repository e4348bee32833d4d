/**
 * An open port as the protocol sees it: bytes are sent and awaited, both with a limit, and nothing is asked for again and again.
 * Whoever holds the line reads; while nobody does, what the board says goes to a listener. Knows no protocol.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { DisposableStore } from '#common/lifecycle/disposable.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Transport, TransportSignals } from '#common/transport/transport.ts';
import { type DeviceError, deviceError } from '../device/device-error.ts';
import { encodeText, fromBytes, toBytes } from './bytes.ts';
import { toDeviceError } from './link-errors.ts';

export interface LineOptions {
  /** Open. */
  readonly transport: Transport;
  readonly timers: Timers;
  /** What the board says while nobody holds the line. */
  readonly onUnheld: (binary: string) => void;
  /** The link ended, or a write got stuck: the line is of no use any more. Told once, at most. */
  readonly onDead: (error: DeviceError) => void;
}

/** A write that has not left by then is stuck. */
const WRITE_LIMIT = 1000;
/** More than this is never kept for a reader who is late. */
const MAX_KEPT = 1 << 20;

interface Waiting {
  readonly resolve: (binary: string) => void;
  readonly reject: (error: DeviceError) => void;
  readonly timer: Disposable | undefined;
}

export class Line {
  readonly #options: LineOptions;
  readonly #store = new DisposableStore();
  /** Rejects waits that are no reads: pauses and writes. */
  readonly #interruptible = new Set<(error: DeviceError) => void>();
  #kept = '';
  #held = false;
  #waiting: Waiting | undefined;
  #dead: DeviceError | undefined;
  #interruption: DeviceError | undefined;
  /** Bytes sent and answers waited for, since the line was opened. */
  readonly count = { bytes: 0, roundTrips: 0 };
  /** The first characters that were heard since it was emptied; for saying what answered. */
  heard = '';

  constructor(options: LineOptions) {
    this.#options = options;
    this.#store.add(options.transport.onData((bytes) => this.#receive(fromBytes(bytes))));
    this.#store.add(
      options.transport.onClose(({ cause }) =>
        this.#die(cause ? toDeviceError(cause) : deviceError('link-lost')),
      ),
    );
  }

  get timers(): Timers {
    return this.#options.timers;
  }

  /** From now on what comes is kept for `read`. */
  hold(): void {
    this.#held = true;
    this.#interruption = undefined;
  }

  /** What was not read goes to the listener. */
  release(): void {
    this.#held = false;
    this.#interruption = undefined;
    const kept = this.#kept;
    this.#kept = '';
    if (kept !== '') this.#options.onUnheld(kept);
  }

  /** Forgets what has come so far. */
  discard(): void {
    this.#kept = '';
  }

  /** Waits for at least one byte and gives all that are there; nothing where none came within `limit` milliseconds. */
  read(limit: number): Promise<string> {
    const failure = this.#dead ?? this.#interruption;
    if (failure) return Promise.reject(failure);
    if (this.#waiting) throw new Error('Two read from one line.');
    if (this.#kept !== '') {
      const kept = this.#kept;
      this.#kept = '';
      return Promise.resolve(kept);
    }
    return new Promise((resolve, reject) => {
      const timer =
        limit === Infinity ? undefined : this.timers.after(limit, () => this.#settle('', undefined));
      this.#waiting = { resolve, reject, timer };
    });
  }

  /** Gives bytes back that the next reader shall have. */
  unread(binary: string): void {
    this.#kept = binary + this.#kept;
  }

  /**
   * Reads until `pattern` is found and gives its match; what follows it stays. Nothing where it did not come within `limit`
   * milliseconds in all.
   */
  async readUntil(pattern: RegExp, limit: number): Promise<RegExpExecArray | undefined> {
    const end = this.timers.now() + limit;
    let text = '';
    for (;;) {
      const left = end - this.timers.now();
      const piece = left > 0 || this.#kept !== '' ? await this.read(Math.max(1, left)) : '';
      if (piece === '') return undefined;
      text = (text + piece).slice(-MAX_KEPT);
      const match = pattern.exec(text);
      if (match) {
        this.unread(text.slice(match.index + match[0].length));
        return match;
      }
    }
  }

  /** Resolves when the bytes have left; a line on which they are stuck is dead. */
  async write(binary: string): Promise<void> {
    const failure = this.#dead ?? this.#interruption;
    if (failure) throw failure;
    this.count.bytes += binary.length;
    const written = this.#options.transport.write(toBytes(binary)).catch((error: unknown) => {
      throw this.#die(toDeviceError(error));
    });
    await this.#within(written, WRITE_LIMIT, () =>
      this.#die(
        deviceError('link-lost', 'The board takes nothing more. The port is closed and opened again.'),
      ),
    );
  }

  writeText(text: string): Promise<void> {
    return this.write(encodeText(text));
  }

  /** Drops what was written and has not left. */
  async flush(): Promise<void> {
    if (this.#dead) throw this.#dead;
    // A driver that cannot drop is no reason not to go on.
    await this.#within(
      this.#options.transport.flush().catch(() => undefined),
      WRITE_LIMIT,
      () => undefined,
    );
  }

  async setSignals(signals: TransportSignals): Promise<void> {
    if (this.#dead) throw this.#dead;
    await this.#within(
      this.#options.transport.setSignals(signals).catch((error: unknown) => {
        throw toDeviceError(error);
      }),
      WRITE_LIMIT,
      () => this.#die(deviceError('link-lost')),
    );
  }

  /** Lets time pass. */
  async pause(milliseconds: number): Promise<void> {
    await this.#within(new Promise<never>(() => undefined), milliseconds, () => undefined);
  }

  /** Makes what the holder waits for reject, and all that it tries until the line is held anew. */
  interrupt(error: DeviceError): void {
    if (!this.#held || this.#dead) return;
    this.#interruption = error;
    this.#rejectAll(error);
  }

  /** Ends everything; the transport is the caller's. */
  end(error: DeviceError): void {
    this.#die(error);
  }

  #receive(binary: string): void {
    if (this.heard.length < 400) this.heard += binary.slice(0, 400);
    if (!this.#held) {
      this.#options.onUnheld(binary);
      return;
    }
    this.#kept = (this.#kept + binary).slice(-MAX_KEPT);
    if (this.#waiting) {
      const kept = this.#kept;
      this.#kept = '';
      this.#settle(kept, undefined);
    }
  }

  #settle(binary: string, error: DeviceError | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.timer?.dispose();
    if (error) waiting?.reject(error);
    else waiting?.resolve(binary);
  }

  /** `work`, or what `onLimit` gives where it takes too long: an error is thrown, nothing is fine. */
  #within(work: Promise<unknown>, limit: number, onLimit: () => DeviceError | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error: unknown): void => {
        timer.dispose();
        this.#interruptible.delete(finish);
        if (error) reject(error);
        else resolve();
      };
      const timer = this.timers.after(limit, () => finish(onLimit()));
      this.#interruptible.add(finish);
      work.then(() => finish(undefined), finish);
    });
  }

  #rejectAll(error: DeviceError): void {
    this.#settle('', error);
    for (const reject of [...this.#interruptible]) reject(error);
  }

  #die(error: DeviceError): DeviceError {
    if (this.#dead) return this.#dead;
    this.#dead = error;
    this.#store.dispose();
    this.#rejectAll(error);
    this.#options.onDead(error);
    return error;
  }
}
