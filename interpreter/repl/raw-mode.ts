/** The raw REPL, for programs: code in, marked answer out; and raw-paste, which takes code in windows that it hands out. */

import {
  CTRL_A,
  CTRL_B,
  CTRL_C,
  CTRL_D,
  END,
  cooked,
  decodeText,
  encodeText,
  type ByteText,
} from './bytes.ts';
import { lastStatementStart } from './continuation.ts';
import type { ReplEnd } from './executor.ts';
import type { Mode, ModeContext } from './mode.ts';

/** `refused`: the board knows the question and says no. `unknown`: firmware before 1.14. */
export type RawPaste = 'supported' | 'refused' | 'unknown';

const READY = 'raw REPL; CTRL-B to exit\r\n';
const ASK_RAW_PASTE = '\x05A';
const WINDOW_FREE = '\x01';
/** The code is looked at each time that so many more windows have come. */
const CHECK_WINDOWS = 8;

export class RawMode implements Mode {
  readonly #context: ModeContext;
  readonly #rawPaste: RawPaste;
  readonly #window: number;
  #line: ByteText[] = [];
  #paste: RawPasteReader | undefined;

  constructor(context: ModeContext, rawPaste: RawPaste, window: number) {
    this.#context = context;
    this.#rawPaste = rawPaste;
    this.#window = window;
  }

  enter(): void {
    this.#context.show(READY);
    this.#ready();
  }

  push(byte: number): void {
    if (this.#paste) return this.#paste.push(byte);
    if (byte === CTRL_A) this.#controlA();
    else if (byte === CTRL_B) {
      this.#line = [];
      this.#context.show('\r\n');
      this.#context.switchTo('friendly');
    } else if (byte === CTRL_C) this.#line = [];
    else if (byte === CTRL_D) this.#execute();
    else this.#line.push(String.fromCharCode(byte));
  }

  #ready(): void {
    this.#line = [];
    this.#paste = undefined;
    this.#context.show('>');
  }

  #controlA(): void {
    const [first, second, ...more] = this.#line;
    if (first !== '\x05' || second === undefined || more.length > 0 || this.#rawPaste === 'unknown')
      return this.enter();
    if (first + second !== ASK_RAW_PASTE || this.#rawPaste === 'refused') {
      this.#context.show('R\x00');
      return this.#ready();
    }
    const { show, refuses } = this.#context;
    show('R\x01');
    this.#paste = new RawPasteReader({
      window: this.#window,
      show,
      refuses,
      onDone: (code) => this.#run(code),
      onAborted: () => {
        show(`${END}KeyboardInterrupt: \r\n${END}`);
        this.#ready();
      },
    });
  }

  #execute(): void {
    const code = this.#line.join('');
    this.#line = [];
    this.#context.show('OK');
    if (code !== '') return this.#run(code);
    this.#context.show('\r\n');
    this.#context.softReset();
  }

  #run(code: ByteText): void {
    this.#paste = undefined;
    this.#context.run({ source: decodeText(code), input: 'file' }, (end) => this.#answer(end));
  }

  #answer(end: ReplEnd): void {
    const { show, softReset } = this.#context;
    show(END);
    if (end.kind === 'raised') show(cooked(encodeText(end.text)));
    show(END);
    if (end.kind === 'exit') softReset();
    else this.#ready();
  }
}

interface RawPasteOptions {
  readonly window: number;
  readonly show: (text: ByteText) => void;
  readonly refuses: ModeContext['refuses'];
  readonly onDone: (code: ByteText) => void;
  readonly onAborted: () => void;
}

class RawPasteReader {
  readonly #options: RawPasteOptions;
  #code: ByteText[] = [];
  #remaining: number;
  /** Length of the code that was found good so far. */
  #checked = 0;
  #refused = false;

  constructor(options: RawPasteOptions) {
    const { window, show } = options;
    this.#options = options;
    this.#remaining = window;
    show(String.fromCharCode(window & 0xff, window >> 8) + WINDOW_FREE);
  }

  push(byte: number): void {
    const { window, show, onDone, onAborted } = this.#options;
    const isEnd = byte === CTRL_C || byte === CTRL_D;
    if (this.#refused) {
      // What still comes is thrown away; the compiler then says what was wrong.
      if (isEnd) onDone(this.#code.join(''));
    } else if (isEnd) {
      show(END);
      if (byte === CTRL_D) onDone(this.#code.join(''));
      else onAborted();
    } else {
      this.#code.push(String.fromCharCode(byte));
      this.#remaining -= 1;
      if (this.#remaining > 0) return;
      this.#remaining = window;
      if (this.#isHopeless()) {
        this.#refused = true;
        show(END);
      } else show(WINDOW_FREE);
    }
  }

  /** Looks at the statements that are there whole. */
  #isHopeless(): boolean {
    const { refuses, window } = this.#options;
    if (!refuses || this.#code.length - this.#checked < CHECK_WINDOWS * window) return false;
    const code = this.#code.join('').replaceAll('\r', '\n');
    const end = lastStatementStart(code);
    if (end <= this.#checked) return false;
    this.#checked = end;
    return refuses(decodeText(code.slice(0, end)));
  }
}
