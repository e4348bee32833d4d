/** A terminal for tests: keeps what was written, and lets the test type, press Ctrl-C and close the pipe. */

import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Terminal } from '../terminal.ts';

export class MemoryTerminal implements Terminal {
  readonly folder: string;
  stdout = '';
  stderr = '';
  readonly #typed = new Emitter<string>();
  readonly #ended = new Emitter<void>();
  readonly #interrupted = new Emitter<void>();
  readonly #closed = new Emitter<void>();
  /** Ends with whoever reads standard input. */
  readsInput = false;
  /** Set by a test that looks at progress. */
  showsProgress = false;
  /** Set by a test that types keys: standard input is a terminal then. */
  hasKeys = false;

  constructor(folder = '/') {
    this.folder = folder;
  }

  readonly onInterrupt = this.#interrupted.event;
  readonly onClosed = this.#closed.event;

  out(text: string): void {
    this.stdout += text;
  }

  err(text: string): void {
    this.stderr += text;
  }

  readInput(onText: (text: string) => void, onEnd: () => void): Disposable {
    this.readsInput = true;
    const subscriptions = [this.#typed.event(onText), this.#ended.event(onEnd)];
    return toDisposable(() => {
      this.readsInput = false;
      for (const subscription of subscriptions) subscription.dispose();
    });
  }

  readKeys(onText: (text: string) => void, onEnd: () => void): Disposable | undefined {
    return this.hasKeys ? this.readInput(onText, onEnd) : undefined;
  }

  type(text: string): void {
    this.#typed.fire(text);
  }

  endInput(): void {
    this.#ended.fire();
  }

  interrupt(): void {
    this.#interrupted.fire();
  }

  close(): void {
    this.#closed.fire();
  }
}
