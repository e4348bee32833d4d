/** One direction of a bad line: drops, garbles, splits and delays bytes at places that a test chose. Knows no transport. */

import type { Nanoseconds } from '../time/duration.ts';

/** The virtual clock, as far as it is needed here. */
export interface LineClock {
  now(): Nanoseconds;
  createAlarm(onDue: () => void): { schedule(at: Nanoseconds): void };
}

/** Byte numbers count from 0 over the life of the line, as the sender sent them. */
export interface LineFaults {
  /** These bytes never arrive. */
  readonly drop?: readonly number[];
  /** These bytes arrive with all bits flipped. */
  readonly garble?: readonly number[];
  /** The line breaks before this byte. */
  readonly cutAt?: number;
  /** Bytes arrive in pieces of at most so many. */
  readonly splitEvery?: number;
  /** Pieces arrive so much later. Needs a clock. */
  readonly delay?: Nanoseconds;
}

export interface FaultLineOptions {
  readonly faults: LineFaults;
  readonly clock?: LineClock;
  deliver(bytes: Uint8Array): void;
  cut(): void;
}

export class FaultLine {
  readonly #options: FaultLineOptions;
  #sent = 0;

  constructor(options: FaultLineOptions) {
    if (options.faults.delay !== undefined && !options.clock) throw new Error('A delay needs a clock.');
    this.#options = options;
  }

  send(bytes: Uint8Array): void {
    const { drop = [], garble = [], cutAt = Infinity, splitEvery = Infinity } = this.#options.faults;
    const first = this.#sent;
    const passing = bytes.subarray(0, Math.max(0, cutAt - first));
    this.#sent += bytes.length;
    const arriving = [...passing]
      .map((byte, index) => ({
        byte: garble.includes(first + index) ? byte ^ 0xff : byte,
        place: first + index,
      }))
      .filter(({ place }) => !drop.includes(place))
      .map(({ byte }) => byte);
    for (let at = 0; at < arriving.length; at += splitEvery) {
      const piece = Uint8Array.from(arriving.slice(at, at + splitEvery));
      this.#later(() => this.#options.deliver(piece));
    }
    if (passing.length < bytes.length) this.#later(() => this.#options.cut());
  }

  #later(action: () => void): void {
    const { clock, faults } = this.#options;
    if (clock && faults.delay !== undefined) clock.createAlarm(action).schedule(clock.now() + faults.delay);
    else void Promise.resolve().then(action);
  }
}
