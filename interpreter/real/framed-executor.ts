/**
 * The Executor over a board at its raw REPL: sends code, and answers with what that code printed and nothing else. It lives as long as
 * one stay in the raw REPL.
 */

import type { BoardFeature } from '../device/link.ts';
import { deviceError } from '../device/device-error.ts';
import { nameFiles, readTraceback } from './board-traceback.ts';
import { decodeText } from './bytes.ts';
import { sendCode, type SendMemory } from './code-sender.ts';
import { BoardException, type ExecuteOptions, type Executor, type WireCount } from './executor.ts';
import { FRAME_END, FRAME_EPILOGUE, framePrologue, FrameReader } from './frames.ts';
import type { Line } from './line.ts';
import { enterRawRepl } from './raw-repl.ts';

const IDLE_LIMIT = 5000;
/** How long the raw REPL may take to say that it waits again, after our code has said that it is done. */
const PROMPT_LIMIT = 1000;
/** After what was printed and after what was raised; somebody in the background may speak in between. */
// eslint-disable-next-line no-control-regex
const PROMPT_AGAIN = /\x04[^\x04]*\x04[^>]*>/;
const FIND_BACK_LIMIT = 2000;

export interface FramedExecutorOptions {
  readonly line: Line;
  readonly memory: SendMemory;
  readonly features: ReadonlySet<BoardFeature>;
  /** Letters and digits that nobody guesses. */
  readonly word: string;
}

export class FramedExecutor implements Executor {
  readonly #options: FramedExecutorOptions;
  readonly features: ReadonlySet<BoardFeature>;
  #isPrepared = false;
  #isAstray = false;

  constructor(options: FramedExecutorOptions) {
    this.#options = options;
    this.features = options.features;
  }

  get count(): WireCount {
    return { ...this.#options.line.count };
  }

  /** Whether the board's globals hold our names. */
  get isPrepared(): boolean {
    return this.#isPrepared;
  }

  /** The board began anew, and knows our names no more. */
  forget(): void {
    this.#isPrepared = false;
  }

  /** Takes our names out of the board's globals again, so that a program can run there. */
  async clean(): Promise<void> {
    if (!this.#isPrepared) return;
    const { line, memory } = this.#options;
    line.count.roundTrips++;
    await sendCode(line, FRAME_EPILOGUE, memory);
    if (!(await line.readUntil(PROMPT_AGAIN, PROMPT_LIMIT))) throw deviceError('no-answer');
    this.#isPrepared = false;
  }

  async execute(code: string, options: ExecuteOptions = {}): Promise<string> {
    if (this.#isAstray) await this.#findBack();
    this.#isAstray = true;
    try {
      const printed = await this.#execute(code, options);
      this.#isAstray = false;
      return printed;
    } catch (error) {
      this.#isAstray = !(error instanceof BoardException);
      throw error;
    }
  }

  /** Where the last piece of code had no proper end, nobody knows what the board does now. */
  async #findBack(): Promise<void> {
    const { line } = this.#options;
    await line.write('\x03');
    if (!(await enterRawRepl(line, FIND_BACK_LIMIT))) throw deviceError('no-answer');
    this.#isPrepared = false;
    this.#isAstray = false;
  }

  async #execute(code: string, options: ExecuteOptions): Promise<string> {
    const { line, memory, word } = this.#options;
    const prologue = this.#isPrepared ? '' : framePrologue(word);
    this.#isPrepared = true;
    line.count.roundTrips++;
    await sendCode(line, prologue + code + FRAME_END, memory);
    const printed = await this.#collect(options);
    if (!(await line.readUntil(PROMPT_AGAIN, PROMPT_LIMIT))) throw deviceError('no-answer');
    return printed;
  }

  async #collect({ idleLimit = IDLE_LIMIT, onText }: ExecuteOptions): Promise<string> {
    const { line, word } = this.#options;
    const reader = new FrameReader(word);
    let printed = '';
    // A thread in the background may chatter for ever: only our own words count as life.
    let deadline = line.timers.now() + idleLimit;
    for (;;) {
      const left = deadline - line.timers.now();
      const bytes = left > 0 ? await line.read(left) : '';
      if (bytes === '') throw deviceError('no-answer');
      const events = reader.take(bytes);
      if (events.length > 0 || reader.isWithin) deadline = line.timers.now() + idleLimit;
      for (const event of events) {
        if (event.kind === 'raised') throw toException(event.binary);
        if (event.kind === 'restarted') throw restarted();
        if (event.kind === 'done') {
          line.unread(reader.rest());
          return printed;
        }
        const text = decodeText(event.binary).replaceAll('\r\n', '\n');
        printed += text;
        onText?.(text);
      }
    }
  }
}

function toException(binary: string): BoardException {
  const text = nameFiles(decodeText(binary), '<our code>');
  const { type, message } = readTraceback(text, 0);
  const number = /^(?:\[Errno (-?\d+)\]|(-?\d+)$)/.exec(message);
  return new BoardException(type, text.trimEnd(), number ? Number(number[1] ?? number[2]) : undefined);
}

function restarted() {
  return deviceError(
    'protocol',
    'The board started anew in the middle of this: a watchdog, its RESET button or weak power. Try again.',
  );
}
