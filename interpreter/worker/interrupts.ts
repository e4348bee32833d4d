/** Python handlers of pin edges and timers: queued by the hardware, run between statements, one after another. */

import { RunEnded } from './run-ended.ts';
import { isPythonError, type PythonCallable } from './micropython.ts';

/** As many as a burst may queue before some are lost, as `micropython.schedule` bounds its queue. */
const CAPACITY = 64;

export class Interrupts {
  readonly #queue: {
    readonly handler: PythonCallable;
    readonly argument: unknown;
    readonly source: string;
  }[] = [];
  readonly #onError: (text: string) => void;
  readonly #onOverflow: () => void;
  readonly #sources = new Set<string>();
  #running = false;
  #handled = 0;

  constructor(options: { readonly onError: (text: string) => void; readonly onOverflow: () => void }) {
    this.#onError = options.onError;
    this.#onOverflow = options.onOverflow;
  }

  get isPending(): boolean {
    return this.#queue.length > 0 && !this.#running;
  }

  /** Handlers that have run so far. */
  get handled(): number {
    return this.#handled;
  }

  /** True while something is set up that may call a handler later: a board goes on with it after main.py has ended. */
  get hasSources(): boolean {
    return this.#sources.size > 0;
  }

  get hasTimers(): boolean {
    return [...this.#sources].some((source) => source.startsWith('timer'));
  }

  setSource(name: string, isActive: boolean): void {
    if (isActive) this.#sources.add(name);
    else this.#sources.delete(name);
  }

  /** Forgets what is queued and what may call: a fresh interpreter knows nothing of it. */
  clear(): void {
    this.#queue.length = 0;
    this.#sources.clear();
  }

  /** @param source such as `timer 0`. */
  queue(handler: PythonCallable, argument: unknown, source: string): void {
    if (this.#queue.length >= CAPACITY) this.#onOverflow();
    else this.#queue.push({ handler, argument, source });
  }

  /** As `queue`, but a call of that source which still waits stands for this one too: ticks that were missed become one. */
  queueOnce(handler: PythonCallable, argument: unknown, source: string): void {
    if (!this.#queue.some((waiting) => waiting.source === source)) this.queue(handler, argument, source);
  }

  /** Runs what is queued. `onInterrupted` is called once a handler was ended by KeyboardInterrupt. */
  run(onInterrupted: () => void): void {
    if (this.#running) return;
    let interrupted = false;
    this.#running = true;
    try {
      while (!interrupted) {
        const next = this.#queue.shift();
        if (!next) break;
        interrupted = this.#call(next.handler, next.argument);
      }
    } finally {
      this.#running = false;
    }
    if (interrupted) onInterrupted();
  }

  /** Answers true when the handler was ended by KeyboardInterrupt. */
  #call(handler: PythonCallable, argument: unknown): boolean {
    this.#handled += 1;
    try {
      handler(argument);
    } catch (error) {
      if (error instanceof RunEnded || !isPythonError(error)) throw error;
      if (error.type === 'KeyboardInterrupt') return true;
      this.#onError(`Uncaught exception in IRQ callback handler\n${error.message}`);
    }
    return false;
  }
}
