/** Ports of this process that are still closing, by path: whoever opens one again waits, instead of finding it busy. */

export class PortClaims {
  readonly #closing = new Map<string, Promise<void>>();

  /** The port is closed when `closing` has ended. */
  hold(path: string, closing: Promise<void>): void {
    const held = closing
      .catch(() => undefined)
      .finally(() => {
        if (this.#closing.get(path) === held) this.#closing.delete(path);
      });
    this.#closing.set(path, held);
  }

  async released(path: string): Promise<void> {
    await this.#closing.get(path);
  }

  async allReleased(): Promise<void> {
    await Promise.all(this.#closing.values());
  }
}
