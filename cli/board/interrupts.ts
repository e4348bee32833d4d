/** Ctrl-C while a board is at work: the first one cancels, the second one gives up. */

import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import type { Terminal } from '../terminal.ts';

export class Interrupts implements Disposable {
  readonly #cancel: () => void;
  readonly #subscription: Disposable;
  #action: () => void;
  #happened = false;
  /** Rejects with `cancelled` at the second Ctrl-C; never resolves. */
  readonly givenUp: Promise<never>;
  /** As Ctrl-C does; for whoever reads it as a key. */
  readonly press: () => void;

  constructor(terminal: Terminal, cancel: () => void) {
    this.#cancel = cancel;
    this.#action = cancel;
    let giveUp: (reason: Error) => void = () => undefined;
    this.givenUp = new Promise((_resolve, reject) => (giveUp = reject));
    this.givenUp.catch(() => undefined);
    this.press = () => {
      if (this.#happened)
        giveUp(deviceError('cancelled', 'Given up. The board may still be busy with what was asked of it.'));
      else this.#action();
      this.#happened = true;
    };
    this.#subscription = terminal.onInterrupt(this.press);
  }

  /** Whether Ctrl-C was pressed. */
  get happened(): boolean {
    return this.#happened;
  }

  /** What the first Ctrl-C does, until disposed, in place of cancelling. */
  take(action: () => void): Disposable {
    this.#action = action;
    return toDisposable(() => (this.#action = this.#cancel));
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
