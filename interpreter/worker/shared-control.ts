/**
 * What the host tells a worker that cannot listen, because Python runs in it: flags and a queue of inputs in shared memory. One host
 * writes, one worker reads. The worker's side may block on it (`wait`).
 */

import type { ControlValue, Speed } from '../device/capability.ts';

export type SharedInput =
  | {
      readonly kind: 'control';
      readonly part: string;
      readonly control: string;
      readonly value: ControlValue;
    }
  | { readonly kind: 'stdin'; readonly text: string }
  | { readonly kind: 'stdin-end' }
  /** Bytes on a board's serial line, each a character. */
  | { readonly kind: 'serial'; readonly text: string }
  /** A board's reset line: held, or let go so that it starts again. */
  | { readonly kind: 'reset'; readonly held: boolean }
  /** All breakpoints of main.py, 1-based lines. */
  | { readonly kind: 'breakpoints'; readonly lines: readonly number[] };

/** Words of the Int32 view. */
const WAKE = 0;
const STOP = 1;
const SPEED = 2;
const PAUSE = 3;
const WRITTEN = 4;
const READ = 5;
const ACKNOWLEDGED = 6;
const LINE = 7;
const BACKLOG = 10;
/** Index in the Float64 view; byte 32. */
const NOW = 4;
const HEADER_BYTES = 64;
const QUEUE_BYTES = 64 * 1024;
const SPEED_SCALE = 1000;
/** Longer text goes in several messages, characters. A quarter of the queue at most, as UTF-8 in JSON. */
const PIECE = 2048;

export type SharedControlBuffer = SharedArrayBuffer;

export function createSharedControlBuffer(): SharedControlBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + QUEUE_BYTES);
}

class Views {
  readonly words: Int32Array;
  readonly numbers: Float64Array;
  readonly queue: Uint8Array;

  constructor(buffer: SharedControlBuffer) {
    this.words = new Int32Array(buffer, 0, HEADER_BYTES / 4);
    this.numbers = new Float64Array(buffer, 0, HEADER_BYTES / 8);
    this.queue = new Uint8Array(buffer, HEADER_BYTES);
  }
}

/** The host's side. Nothing here blocks. */
export class HostControl {
  readonly #views: Views;
  readonly #waiting: Uint8Array[] = [];

  constructor(buffer: SharedControlBuffer) {
    this.#views = new Views(buffer);
  }

  /** Virtual time that the worker last told, ns. */
  get now(): number {
    return this.#views.numbers[NOW] ?? 0;
  }

  /** Line of main.py that is running, 1-based; 0 or less where another file runs. */
  get line(): number {
    return Atomics.load(this.#views.words, LINE);
  }

  setSpeed(speed: Speed): void {
    Atomics.store(this.#views.words, SPEED, speed === 'max' ? 0 : Math.round(speed * SPEED_SCALE));
    this.#wake();
  }

  setPaused(paused: boolean): void {
    Atomics.store(this.#views.words, PAUSE, paused ? 1 : 0);
    this.#wake();
  }

  requestStop(): void {
    Atomics.store(this.#views.words, STOP, 1);
    this.#wake();
  }

  /** Tells the worker how many batches were taken in, so that it neither floods nor waits for ever. */
  acknowledge(batches: number): void {
    Atomics.store(this.#views.words, ACKNOWLEDGED, batches);
    Atomics.notify(this.#views.words, ACKNOWLEDGED);
    this.#drain();
  }

  /** Queues an input. What does not fit waits here; the worker sends a batch when it has made room. */
  send(input: SharedInput): void {
    if ((input.kind === 'stdin' || input.kind === 'serial') && input.text.length > PIECE) {
      const characters = Array.from(input.text);
      for (let i = 0; i < characters.length; i += PIECE) {
        this.#queue({ kind: input.kind, text: characters.slice(i, i + PIECE).join('') });
      }
    } else this.#queue(input);
    this.#drain();
  }

  #queue(input: SharedInput): void {
    const body = new TextEncoder().encode(JSON.stringify(input));
    const message = new Uint8Array(4 + body.length);
    new DataView(message.buffer).setUint32(0, body.length, true);
    message.set(body, 4);
    this.#waiting.push(message);
  }

  #drain(): void {
    const { words, queue } = this.#views;
    for (let message = this.#waiting[0]; message; message = this.#waiting[0]) {
      const written = Atomics.load(words, WRITTEN);
      const used = (written - Atomics.load(words, READ)) >>> 0;
      if (used + message.length > queue.length) break;
      for (let i = 0; i < message.length; i++) queue[((written >>> 0) + i) % queue.length] = message[i] ?? 0;
      Atomics.store(words, WRITTEN, (written + message.length) | 0);
      this.#waiting.shift();
      Atomics.store(words, BACKLOG, this.#waiting.length);
      this.#wake();
    }
    Atomics.store(words, BACKLOG, this.#waiting.length);
  }

  #wake(): void {
    Atomics.add(this.#views.words, WAKE, 1);
    Atomics.notify(this.#views.words, WAKE);
  }
}

/** The worker's side. */
export class WorkerControl {
  readonly #views: Views;
  #seen = 0;

  constructor(buffer: SharedControlBuffer) {
    this.#views = new Views(buffer);
  }

  /** True once after each thing the host did. Cheap enough to ask at every tick. */
  hasNews(): boolean {
    const wake = Atomics.load(this.#views.words, WAKE);
    if (wake === this.#seen) return false;
    this.#seen = wake;
    return true;
  }

  get stopRequested(): boolean {
    return Atomics.load(this.#views.words, STOP) !== 0;
  }

  get paused(): boolean {
    return Atomics.load(this.#views.words, PAUSE) !== 0;
  }

  /** Pauses the run as the host does; the host resumes it. */
  pause(): void {
    Atomics.store(this.#views.words, PAUSE, 1);
  }

  get speed(): Speed {
    const speed = Atomics.load(this.#views.words, SPEED);
    return speed === 0 ? 'max' : speed / SPEED_SCALE;
  }

  /** True while the host has more inputs than the queue has room for: it waits for a batch. */
  get hasBacklog(): boolean {
    return Atomics.load(this.#views.words, BACKLOG) !== 0;
  }

  get acknowledged(): number {
    return Atomics.load(this.#views.words, ACKNOWLEDGED);
  }

  /** Blocks until the host has taken in more than `batches`, or for `milliseconds` of wall time. */
  waitForMoreThan(batches: number, milliseconds: number): void {
    Atomics.wait(this.#views.words, ACKNOWLEDGED, batches, milliseconds);
  }

  tell(now: number, line: number): void {
    this.#views.numbers[NOW] = now;
    this.#views.words[LINE] = line;
  }

  /** Blocks until the host does something that `hasNews` has not told yet, or for `milliseconds` of wall time. */
  wait(milliseconds: number): void {
    Atomics.wait(this.#views.words, WAKE, this.#seen, milliseconds);
  }

  takeInputs(): SharedInput[] {
    const { words, queue } = this.#views;
    const inputs: SharedInput[] = [];
    for (;;) {
      const read = Atomics.load(words, READ) >>> 0;
      if (((Atomics.load(words, WRITTEN) >>> 0) - read) >>> 0 === 0) return inputs;
      const header = Uint8Array.from({ length: 4 }, (_, i) => queue[(read + i) % queue.length] ?? 0);
      const length = new DataView(header.buffer).getUint32(0, true);
      const body = Uint8Array.from({ length }, (_, i) => queue[(read + 4 + i) % queue.length] ?? 0);
      Atomics.store(words, READ, (read + 4 + length) | 0);
      inputs.push(JSON.parse(new TextDecoder().decode(body)) as SharedInput);
    }
  }
}
