/**
 * The screen of a board's prompt: xterm.js with the app's colors and keys. Knows what keys and pastes are, not where they go.
 */

import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { createKeyFilter } from './screen-keys.ts';

export interface ScreenLook {
  /** Changes where the tokens have changed. */
  readonly theme: 'light' | 'dark';
  readonly strongContrast: boolean;
  /** Every line is put where a screen reader finds it. */
  readonly readsOut: boolean;
}

export interface ScreenOptions {
  readonly parent: HTMLElement;
  readonly label: string;
  readonly look: ScreenLook;
  readonly ontype: (keys: string) => void;
  readonly onpaste: (text: string) => void;
  /** This line was sent at the prompt. */
  readonly online: (line: string) => void;
}

const SCROLLBACK = 5000;
const ENTER = '\r';
const PROMPT = /^(?:>>>|\.\.\.|===) /;

export class BoardScreen implements Disposable {
  readonly #terminal: Terminal;
  readonly #fit = new FitAddon();
  readonly #observer: ResizeObserver;
  readonly #options: ScreenOptions;
  readonly #gone = new AbortController();
  /** Lines that were sent and whose echo has not ended yet. */
  #sent = 0;

  constructor(options: ScreenOptions) {
    const { parent, label, look } = options;
    this.#options = options;
    this.#terminal = new Terminal({
      ...lookOptions(look),
      scrollback: SCROLLBACK,
      cursorBlink: false,
      fontSize: 13,
      lineHeight: 1.2,
      // A board's text must not open pages.
      linkHandler: { activate: () => undefined },
    });
    this.#terminal.loadAddon(this.#fit);
    this.#terminal.open(parent);
    this.#terminal.textarea?.setAttribute('aria-label', label);
    this.#terminal.attachCustomKeyEventHandler(
      createKeyFilter({
        hasSelection: () => this.#terminal.hasSelection(),
        clearSelection: () => setTimeout(() => this.#terminal.clearSelection()),
        type: options.ontype,
      }),
    );
    this.#terminal.onData((keys) => this.#takeKeys(keys));
    this.#terminal.onLineFeed(() => this.#takeLine());
    // Before xterm sees it, which would send it as keys.
    parent.addEventListener('paste', (event) => this.#takePaste(event), {
      capture: true,
      signal: this.#gone.signal,
    });
    this.#observer = new ResizeObserver(() => this.#fit.fit());
    this.#observer.observe(parent);
    this.#fit.fit();
  }

  write(text: string): void {
    this.#terminal.write(text);
  }

  /** Keeps the line of the prompt. */
  clear(): void {
    this.#terminal.clear();
  }

  focus(): void {
    this.#terminal.focus();
  }

  setLook(look: ScreenLook): void {
    Object.assign(this.#terminal.options, lookOptions(look));
  }

  /** Whether keys are taken. */
  setEnabled(enabled: boolean): void {
    this.#terminal.options.disableStdin = !enabled;
  }

  /** What is selected, else everything. */
  get copyText(): string {
    if (this.#terminal.hasSelection()) return this.#terminal.getSelection();
    const { active } = this.#terminal.buffer;
    const lines = Array.from(
      { length: active.length },
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  }

  dispose(): void {
    this.#gone.abort();
    this.#observer.disconnect();
    this.#terminal.dispose();
  }

  #takeKeys(keys: string): void {
    if (keys === ENTER) this.#sent++;
    this.#options.ontype(keys);
  }

  /** The board has echoed a line to its end: what was typed is known now, whatever keys it was edited with. */
  #takeLine(): void {
    if (this.#sent === 0) return;
    const line = this.#lineAbove();
    if (!PROMPT.test(line)) return;
    this.#sent--;
    this.#options.online(line.replace(PROMPT, ''));
  }

  /** The line above the cursor, also where it is broken into several rows. */
  #lineAbove(): string {
    const { active } = this.#terminal.buffer;
    let row = active.baseY + active.cursorY - 1;
    let text = active.getLine(row)?.translateToString(true) ?? '';
    while (active.getLine(row)?.isWrapped) text = (active.getLine(--row)?.translateToString() ?? '') + text;
    return text;
  }

  #takePaste(event: ClipboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '' && this.#terminal.options.disableStdin !== true) this.#options.onpaste(text);
  }
}

/** Tokens for the sixteen colors of a terminal. */
const COLORS = {
  background: '--color-surface',
  foreground: '--color-text',
  cursor: '--color-accent',
  cursorAccent: '--color-surface',
  selectionBackground: '--color-code-selection',
  black: '--color-text',
  red: '--color-danger',
  green: '--color-success',
  yellow: '--color-warning',
  blue: '--color-code-function',
  magenta: '--color-code-keyword',
  cyan: '--color-accent',
  white: '--color-text-muted',
  brightBlack: '--color-text-faint',
  brightRed: '--color-danger',
  brightGreen: '--color-success',
  brightYellow: '--color-warning',
  brightBlue: '--color-code-function',
  brightMagenta: '--color-code-keyword',
  brightCyan: '--color-accent-text',
  brightWhite: '--color-text',
} as const;

function lookOptions({ strongContrast, readsOut }: ScreenLook) {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    theme: Object.fromEntries(Object.entries(COLORS).map(([color, name]) => [color, token(name)])),
    fontFamily: token('--font-code'),
    minimumContrastRatio: strongContrast ? 7 : 4.5,
    screenReaderMode: readsOut,
  };
}
