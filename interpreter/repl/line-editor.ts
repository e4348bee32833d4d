/**
 * One line at the prompt as MicroPython's readline edits it: echo, cursor, history, auto-indentation. Bytes in, bytes to show out; it
 * knows no Python beyond indentation.
 */

import { CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, type ByteText } from './bytes.ts';

/** The line is done, or a control key (its code, 1 to 5) ended it. */
export type LineEnd = 'line' | 1 | 2 | 3 | 4 | 5;

const ENTER = 13;
const ESCAPE = 27;
const TAB = 9;
const BACKSPACES: readonly number[] = [8, 127];
const CTRL_F = 6;
const CTRL_K = 11;
const CTRL_N = 14;
const CTRL_P = 16;
const CTRL_U = 21;
const CTRL_W = 23;
const HISTORY = 8;
const INDENT = 4;

type Action = 'home' | 'end' | 'left' | 'right' | 'up' | 'down' | 'delete';

/** Keys that are one byte, and what follows `ESC [` or `ESC O`. */
const KEYS: Readonly<Record<number, Action>> = {
  [CTRL_A]: 'home',
  [CTRL_B]: 'left',
  [CTRL_D]: 'delete',
  [CTRL_E]: 'end',
  [CTRL_F]: 'right',
  [CTRL_N]: 'down',
  [CTRL_P]: 'up',
};
const SEQUENCES: Readonly<Record<string, Action>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '7~': 'home',
  '4~': 'end',
  '8~': 'end',
  '3~': 'delete',
};

export class LineEditor {
  readonly #show: (text: ByteText) => void;
  readonly #history: ByteText[] = [];
  #line = '';
  #cursor = 0;
  /** Place in the history, 1 for the newest; 0 for the line itself. */
  #place = 0;
  #sequence: string | undefined;

  constructor(show: (text: ByteText) => void) {
    this.#show = show;
  }

  get line(): ByteText {
    return this.#line;
  }

  /** Begins a line after the prompt. */
  begin(prompt: ByteText, indent: ByteText = ''): void {
    this.#line = indent;
    this.#cursor = indent.length;
    this.#place = 0;
    this.#sequence = undefined;
    this.#show(prompt + indent);
  }

  /** Answers how the line ended, if this byte ended it. */
  push(byte: number): LineEnd | undefined {
    if (this.#sequence !== undefined) {
      this.#pushSequence(String.fromCharCode(byte));
      return undefined;
    }
    const isEmpty = this.#line === '';
    if (byte >= CTRL_A && byte <= CTRL_E && (isEmpty || byte === CTRL_C)) return byte as LineEnd;
    const action = KEYS[byte];
    if (action) this.#act(action);
    else if (byte === ENTER) return this.#enter();
    else if (byte === ESCAPE) this.#sequence = '';
    else if (BACKSPACES.includes(byte)) this.#erase(this.#cursor - this.#backStep());
    else if (byte === CTRL_K) this.#replace(this.#line.slice(0, this.#cursor), this.#cursor);
    else if (byte === CTRL_U) this.#erase(0);
    else if (byte === CTRL_W) this.#erase(/\S*\s*$/.exec(this.#line.slice(0, this.#cursor))?.index ?? 0);
    else if (byte === TAB && /^ *$/.test(this.#line.slice(0, this.#cursor))) this.#insert(' '.repeat(INDENT));
    else if (byte >= 32) this.#insert(String.fromCharCode(byte));
    return undefined;
  }

  #enter(): LineEnd {
    this.#show('\r\n');
    if (this.#line.trim() !== '' && this.#line !== this.#history[0]) {
      this.#history.unshift(this.#line);
      if (this.#history.length > HISTORY) this.#history.pop();
    }
    return 'line';
  }

  #pushSequence(character: string): void {
    const sequence = (this.#sequence ?? '') + character;
    // The first character after Escape only says that a sequence follows.
    const isOpen = sequence === '[' || sequence === 'O' || /^\[\d+$/.test(sequence);
    this.#sequence = isOpen ? sequence : undefined;
    const action = isOpen ? undefined : SEQUENCES[sequence.slice(1)];
    if (action) this.#act(action);
  }

  #act(action: Action): void {
    if (action === 'home') this.#moveTo(0);
    else if (action === 'end') this.#moveTo(this.#line.length);
    else if (action === 'left') this.#moveTo(this.#cursor - 1);
    else if (action === 'right') this.#moveTo(this.#cursor + 1);
    else if (action === 'up') this.#recall(this.#place + 1);
    else if (action === 'down') this.#recall(this.#place - 1);
    else this.#replace(this.#line.slice(0, this.#cursor) + this.#line.slice(this.#cursor + 1), this.#cursor);
  }

  /** In leading spaces, backspace takes a step of indentation. */
  #backStep(): number {
    const before = this.#line.slice(0, this.#cursor);
    return before.length >= INDENT && /^ *$/.test(before) ? INDENT : Math.min(1, before.length);
  }

  #insert(text: ByteText): void {
    const before = this.#line.slice(0, this.#cursor) + text;
    this.#replace(before + this.#line.slice(this.#cursor), before.length);
  }

  /** Takes away what lies between `from` and the cursor. */
  #erase(from: number): void {
    if (from >= this.#cursor) return;
    this.#replace(this.#line.slice(0, from) + this.#line.slice(this.#cursor), from);
  }

  #recall(place: number): void {
    const line = place === 0 ? '' : this.#history[place - 1];
    if (line === undefined) return;
    this.#place = place;
    this.#replace(line, line.length);
  }

  #moveTo(place: number): void {
    const target = Math.max(0, Math.min(place, this.#line.length));
    if (target < this.#cursor) this.#show(back(this.#cursor - target));
    else this.#show(this.#line.slice(this.#cursor, target));
    this.#cursor = target;
  }

  /** Shows the new line in place of the old one, from where they differ on. */
  #replace(line: ByteText, cursor: number): void {
    const old = this.#line;
    let same = 0;
    while (same < this.#cursor && same < line.length && old[same] === line[same]) same += 1;
    const erase = line.length < old.length ? '\x1b[K' : '';
    this.#show(back(this.#cursor - same) + erase + line.slice(same) + back(line.length - cursor));
    this.#line = line;
    this.#cursor = cursor;
  }
}

function back(columns: number): string {
  return columns <= 4 ? '\b'.repeat(columns) : `\x1b[${columns}D`;
}
