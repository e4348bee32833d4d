/** The one virtual clock: a heap of alarms that run in order of due time. It knows no wall time; its owner moves it on. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { Alarm, Clock } from './clock.ts';

/** A scheduled instant in the heap. `index` is the place in the heap, -1 while not scheduled. */
interface Entry {
  at: Nanoseconds;
  order: number;
  index: number;
  readonly onDue: () => void;
}

export class VirtualClock implements Clock {
  #now: Nanoseconds = 0;
  #order = 0;
  /** Due time of the first alarm, Infinity where there is none: `advanceTo` is called far more often than an alarm is due. */
  #due: Nanoseconds = Infinity;
  readonly #heap: Entry[] = [];

  now(): Nanoseconds {
    return this.#now;
  }

  /** Instant of the next alarm, or undefined where none is scheduled. Never before `now()`. */
  nextDue(): Nanoseconds | undefined {
    return this.#due === Infinity ? undefined : this.#due;
  }

  createAlarm(onDue: () => void): Alarm {
    const entry: Entry = { at: 0, order: 0, index: -1, onDue };
    return {
      schedule: (at) => this.#schedule(entry, at),
      cancel: () => this.#remove(entry),
    };
  }

  /**
   * Moves the clock to `at` (virtual ns) and runs every alarm that is due until then, ordered by due time and then by
   * the order of scheduling. While an alarm runs, `now()` is its instant. Time never runs backwards: an `at` in the past
   * only runs what is due now. An alarm may call `advanceTo` itself (a handler that sleeps): the inner call runs what is due on
   * its way, and the outer one goes on from wherever time then is. An exception of an alarm leaves the clock usable.
   */
  advanceTo(at: Nanoseconds): void {
    while (this.#due <= at || this.#due <= this.#now) {
      const entry = this.#heap[0];
      if (entry === undefined) break;
      this.#remove(entry);
      if (entry.at > this.#now) this.#now = entry.at;
      entry.onDue();
    }
    if (at > this.#now) this.#now = at;
  }

  #schedule(entry: Entry, at: Nanoseconds): void {
    if (Number.isNaN(at)) throw new RangeError('An alarm needs an instant in ns, but got NaN.');
    if (entry.index >= 0) this.#remove(entry);
    entry.at = at > this.#now ? at : this.#now;
    entry.order = this.#order++;
    entry.index = this.#heap.length;
    this.#heap.push(entry);
    this.#rise(entry);
    this.#due = this.#heap[0]?.at ?? Infinity;
  }

  #remove(entry: Entry): void {
    const { index } = entry;
    if (index < 0) return;
    entry.index = -1;
    const last = this.#heap.pop();
    if (last !== undefined && last !== entry) {
      this.#place(last, index);
      this.#sink(last);
      this.#rise(last);
    }
    this.#due = this.#heap[0]?.at ?? Infinity;
  }

  #place(entry: Entry, index: number): void {
    this.#heap[index] = entry;
    entry.index = index;
  }

  #rise(entry: Entry): void {
    while (entry.index > 0) {
      const index = entry.index;
      const parent = this.#heap[(index - 1) >> 1];
      if (parent === undefined || isBefore(parent, entry)) return;
      this.#place(entry, parent.index);
      this.#place(parent, index);
    }
  }

  #sink(entry: Entry): void {
    for (;;) {
      const index = entry.index;
      const left = this.#heap[2 * index + 1];
      const right = this.#heap[2 * index + 2];
      const child = left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || isBefore(entry, child)) return;
      this.#place(entry, child.index);
      this.#place(child, index);
    }
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
