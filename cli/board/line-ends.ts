/** Boards end lines with a carriage return and a line feed; programs, files and pipes here with a line feed. */

export class LineEnds {
  /** A carriage return that may be the first half of a line end. */
  #held = '';

  /** The text with plain line feeds, as far as it is certain. */
  take(text: string): string {
    const all = this.#held + text;
    this.#held = all.endsWith('\r') ? '\r' : '';
    return all.slice(0, all.length - this.#held.length).replaceAll('\r\n', '\n');
  }

  /** What was still held back. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}
