/** Output on its way to the console and the plotter: shown with the frames, a flood less often. Knows no frames and no device. */

import type { Notice } from '#interpreter/device/trace.ts';
import { t } from '../i18n/t.ts';
import type { ConsoleBuffer, ConsolePiece } from './console-buffer.svelte.ts';
import { PlotState } from './plot-state.svelte.ts';

/** Pieces that may wait, so that a page without frames keeps its memory. */
const MOST_PENDING = 20_000;
/** With more pieces than this in a frame nobody reads along: they are shown with every fourth frame. */
const BURST = 100;
const FRAMES_OF_BURST = 4;

export class OutputQueue {
  readonly #console: ConsoleBuffer;
  /** What the program's numbers draw. */
  readonly plot = new PlotState();
  /** Notices of this run that were told: a loop says the same thing over and over. */
  readonly #told = new Set<string>();
  #pending: ConsolePiece[] = [];
  #framesHeld = 0;

  constructor(console: ConsoleBuffer) {
    this.#console = console;
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0;
  }

  add(piece: ConsolePiece): void {
    this.#pending.push(piece);
    if (piece.stream === 'stdout') this.plot.take(piece);
    if (this.#pending.length > MOST_PENDING) this.showAll();
  }

  /** A notice that was told in this run already is left out. */
  addNotice({ at, code, message, line }: Notice): void {
    const key = `${code} ${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const text = line === undefined ? message : t('console.warningOnLine', { line: String(line), message });
    this.add({ at, stream: 'warning', text: `${text}\n` });
  }

  /** A frame is about to be drawn. */
  onFrame(): void {
    this.plot.publish();
    if (this.#pending.length <= BURST || ++this.#framesHeld >= FRAMES_OF_BURST) this.showAll();
  }

  showAll(): void {
    this.#framesHeld = 0;
    this.#console.append(this.#pending);
    this.#pending = [];
    this.plot.publish();
  }

  /** Forgets what was shown, what waits and what was told: a new run begins. */
  clear(): void {
    this.#console.clear();
    this.plot.clear();
    this.#pending = [];
    this.#told.clear();
  }
}
