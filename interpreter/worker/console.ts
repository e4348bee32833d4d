/** The program's console: what it prints, what it reads, and the report of an exception that ended it. */

import type { Reporter } from './reporter.ts';
import type { Timekeeper } from './timekeeper.ts';
import { SimulatorFilter } from './traceback.ts';

const NEWLINE = 10;

/** What the interpreter and the shims need of a console. */
export interface ProgramConsole {
  onOutput(bytes: Uint8Array): void;
  /** A line without its end; waits for it. Null at the end of input. */
  readLine(): string | null;
  /** Waits for a byte; null at the end of input. */
  readByte(): number | null;
  hasByte(): boolean;
  /** What is printed from here on is the report of an exception. */
  beginReport(): void;
  endReport(): void;
}

export class Console implements ProgramConsole {
  readonly #reporter: Reporter;
  readonly #time: Timekeeper;
  readonly #decoder = new TextDecoder();
  readonly #filter = new SimulatorFilter();
  #input: number[] = [];
  #inputEnded = false;
  #report: Uint8Array[] | undefined;
  #reportText: string | undefined;

  constructor(reporter: Reporter, time: Timekeeper) {
    this.#reporter = reporter;
    this.#time = time;
  }

  /** Bytes that Python writes to stdout, in any pieces. While an exception is reported they are kept apart. */
  onOutput(bytes: Uint8Array): void {
    // Memory that may grow may not be decoded in place.
    const copy = bytes.slice();
    if (this.#report) this.#report.push(copy);
    else this.#reporter.print(this.#filter.take(this.#decoder.decode(copy, { stream: true })), 'stdout');
  }

  /** The program has ended: nothing is held back any more. */
  endOutput(): void {
    this.#reporter.print(this.#filter.rest() + this.#decoder.decode(), 'stdout');
  }

  beginReport(): void {
    this.#report = [];
  }

  endReport(): void {
    const decoder = new TextDecoder();
    this.#reportText = this.#report?.map((bytes) => decoder.decode(bytes, { stream: true })).join('');
    this.#report = undefined;
  }

  /** Text of the exception that ended the program. */
  get report(): string | undefined {
    return this.#reportText;
  }

  addInput(text: string): void {
    this.#input.push(...new TextEncoder().encode(text));
  }

  endInput(): void {
    this.#inputEnded = true;
  }

  hasByte(): boolean {
    return this.#input.length > 0;
  }

  /** A line without its end; waits for it. What is left when input ends counts as a line; then null. */
  readLine(): string | null {
    this.#time.waitFor(() => this.#inputEnded || this.#input.includes(NEWLINE));
    const end = this.#input.indexOf(NEWLINE);
    if (end < 0 && this.#input.length === 0) return null;
    const bytes = this.#input.splice(0, end < 0 ? this.#input.length : end + 1);
    return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\r?\n$/, '');
  }

  /** Waits for a byte; null at the end of input. */
  readByte(): number | null {
    this.#time.waitFor(() => this.#inputEnded || this.#input.length > 0);
    return this.#input.shift() ?? null;
  }
}
