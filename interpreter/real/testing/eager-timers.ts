/** Timers of a test that waits for nothing: whenever nothing else is to be done, time jumps to the next instant that somebody awaits. */

import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { ManualTimers } from '#common/time/manual-timers.ts';
import type { Timers } from '#common/time/timers.ts';

export class EagerTimers implements Timers {
  readonly #manual = new ManualTimers();
  readonly #due: number[] = [];
  readonly #whenIdle: (callback: () => void) => void;
  #isPlanned = false;

  /** @param whenIdle calls back when all promises have been dealt with: `setImmediate`. */
  constructor(whenIdle: (callback: () => void) => void) {
    this.#whenIdle = whenIdle;
  }

  now(): number {
    return this.#manual.now();
  }

  after(milliseconds: number, callback: () => void): Disposable {
    const at = this.now() + milliseconds;
    this.#due.push(at);
    this.#plan();
    let done = false;
    const finish = (): void => {
      if (done) return;
      done = true;
      this.#due.splice(this.#due.indexOf(at), 1);
    };
    const timer = this.#manual.after(milliseconds, () => {
      finish();
      callback();
    });
    return toDisposable(() => {
      finish();
      timer.dispose();
    });
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#whenIdle(() => {
      this.#isPlanned = false;
      if (this.#due.length === 0) return;
      this.#manual.advance(Math.max(0, Math.min(...this.#due) - this.now()));
      if (this.#due.length > 0) this.#plan();
    });
  }
}
