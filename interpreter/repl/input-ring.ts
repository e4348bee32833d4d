/**
 * A board's input buffer of fixed size. What does not fit waits on the wire (USB) or is lost (UART). The interrupt byte is seen when a
 * byte enters the buffer, so on USB it cannot overtake a full one.
 */

export type WhenFull = 'wait' | 'drop';

export interface InputRingOptions {
  readonly size: number;
  readonly whenFull: WhenFull;
  /** True while nobody takes bytes out as they come, because code runs. */
  readonly isBusy: () => boolean;
  /** Answers true for a byte that is used up as an interrupt. */
  readonly isInterrupt: (byte: number) => boolean;
}

export class InputRing {
  readonly #size: number;
  readonly #whenFull: WhenFull;
  readonly #isBusy: () => boolean;
  readonly #isInterrupt: (byte: number) => boolean;
  #stored: number[] = [];
  #taken = 0;
  #wire: { readonly bytes: Uint8Array; at: number }[] = [];

  constructor(options: InputRingOptions) {
    this.#size = options.size;
    this.#whenFull = options.whenFull;
    this.#isBusy = options.isBusy;
    this.#isInterrupt = options.isInterrupt;
  }

  /** Bytes that can be taken. */
  get length(): number {
    return this.#stored.length - this.#taken;
  }

  /** Bytes that the board has not accepted yet. */
  get waiting(): number {
    return this.#wire.reduce((sum, { bytes, at }) => sum + bytes.length - at, 0);
  }

  receive(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#wire.push({ bytes: bytes.slice(), at: 0 });
    this.#pull();
  }

  take(): number | undefined {
    if (this.length === 0) return undefined;
    const byte = this.#stored[this.#taken++];
    if (this.#taken >= this.#size) {
      this.#stored = this.#stored.slice(this.#taken);
      this.#taken = 0;
    }
    if (this.#wire.length > 0) this.#pull();
    return byte;
  }

  /** Forgets what the board holds; what is on the wire still comes. */
  clear(): void {
    this.#stored = [];
    this.#taken = 0;
  }

  /** Forgets everything. */
  reset(): void {
    this.clear();
    this.#wire = [];
  }

  #pull(): void {
    for (let chunk = this.#wire[0]; chunk; chunk = this.#wire[0]) {
      while (chunk.at < chunk.bytes.length && (this.length < this.#size || this.#losesBytes))
        this.#accept(chunk.bytes[chunk.at++] ?? 0);
      if (chunk.at < chunk.bytes.length) return;
      this.#wire.shift();
    }
  }

  get #losesBytes(): boolean {
    return this.#whenFull === 'drop' && this.#isBusy();
  }

  #accept(byte: number): void {
    if (this.#isInterrupt(byte)) {
      // A USB board forgets what was typed before.
      if (this.#whenFull === 'wait') this.clear();
    } else if (this.length < this.#size) this.#stored.push(byte);
  }
}
