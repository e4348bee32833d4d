/** Waits for a board to come back: looks at the list of ports once a second, and only while a board is missed. */

import type { PortSummary } from '#common/host/host.ts';
import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import type { Timers } from '#common/time/timers.ts';
import type { BoardPorts } from './board-ports.ts';
import { candidates } from '#common/host/port-match.ts';

const EVERY = 1000;

export interface PortWatchOptions {
  readonly ports: BoardPorts;
  readonly timers: Timers;
  readonly lost: PortSummary;
  /** Milliseconds for which a port must be there: some boards show another one while they boot. */
  readonly debounce: number;
  /** Whether it is there still, and must go first. */
  readonly mustVanish: boolean;
  readonly onFound: (port: PortSummary) => void;
}

export class PortWatch implements Disposable {
  readonly #options: PortWatchOptions;
  readonly #store = new DisposableStore();
  #isDisposed = false;
  #mustVanish: boolean;
  #seen: { readonly path: string; readonly at: number } | undefined;

  constructor(options: PortWatchOptions) {
    this.#options = options;
    this.#mustVanish = options.mustVanish;
    void this.#look();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#store.dispose();
  }

  async #look(): Promise<void> {
    const { ports, timers, lost, debounce, onFound } = this.#options;
    // A list that cannot be had now may be had in a second.
    const present = await ports.list().catch(() => []);
    if (this.#isDisposed) return;
    const [best] = candidates(lost, present);
    if (!best) {
      this.#mustVanish = false;
      this.#seen = undefined;
    } else if (!this.#mustVanish) {
      if (this.#seen?.path !== best.path) this.#seen = { path: best.path, at: timers.now() };
      const left = this.#seen.at + debounce - timers.now();
      if (left <= 0) {
        this.dispose();
        onFound(best);
        return;
      }
      this.#store.add(timers.after(Math.min(EVERY, left), () => void this.#look()));
      return;
    }
    this.#store.add(timers.after(EVERY, () => void this.#look()));
  }
}
