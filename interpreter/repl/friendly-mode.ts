/** The prompt for people: banner, `>>> `, lines that continue, paste mode. Knows neither what Python does nor who types. */

import {
  CTRL_A,
  CTRL_B,
  CTRL_C,
  CTRL_D,
  CTRL_E,
  cooked,
  decodeText,
  encodeText,
  type ByteText,
} from './bytes.ts';
import { indentAfter, needsMore } from './continuation.ts';
import type { ReplInput } from './executor.ts';
import { LineEditor, type LineEnd } from './line-editor.ts';
import type { Mode, ModeContext } from './mode.ts';

const PROMPT = '>>> ';
const MORE = '... ';
const PASTE = '=== ';
const ENTER = 13;

export class FriendlyMode implements Mode {
  readonly #context: ModeContext;
  readonly #banner: ByteText;
  readonly #editor: LineEditor;
  /** Lines of the statement so far, each with its line break. */
  #statement = '';
  #pasted: ByteText | undefined;

  constructor(context: ModeContext, banner: string) {
    this.#context = context;
    this.#banner = encodeText(banner);
    this.#editor = new LineEditor((text) => context.show(text));
  }

  enter(): void {
    this.#context.show(`${this.#banner}\r\nType "help()" for more information.\r\n`);
    this.#prompt();
  }

  push(byte: number): void {
    if (this.#pasted !== undefined) return this.#paste(byte);
    const end = this.#editor.push(byte);
    if (end === 'line') this.#lineDone();
    else if (end !== undefined) this.#control(end);
  }

  #prompt(): void {
    this.#statement = '';
    this.#pasted = undefined;
    this.#editor.begin(PROMPT);
  }

  #lineDone(): void {
    const text = this.#statement + this.#editor.line;
    if (text === '') return this.#prompt();
    if (!needsMore(text)) return this.#run(text, 'single');
    this.#statement = `${text}\n`;
    this.#editor.begin(MORE, indentAfter(this.#statement));
  }

  #control(key: Exclude<LineEnd, 'line'>): void {
    const { show, softReset, switchTo } = this.#context;
    if (this.#statement !== '' && key !== CTRL_C) {
      // Within a statement, Ctrl-D ends it, and the others do nothing.
      if (key === CTRL_D) this.#run(this.#statement, 'single');
      return;
    }
    if (key === CTRL_E) {
      this.#pasted = '';
      show(`\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n${PASTE}`);
      return;
    }
    show('\r\n');
    if (key === CTRL_A) switchTo('raw');
    else if (key === CTRL_B) this.enter();
    else if (key === CTRL_D) softReset();
    else this.#prompt();
  }

  #paste(byte: number): void {
    const { show } = this.#context;
    if (byte === CTRL_C || byte === CTRL_D) {
      const text = this.#pasted ?? '';
      this.#pasted = undefined;
      show('\r\n');
      if (byte === CTRL_D) this.#run(text.replaceAll('\r', '\n'), 'file');
      else this.#prompt();
      return;
    }
    const character = String.fromCharCode(byte);
    this.#pasted = (this.#pasted ?? '') + character;
    show(byte === ENTER ? `\r\n${PASTE}` : character);
  }

  #run(text: ByteText, input: ReplInput): void {
    this.#statement = '';
    this.#context.run({ source: decodeText(text), input }, (end) => {
      if (end.kind === 'exit') return this.#context.softReset();
      if (end.kind === 'raised') this.#context.show(cooked(encodeText(end.text)));
      this.#prompt();
    });
  }
}
