/**
 * A board for tests of links: the real REPL protocol with a script in place of Python, as the other end of a FakeTransport. It lives on
 * while the line closes and opens. It knows no WebAssembly.
 */

import type { FakePeer } from '#common/transport/fake-transport.ts';
import type { TransportSignals } from '#common/transport/transport.ts';
import { cooked, encodeText, toBytes } from './bytes.ts';
import type { BootFile, ReplEnd, ReplExecutor, ReplInput, ReplProgram } from './executor.ts';
import { Repl, type ReplOptions } from './repl.ts';
import { SignalLines, type Wiring } from './signal-lines.ts';

/** One piece of code that the board was given. Exactly one of `finish`, `raise` and `exit` ends it; later calls do nothing. */
export interface ScriptedRun {
  readonly code: string;
  readonly input: ReplInput;
  /** Set for the files that run at a start; `code` is empty then. */
  readonly file: BootFile | undefined;
  /** `\n` leaves as CR LF. */
  print(text: string): void;
  /** Bytes as they are, as by `sys.stdout.buffer`. */
  write(bytes: Uint8Array): void;
  /** Next byte that came while this runs; undefined for none. */
  readByte(): number | undefined;
  /** Calls back on Ctrl-C. Without a listener it ends the run with KeyboardInterrupt. */
  onInterrupt(listener: () => void): void;
  /** `micropython.kbd_intr`. */
  setInterruptByte(byte: number): void;
  finish(): void;
  /** @param text the whole report. */
  raise(text: string): void;
  /** SystemExit. */
  exit(): void;
}

/** Text that is returned is printed, and the run is finished; otherwise the script ends the run itself, now or later. */
export type BoardScript = (run: ScriptedRun) => string | undefined;

export interface ScriptedBoardOptions extends Partial<Omit<ReplOptions, 'executor' | 'send'>> {
  /** Answers code. Default: everything finishes at once and prints nothing. */
  readonly script?: BoardScript;
  readonly files?: Partial<Readonly<Record<BootFile, BoardScript>>>;
  readonly refuses?: ReplExecutor['refuses'];
  /** Default: `none`. */
  readonly wiring?: Wiring;
}

export const SCRIPTED_BANNER = 'MicroPython v1.29.0 on 2026-01-01; Scripted board with RP2040';
const INTERRUPTED =
  'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nKeyboardInterrupt: \n';

export class ScriptedBoard implements FakePeer {
  readonly repl: Repl;
  /** Code that was run, in order. */
  readonly codes: string[] = [];
  readonly #options: ScriptedBoardOptions;
  readonly #lines: SignalLines;
  #send: ((bytes: Uint8Array) => void) | undefined;
  #interrupt: () => void = () => undefined;
  #started = false;

  constructor(options: ScriptedBoardOptions = {}) {
    this.#options = options;
    const { script: _script, files: _files, refuses, wiring = 'none', ...rest } = options;
    this.#lines = new SignalLines({
      wiring,
      onHold: () => this.repl.halt(),
      onRelease: (into) => into === 'firmware' && this.repl.start(),
    });
    this.repl = new Repl({
      banner: SCRIPTED_BANNER,
      ...rest,
      send: (bytes) => this.#lines.passesOutput && this.#send?.(bytes),
      executor: {
        run: (program, onEnd) => this.#run(program, undefined, onEnd),
        runFile: (name, onEnd) =>
          options.files?.[name]
            ? this.#run({ source: '', input: 'file' }, name, onEnd)
            : onEnd({ kind: 'absent' }),
        interrupt: () => this.#interrupt(),
        restart: (_kind, onReady) => onReady(),
        ...(refuses && { refuses }),
      },
    });
  }

  /** The board starts when its line is opened for the first time; so the banner is seen. */
  onOpen(send: (bytes: Uint8Array) => void): void {
    this.#send = send;
    this.#lines.opened();
    if (!this.#started) this.repl.start();
    this.#started = true;
  }

  onBytes(bytes: Uint8Array): void {
    this.repl.receive(bytes);
    this.repl.process();
  }

  onSignals(signals: TransportSignals): void {
    this.#lines.set(signals);
  }

  #run(program: ReplProgram, file: BootFile | undefined, onEnd: (end: ReplEnd) => void): void {
    if (!file) this.codes.push(program.source);
    const { files, script = () => '' } = this.#options;
    const scripted = (file && files?.[file]) ?? script;
    const send = (bytes: Uint8Array): void => {
      if (this.#lines.passesOutput) this.#send?.(bytes);
    };
    const raise = (text: string): void => onEnd({ kind: 'raised', text });
    this.#interrupt = () => raise(INTERRUPTED);
    const run: ScriptedRun = {
      code: program.source,
      input: program.input,
      file,
      print: (text) => send(toBytes(cooked(encodeText(text)))),
      write: send,
      readByte: () => this.repl.takeInput(),
      onInterrupt: (listener) => (this.#interrupt = listener),
      setInterruptByte: (byte) => this.repl.setInterruptByte(byte),
      finish: () => onEnd({ kind: 'finished' }),
      raise,
      exit: () => onEnd({ kind: 'exit' }),
    };
    const text = scripted(run);
    if (text === undefined) return;
    run.print(text);
    run.finish();
  }
}
