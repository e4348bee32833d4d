/**
 * The plotter of a run: the curves that the program prints, and which part of them is looked at. Views see changes when
 * `publish` is called, at most once a frame. Knows no drawing and no device.
 */

import { type Nanoseconds, SECOND } from '#common/time/duration.ts';
import { PlotReader, type PlotRow } from './plot-lines.ts';
import { PlotSeries } from './plot-series.ts';

/** A curve. What is in `points` grows without notice; `revision` of the state tells when to look again. */
export interface PlotCurve {
  /** The printed name, or the place in the line for values without one. */
  readonly key: string | number;
  /** Which of the colors, from 0, in order of appearance. */
  readonly color: number;
  readonly points: PlotSeries;
}

/** Seconds of device time. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Newest seconds to show, or everything. */
export type PlotWindow = number | 'all';

export const POINTS_PER_CURVE = 20_000;
export const MOST_CURVES = 12;
/** Seconds; narrower ranges say nothing. */
const NARROWEST = 1e-5;

export class PlotState {
  readonly #reader = new PlotReader();
  readonly #curves = new Map<string | number, PlotCurve>();
  #changed = false;
  #crowded = false;

  /** Grows by one whenever there is something new to draw. */
  revision = $state(0);
  curves = $state.raw<readonly PlotCurve[]>([]);
  hidden = $state.raw<ReadonlySet<string | number>>(new Set());
  window = $state<PlotWindow>('all');
  /** A part of the past that is looked at while points go on being collected; undefined while the newest are followed. */
  pinned = $state.raw<TimeRange | undefined>(undefined);
  /** Values with further names were printed, for which there was no room. */
  tooMany = $state(false);

  readonly isEmpty = $derived(this.curves.length === 0);
  readonly visible = $derived(this.curves.filter(({ key }) => !this.hidden.has(key)));

  take(piece: { readonly at: Nanoseconds; readonly text: string }): void {
    for (const row of this.#reader.feed(piece)) this.#takeRow(row);
  }

  /** A frame is about to be drawn. */
  publish(): void {
    if (!this.#changed) return;
    this.#changed = false;
    if (this.#curves.size !== this.curves.length) this.curves = [...this.#curves.values()];
    this.tooMany = this.#crowded;
    this.revision++;
  }

  /** Forgets all points. The window stays as the learner has set it. */
  clear(): void {
    this.#curves.clear();
    this.#reader.reset();
    this.#crowded = false;
    this.#changed = true;
    this.hidden = new Set();
    this.pinned = undefined;
    this.curves = [];
    this.publish();
  }

  toggle(key: string | number): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(key)) hidden.add(key);
    this.hidden = hidden;
  }

  /** From the oldest point to the newest; undefined while there are none. */
  get extent(): TimeRange | undefined {
    const from = Math.min(...this.curves.map(({ points }) => points.firstTime ?? Infinity));
    const to = Math.max(...this.curves.map(({ points }) => points.lastTime ?? -Infinity));
    return from <= to ? { from, to } : undefined;
  }

  /** What is looked at now. */
  get range(): TimeRange | undefined {
    if (this.pinned) return this.pinned;
    const { extent } = this;
    if (!extent || this.window === 'all') return extent && widened(extent);
    return { from: extent.to - this.window, to: extent.to };
  }

  /** Holds what is looked at. */
  pause(): void {
    this.pinned = this.range;
  }

  /** Back to the newest points. */
  resume(): void {
    this.pinned = undefined;
  }

  /** Everything that was collected, and what comes. */
  fit(): void {
    this.window = 'all';
    this.pinned = undefined;
  }

  setWindow(window: PlotWindow): void {
    this.window = window;
    this.pinned = undefined;
  }

  /** Looks at a range of times, held inside what was collected. */
  lookAt({ from, to }: TimeRange): void {
    const { extent } = this;
    if (!extent) return;
    const whole = widened(extent);
    const width = Math.min(Math.max(to - from, NARROWEST), whole.to - whole.from);
    const start = Math.min(Math.max(from, whole.from), whole.to - width);
    this.pinned = { from: start, to: start + width };
  }

  /** A factor under 1 looks closer, around a point of the range between 0 (its start) and 1. */
  zoom(factor: number, around = 0.5): void {
    const { range } = this;
    if (!range) return;
    const width = range.to - range.from;
    const from = range.from + width * around * (1 - factor);
    this.lookAt({ from, to: from + width * factor });
  }

  /** Moves by so many widths of the range; later is positive. */
  pan(widths: number): void {
    const { range } = this;
    if (!range) return;
    const by = (range.to - range.from) * widths;
    this.lookAt({ from: range.from + by, to: range.to + by });
  }

  #takeRow({ at, values }: PlotRow): void {
    for (const { series, value } of values) this.#curve(series, value)?.points.push(at / SECOND, value);
    this.#changed = true;
  }

  /** A curve begins with its first number. */
  #curve(key: string | number, value: number): PlotCurve | undefined {
    const known = this.#curves.get(key);
    if (known || Number.isNaN(value)) return known;
    if (this.#curves.size >= MOST_CURVES) {
      this.#crowded = true;
      return undefined;
    }
    const curve = { key, color: this.#curves.size, points: new PlotSeries(POINTS_PER_CURVE) };
    this.#curves.set(key, curve);
    return curve;
  }
}

/** A range of one instant gets a second of room, so that it can be drawn. */
function widened({ from, to }: TimeRange): TimeRange {
  return to - from > NARROWEST ? { from, to } : { from: from - 0.5, to: to + 0.5 };
}
