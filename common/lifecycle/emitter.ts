/** Typed events: a producer owns an Emitter and shows only its `event` to others. */

import { type Disposable, throwFirst, toDisposable } from './disposable.ts';

export type Event<T> = (listener: (value: T) => void) => Disposable;

export class Emitter<T> implements Disposable {
  /** One entry a subscription: the same listener may subscribe twice. */
  readonly #subscriptions = new Set<{ readonly listener: (value: T) => void }>();

  /** Subscribes a listener. Listeners are called in the order in which they subscribed. */
  readonly event: Event<T> = (listener) => {
    const subscription = { listener };
    this.#subscriptions.add(subscription);
    return toDisposable(() => this.#subscriptions.delete(subscription));
  };

  /**
   * Calls all listeners; one that is disposed meanwhile is not called any more. A listener that throws keeps no other
   * from being called: its error is thrown at the end.
   */
  fire(value: T): void {
    const errors: unknown[] = [];
    for (const subscription of [...this.#subscriptions]) {
      if (!this.#subscriptions.has(subscription)) continue;
      try {
        subscription.listener(value);
      } catch (error) {
        errors.push(error);
      }
    }
    throwFirst(errors);
  }

  dispose(): void {
    this.#subscriptions.clear();
  }
}
