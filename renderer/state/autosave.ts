/** Saves soon after a change and never twice at once. Knows neither what is saved nor where. */

import type { Disposable } from '#common/lifecycle/disposable.ts';

export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'failed';

export interface AutosaveOptions {
  /** Stores the present state. */
  readonly save: () => Promise<void>;
  readonly onStatus: (status: SaveStatus, error?: unknown) => void;
  /** Milliseconds without a change before saving. */
  readonly quiet?: number;
  /** Milliseconds after which a save happens although changes go on. */
  readonly longest?: number;
  /** Milliseconds before a failed save is tried again. */
  readonly retry?: number;
}

type Timer = ReturnType<typeof setTimeout>;

export class Autosave implements Disposable {
  readonly #options: Required<AutosaveOptions>;
  #quiet: Timer | undefined;
  #longest: Timer | undefined;
  #dirty = false;
  #running: Promise<void> | undefined;

  constructor(options: AutosaveOptions) {
    this.#options = { quiet: 300, longest: 800, retry: 3000, ...options };
  }

  /** Something changed. */
  touch(): void {
    this.#dirty = true;
    this.#options.onStatus('unsaved');
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.flush(), this.#options.quiet);
    this.#longest ??= setTimeout(() => void this.flush(), this.#options.longest);
  }

  /** Saves now what is unsaved. Resolves when everything that was changed before the call is stored, or failed. */
  async flush(): Promise<void> {
    this.#clearTimers();
    await this.#running;
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#running = this.#saveOnce();
    await this.#running;
  }

  /** Stops the timers. What is unsaved stays unsaved: flush first. */
  dispose(): void {
    this.#dirty = false;
    this.#clearTimers();
  }

  async #saveOnce(): Promise<void> {
    this.#options.onStatus('saving');
    try {
      await this.#options.save();
      this.#options.onStatus(this.#dirty ? 'unsaved' : 'saved');
    } catch (error) {
      this.#dirty = true;
      this.#options.onStatus('failed', error);
      this.#quiet ??= setTimeout(() => void this.flush(), this.#options.retry);
    } finally {
      this.#running = undefined;
    }
  }

  #clearTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#quiet = undefined;
    this.#longest = undefined;
  }
}
