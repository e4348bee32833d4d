/** The console of a board at its prompt: everything goes over the serial line, byte for byte. It knows the line, not who is on it. */

import { LineEditor } from '../repl/line-editor.ts';
import { fromBytes, toBytes } from '../repl/bytes.ts';
import type { ProgramConsole } from './console.ts';
import type { Timekeeper } from './timekeeper.ts';
import { hideSimulator, SimulatorFilter } from './traceback.ts';

const CARRIAGE_RETURN = 13;
const NEWLINE = 10;

export interface BoardConsoleOptions {
  readonly time: () => Timekeeper;
  readonly send: (bytes: Uint8Array) => void;
  /** Bytes for the running program. */
  readonly takeInput: () => number | undefined;
  readonly hasInput: () => boolean;
}

export class BoardConsole implements ProgramConsole {
  readonly #options: BoardConsoleOptions;
  #filter = new SimulatorFilter();
  #report: Uint8Array[] | undefined;
  #reportText = '';
  #isRaw = false;

  constructor(options: BoardConsoleOptions) {
    this.#options = options;
  }

  /** Bytes that Python writes, in any pieces. Lines end in CR LF on the wire, unless the program writes bytes itself. */
  onOutput(bytes: Uint8Array): void {
    if (this.#report) this.#report.push(bytes.slice());
    else if (this.#isRaw) this.#options.send(bytes);
    else this.#send(this.#filter.take(fromBytes(bytes)));
  }

  /** `sys.stdout.buffer` writes from here on, or does not. */
  setRaw(isRaw: boolean): void {
    this.endOutput();
    this.#isRaw = isRaw;
  }

  /** Nothing is held back any more. */
  endOutput(): void {
    this.#send(this.#filter.rest());
  }

  /** Forgets everything, for a fresh interpreter. */
  reset(): void {
    this.#filter = new SimulatorFilter();
    this.#report = undefined;
    this.#isRaw = false;
  }

  beginReport(): void {
    this.#report = [];
  }

  endReport(): void {
    const text = (this.#report ?? []).map(fromBytes).join('');
    this.#report = undefined;
    this.#reportText = new TextDecoder().decode(toBytes(text));
  }

  /** Text of the last exception, as a board prints it. */
  get report(): string {
    return hideSimulator(this.#reportText);
  }

  hasByte(): boolean {
    return this.#options.hasInput();
  }

  /** Waits for a byte as `sys.stdin` gives it. */
  readByte(): number {
    const byte = this.readRaw();
    return byte === CARRIAGE_RETURN ? NEWLINE : byte;
  }

  /** Waits for a byte as it came. */
  readRaw(): number {
    this.#options.time().waitFor(() => this.#options.hasInput());
    return this.#options.takeInput() ?? 0;
  }

  /** `input()`: a line that is shown while it is typed. */
  readLine(): string | null {
    this.endOutput();
    const editor = new LineEditor((text) => this.#options.send(toBytes(text)));
    for (;;) {
      const end = editor.push(this.readRaw());
      if (end === 'line') return new TextDecoder().decode(toBytes(editor.line));
      if (end === 4) return null;
    }
  }

  #send(text: string): void {
    if (text !== '') this.#options.send(toBytes(text.replaceAll('\n', '\r\n')));
  }
}
