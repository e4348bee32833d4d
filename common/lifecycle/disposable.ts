/** Everything that holds a resource or listens to something gives it back through `dispose`. */

export interface Disposable {
  dispose(): void;
}

export function toDisposable(dispose: () => void): Disposable {
  return { dispose };
}

/**
 * Collects disposables and releases them together, last added first. Disposing twice is harmless. All are released even
 * where one throws; the error is thrown at the end.
 */
export class DisposableStore implements Disposable {
  #items: Disposable[] = [];
  #disposed = false;

  /** Registers `item` and returns it. An item added after disposal is released at once. */
  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const item of this.#items.splice(0).reverse()) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    throwFirst(errors);
  }
}

/** Throws the first of the errors that were put aside while the rest of a job was done; nothing where there is none. */
export function throwFirst(errors: readonly unknown[]): void {
  if (errors.length > 0) throw errors[0];
}
