/** One thing after the other: work that needs the board for itself waits for its turn. */

export class Jobs {
  #last: Promise<unknown> = Promise.resolve();

  /** Does `work` after all that was asked for before it, however that ended. */
  add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
