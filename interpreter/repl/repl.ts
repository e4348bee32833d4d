/**
 * A board's REPL as MicroPython's boards speak it: bytes in, bytes out. It knows the protocol, not the interpreter (an executor runs the
 * code) and not the port. `receive` only stores bytes and sees interrupts, so it may be called while code runs; `process` works.
 */

import { CTRL_C, cooked, encodeText, toBytes, type ByteText } from './bytes.ts';
import type { BootFile, ReplEnd, ReplExecutor } from './executor.ts';
import { FriendlyMode } from './friendly-mode.ts';
import { InputRing, type WhenFull } from './input-ring.ts';
import type { Mode, ModeContext, ModeName } from './mode.ts';
import { type RawPaste, RawMode } from './raw-mode.ts';

export interface ReplOptions {
  readonly executor: ReplExecutor;
  readonly send: (bytes: Uint8Array) => void;
  /** First line after a start, such as `MicroPython v1.29.0 on 2026-01-01; Raspberry Pi Pico with RP2040`. */
  readonly banner: string;
  /** Size of the input buffer, bytes. Default: 512, as on rp2; esp32 has 260. */
  readonly inputSize?: number;
  /** Default: `wait`, as on USB. */
  readonly whenFull?: WhenFull;
  /** Default: `supported`. */
  readonly rawPaste?: RawPaste;
  /** Bytes of code in a raw-paste window. Default: 128. */
  readonly window?: number;
  /** Sent before anything else after power-on or a hard reset, as a ROM does. */
  readonly bootNoise?: Uint8Array;
  /** Sent each time the raw REPL waits for code, as a program on another core does. */
  readonly promptNoise?: Uint8Array;
  /** Default: `MPY: soft reboot`. */
  readonly softResetText?: string;
}

type Activity = 'off' | 'restarting' | 'running' | 'waiting';

export class Repl {
  readonly #options: ReplOptions;
  readonly #ring: InputRing;
  readonly #modes: Readonly<Record<ModeName, Mode>>;
  #mode: ModeName = 'friendly';
  #activity: Activity = 'off';
  #interruptByte = -1;
  #processing = false;
  /** What began before a reset is not heard any more. */
  #life = 0;

  constructor(options: ReplOptions) {
    this.#options = options;
    const { inputSize = 512, whenFull = 'wait', rawPaste = 'supported', window = 128 } = options;
    this.#ring = new InputRing({
      size: inputSize,
      whenFull,
      isBusy: () => this.isRunning,
      isInterrupt: (byte) => this.#isInterrupt(byte),
    });
    const { executor, banner } = options;
    const context: ModeContext = {
      show: (text) => this.#show(text),
      run: (program, onEnd) => this.#run((ended) => executor.run(program, ended), onEnd),
      softReset: () => this.#softReset(),
      switchTo: (mode) => this.#enter(mode),
      refuses: executor.refuses && ((beginning) => executor.refuses?.(beginning) === true),
    };
    this.#modes = {
      friendly: new FriendlyMode(context, banner),
      raw: new RawMode(context, rawPaste, window),
    };
  }

  get mode(): ModeName {
    return this.#mode;
  }

  get isRunning(): boolean {
    return this.#activity === 'running';
  }

  /** Bytes that the board has no room for, so that the sender must wait. */
  get waiting(): number {
    return this.#ring.waiting;
  }

  /** Bytes for the running program. */
  get inputLength(): number {
    return this.#ring.length;
  }

  /** Whether `process` has something to do. */
  get hasWork(): boolean {
    return this.#activity === 'waiting' && this.#ring.length > 0;
  }

  /** Next byte for the running program. */
  takeInput(): number | undefined {
    return this.#ring.take();
  }

  /** `micropython.kbd_intr`: -1 for no interrupts. Counts for the code that runs now. */
  setInterruptByte(byte: number): void {
    if (this.isRunning) this.#interruptByte = byte;
  }

  /** Power-on, or a hard reset whatever goes on. What was typed is lost. */
  start(): void {
    this.#mode = 'friendly';
    this.#ring.reset();
    this.#processing = false;
    this.#restart('hard');
  }

  /** Held in reset, or without power: nothing is heard or said until `start`. */
  halt(): void {
    this.#life += 1;
    this.#activity = 'off';
    this.#interruptByte = -1;
    this.#ring.reset();
  }

  /** Stores bytes that came over the wire. */
  receive(bytes: Uint8Array): void {
    if (this.#activity === 'off') return;
    this.#ring.receive(bytes);
  }

  /** Works on what was received, as far as it can. */
  process(): void {
    if (this.#processing) return;
    const life = this.#life;
    this.#processing = true;
    try {
      while (this.#activity === 'waiting' && this.#life === life) {
        const byte = this.#ring.take();
        if (byte === undefined) break;
        this.#modes[this.#mode].push(byte);
      }
    } finally {
      this.#processing = false;
    }
  }

  #isInterrupt(byte: number): boolean {
    if (byte !== this.#interruptByte || !this.isRunning) return false;
    this.#options.executor.interrupt();
    return true;
  }

  #softReset(): void {
    this.#show(cooked(`${this.#options.softResetText ?? 'MPY: soft reboot'}\n`));
    this.#restart('soft');
  }

  #restart(kind: 'soft' | 'hard'): void {
    const { executor, bootNoise, send } = this.#options;
    const life = ++this.#life;
    this.#activity = 'restarting';
    this.#interruptByte = -1;
    executor.restart(kind, () => {
      if (life !== this.#life) return;
      if (kind === 'hard' && bootNoise) send(bootNoise);
      this.#boot();
    });
  }

  /** boot.py, then main.py where a person is at the prompt, then the prompt. */
  #boot(): void {
    this.#runFile('boot.py', (booted) => {
      if (booted.kind === 'raised' || this.#mode === 'raw') return this.#wait();
      this.#runFile('main.py', () => this.#wait());
    });
  }

  #runFile(name: BootFile, onEnd: (end: ReplEnd) => void): void {
    this.#run(
      (ended) => this.#options.executor.runFile(name, ended),
      (end) => {
        if (end.kind === 'exit') return this.#softReset();
        if (end.kind === 'raised') this.#show(cooked(encodeText(end.text)));
        onEnd(end);
      },
    );
  }

  #wait(): void {
    this.#enter(this.#mode);
    this.process();
  }

  #enter(mode: ModeName): void {
    this.#mode = mode;
    this.#activity = 'waiting';
    this.#modes[mode].enter();
  }

  #run(begin: (onEnd: (end: ReplEnd) => void) => void, onEnd: (end: ReplEnd) => void): void {
    const life = this.#life;
    this.#activity = 'running';
    this.#interruptByte = CTRL_C;
    begin((end) => {
      if (life !== this.#life || !this.isRunning) return;
      this.#activity = 'waiting';
      this.#interruptByte = -1;
      onEnd(end);
      this.process();
    });
  }

  #show(text: ByteText): void {
    const { promptNoise, send } = this.#options;
    send(toBytes(text));
    if (promptNoise && this.#mode === 'raw' && text === '>') send(promptNoise);
  }
}
