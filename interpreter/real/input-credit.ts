/**
 * How much may be sent to a running program. A board that does not read fills up, and then Ctrl-C cannot reach it any more: so only a
 * few bytes are ever out that were not seen to be read. A line that comes back as an echo was read; what does not come back counts as
 * read slowly, at the pace of a person who types. Knows no line and sends nothing itself.
 */

/** Bytes that the smallest buffers surely hold. */
const MAX_OUT = 200;
const BYTES_PER_SECOND = 25;
/** More than this does not wait to be sent. */
const MAX_QUEUED = 16_384;

export class InputCredit {
  #queue = '';
  /** Sent and not known to be read, line by line. */
  #out: string[] = [];
  #heard = '';
  #since = 0;

  /** Whether there is something to send. */
  get isWaiting(): boolean {
    return this.#queue !== '';
  }

  /** Queues input; answers whether there was room for it. */
  add(binary: string): boolean {
    if (this.#queue.length + binary.length > MAX_QUEUED) return false;
    this.#queue += binary;
    return true;
  }

  /** What may be sent now. */
  take(now: number): string {
    this.#age(now);
    const piece = this.#queue.slice(0, Math.max(0, MAX_OUT - this.#outstanding()));
    this.#queue = this.#queue.slice(piece.length);
    if (piece !== '') this.#out.push(...piece.split(/(?<=\r)/));
    return piece;
  }

  /** Milliseconds until a useful piece may be sent, if nothing is read meanwhile. */
  delay(): number {
    return (Math.min(MAX_OUT / 4, this.#queue.length) * 1000) / BYTES_PER_SECOND;
  }

  /** The program printed this: perhaps an echo. */
  hear(text: string): void {
    if (this.#out.length === 0) return;
    this.#heard = (this.#heard + text).slice(-2 * MAX_OUT);
    for (let line = this.#out[0]; line !== undefined; line = this.#out[0]) {
      const echo = line.endsWith('\r') ? `${line}\n` : line;
      const at = this.#heard.indexOf(echo);
      if (at < 0) return;
      this.#heard = this.#heard.slice(at + echo.length);
      this.#out.shift();
    }
  }

  /** Forgets everything that was not sent. */
  drop(): void {
    this.#queue = '';
  }

  #outstanding(): number {
    return this.#out.reduce((sum, line) => sum + line.length, 0);
  }

  #age(now: number): void {
    let read = Math.floor(((now - this.#since) * BYTES_PER_SECOND) / 1000);
    if (read === 0) return;
    this.#since = now;
    for (let line = this.#out[0]; line !== undefined && read > 0; line = this.#out[0]) {
      if (line.length > read) {
        this.#out[0] = line.slice(read);
        return;
      }
      read -= line.length;
      this.#out.shift();
    }
  }
}
