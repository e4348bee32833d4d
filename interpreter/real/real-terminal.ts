/** The board's prompt as a Terminal: what is typed goes to the board, what the board says comes back as text. */

import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Terminal } from '../device/terminal.ts';
import { TextPieces } from './bytes.ts';

const PROMPT = '>>> ';

export interface RealTerminalOptions {
  readonly write: (text: string) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
}

export class RealTerminal implements Terminal {
  readonly #options: RealTerminalOptions;
  readonly #text = new Emitter<string>();
  #pieces = new TextPieces();
  #tail = '';

  readonly onText = this.#text.event;

  constructor(options: RealTerminalOptions) {
    this.#options = options;
  }

  write(text: string): Promise<void> {
    return this.#options.write(text);
  }

  paste(text: string): Promise<void> {
    return this.#options.paste(text);
  }

  /** Bytes that the board said. */
  hear(binary: string): void {
    this.show(this.#pieces.take(binary));
  }

  /** Text that the board said. */
  show(text: string): void {
    if (text === '') return;
    this.#tail = (this.#tail + text).slice(-PROMPT.length);
    this.#text.fire(text);
  }

  /** The board waits at its prompt, which went by unseen: shows it, unless it is what was shown last. */
  showPrompt(): void {
    this.#pieces = new TextPieces();
    if (this.#tail === PROMPT) return;
    this.show(this.#tail === '' || this.#tail.endsWith('\n') ? PROMPT : `\r\n${PROMPT}`);
  }

  dispose(): void {
    this.#text.dispose();
  }
}
