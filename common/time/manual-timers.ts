/** Timers of a test: time passes when the test says so. */

import { type Disposable, toDisposable } from '../lifecycle/disposable.ts';
import type { Timers } from './timers.ts';

export class ManualTimers implements Timers {
  #now = 0;
  #pending: { readonly at: number; readonly callback: () => void }[] = [];

  /** Callbacks that wait. */
  get count(): number {
    return this.#pending.length;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): Disposable {
    const entry = { at: this.#now + milliseconds, callback };
    this.#pending.push(entry);
    return toDisposable(() => (this.#pending = this.#pending.filter((other) => other !== entry)));
  }

  /** Lets time pass; callbacks come in the order of their instants, those that they plan too. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#pending.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#pending = this.#pending.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }
}
