/**
 * The prompt of a connected board: what it has said so far, keys on their way to it, and pasted text that waits for a yes.
 * It listens as long as the board is connected, whether it is seen or not. Knows no screen.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { DisposableStore } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Terminal } from '#interpreter/device/terminal.ts';
import { type Paste, readPaste } from './board-terminal-paste.ts';
import { describeFault, type Fault } from './fault.ts';

const INTERRUPT = '\u0003';
const SOFT_RESET = '\u0004';
/** Letters of the past that a screen is filled with again. */
const MOST_KEPT = 400_000;
const MOST_REMEMBERED = 20;

export class BoardTerminal implements Disposable {
  readonly #terminal: Terminal;
  readonly #isRunning: () => boolean;
  readonly #text = new Emitter<string>();
  readonly #cleared = new Emitter<void>();
  readonly #listeners = new DisposableStore();
  #kept = '';
  #sending: Promise<void> = Promise.resolve();

  /** What the board says, as it comes. */
  readonly onText = this.#text.event;
  readonly onCleared = this.#cleared.event;

  /** Pasted text that waits for a yes. */
  paste = $state.raw<Paste | undefined>(undefined);
  fault = $state.raw<Fault | undefined>(undefined);
  /** Lines that were sent at the prompt, newest first. */
  recent = $state.raw<readonly string[]>([]);

  /** `isRunning` tells whether a program runs, whose input keys are then. */
  constructor(terminal: Terminal, isRunning: () => boolean) {
    this.#terminal = terminal;
    this.#isRunning = isRunning;
    this.#listeners.add(terminal.onText((text) => this.#hear(text)));
    this.#listeners.add(this.#text);
    this.#listeners.add(this.#cleared);
  }

  /** What was said before a screen was there. */
  get past(): string {
    return this.#kept;
  }

  /** Keys as they are typed; control characters too. */
  type(keys: string): void {
    this.#send(() => this.#terminal.write(keys));
  }

  interrupt(): void {
    this.type(INTERRUPT);
  }

  /** Ends what runs and starts the board afresh, as Ctrl-D at an empty prompt does. */
  softReset(): void {
    this.type(INTERRUPT);
    this.type(SOFT_RESET);
  }

  /** Sends a text that was pasted, or shows it first. */
  offer(pasted: string): void {
    const paste = readPaste(pasted);
    if (paste.text === '') return;
    if (paste.asks) this.paste = paste;
    else this.#sendPaste(paste);
  }

  acceptPaste(): void {
    const { paste } = this;
    this.paste = undefined;
    if (paste) this.#sendPaste(paste);
  }

  dropPaste(): void {
    this.paste = undefined;
  }

  /** A line was sent: it can be used again after the board has forgotten it. */
  remember(line: string): void {
    const text = line.trim();
    if (text === '') return;
    this.recent = [text, ...this.recent.filter((old) => old !== text)].slice(0, MOST_REMEMBERED);
  }

  /** All but the line of the prompt. */
  clear(): void {
    this.#kept = this.#kept.slice(this.#kept.lastIndexOf('\n') + 1);
    this.#cleared.fire();
  }

  dismissFault(): void {
    this.fault = undefined;
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Several lines go as one piece, but to a program's input as they are; one line is as if it was typed. */
  #sendPaste({ text, lines }: Paste): void {
    if (lines === 1 || this.#isRunning()) this.type(text.replaceAll('\n', '\r'));
    else this.#send(() => this.#terminal.paste(text));
  }

  /** One after the other, in the order of typing. */
  #send(action: () => Promise<void>): void {
    this.#sending = this.#sending.then(async () => {
      try {
        await action();
        this.fault = undefined;
      } catch (error) {
        this.fault = describeFault(error);
      }
    });
  }

  #hear(text: string): void {
    this.#kept = (this.#kept + text).slice(-MOST_KEPT);
    this.#text.fire(text);
  }
}
