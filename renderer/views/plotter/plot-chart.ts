/**
 * Draws curves with uPlot and tells what the pointer wants: another range of times, or the time under it. Knows colors and
 * pixels, not where the points come from.
 */

import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { alignPoints } from '../../state/plot-series.ts';
import type { PlotCurve, TimeRange } from '../../state/plot-state.svelte.ts';
import { colorName, isDashed } from './plot-look.ts';
import { timeWords, valueWords } from './plot-words.ts';

export interface PlotDrawing {
  readonly curves: readonly PlotCurve[];
  readonly range: TimeRange;
  readonly width: number;
  readonly height: number;
}

export interface PlotGestures {
  lookAt(range: TimeRange): void;
  /** `around` is the place of the pointer, from 0 to 1. */
  zoom(factor: number, around: number): void;
  pan(widths: number): void;
  fit(): void;
  /** The time under the pointer, seconds; undefined where there is none. */
  hover(time: number | undefined): void;
}

const SECONDS = [1, 2, 5];
const FRACTIONS = [-6, -5, -4, -3, -2, -1, 0].flatMap((power) => SECONDS.map((step) => step * 10 ** power));
/** Steps of the time axis, seconds. */
const TIME_STEPS = [
  ...FRACTIONS,
  ...[10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400],
  ...[2, 5, 10, 20, 50, 100, 200].map((days) => days * 86_400),
];
const ZOOM_OF_WHEEL = 1.25;

export class PlotChart implements Disposable {
  readonly #target: HTMLElement;
  readonly #gestures: PlotGestures;
  #chart: UPlot | undefined;
  /** What the chart was made for; another one needs another chart. */
  #made = '';
  #range: TimeRange = { from: 0, to: 1 };

  constructor(target: HTMLElement, gestures: PlotGestures) {
    this.#target = target;
    this.#gestures = gestures;
  }

  /** `look` changes where the colors or the language have. */
  draw(drawing: PlotDrawing, look: string): void {
    const { curves, range, width, height } = drawing;
    if (width < 40 || height < 40) return;
    const made = JSON.stringify([look, curves.map(({ key }) => key)]);
    if (made !== this.#made) this.#make(drawing);
    this.#made = made;
    this.#range = range;
    const slices = Math.max(50, Math.round(width / 2));
    const { times, values } = alignPoints(
      curves.map(({ points }) => points.points(range.from, range.to, slices)),
    );
    const chart = this.#chart;
    if (chart && (chart.width !== width || chart.height !== height)) chart.setSize({ width, height });
    chart?.setData([[...times], ...values.map((row) => [...row])]);
  }

  /** The picture as it is, on the color of the surface, with the names above it. */
  toPicture(names: readonly { readonly text: string; readonly color: number }[]): HTMLCanvasElement {
    const source = this.#chart?.ctx.canvas ?? document.createElement('canvas');
    const ratio = UPlot.pxRatio;
    const head = 32 * ratio;
    const canvas = document.createElement('canvas');
    canvas.width = source.width + 16 * ratio;
    canvas.height = source.height + head;
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    context.fillStyle = token('--color-surface');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.font = `600 ${13 * ratio}px ${token('--font-ui')}`;
    let left = 16 * ratio;
    for (const { text, color } of names) {
      context.fillStyle = colorOf(color);
      context.fillText(text, left, 21 * ratio);
      left += context.measureText(text).width + 20 * ratio;
    }
    context.drawImage(source, 0, head);
    return canvas;
  }

  dispose(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  #make({ curves, width, height }: PlotDrawing): void {
    this.#chart?.destroy();
    const options: UPlot.Options = {
      width,
      height,
      padding: [10, 14, 0, 0],
      legend: { show: false },
      scales: { x: { time: false, range: () => [this.#range.from, this.#range.to] } },
      axes: [timeAxis(), valueAxis()],
      series: [{}, ...curves.map(curveLook)],
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false },
        points: { size: 8 },
        bind: { dblclick: () => () => (this.#gestures.fit(), null) },
      },
      hooks: {
        setSelect: [(chart) => this.#takeSelection(chart)],
        setCursor: [(chart) => this.#takeCursor(chart)],
      },
    };
    const chart = new UPlot(options, undefined, this.#target);
    chart.over.addEventListener('wheel', (event) => this.#takeWheel(event, chart.over), { passive: false });
    chart.over.addEventListener('mousedown', (event) => this.#startPan(event, chart.over), true);
    this.#chart = chart;
  }

  #takeSelection(chart: UPlot): void {
    const { left, width } = chart.select;
    if (width < 4) return;
    const [from, to] = [chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x')];
    chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.#gestures.lookAt({ from, to });
  }

  #takeCursor(chart: UPlot): void {
    const left = chart.cursor.left ?? -1;
    this.#gestures.hover(left < 0 ? undefined : chart.posToVal(left, 'x'));
  }

  #takeWheel(event: WheelEvent, over: HTMLElement): void {
    event.preventDefault();
    const { left, width } = over.getBoundingClientRect();
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const amount = event.deltaX + event.deltaY;
    if (sideways) this.#gestures.pan(amount / width);
    else this.#gestures.zoom(amount > 0 ? ZOOM_OF_WHEEL : 1 / ZOOM_OF_WHEEL, (event.clientX - left) / width);
  }

  /** Shift, or the middle button, moves the picture in place of marking a part of it. */
  #startPan(event: MouseEvent, over: HTMLElement): void {
    if (!(event.button === 1 || (event.button === 0 && event.shiftKey))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    let last = event.clientX;
    const width = over.getBoundingClientRect().width;
    const gesture = new AbortController();
    const { signal } = gesture;
    const move = ({ clientX }: MouseEvent): void => {
      this.#gestures.pan((last - clientX) / width);
      last = clientX;
    };
    window.addEventListener('mousemove', move, { signal });
    window.addEventListener('mouseup', () => gesture.abort(), { signal });
  }
}

function curveLook({ color }: PlotCurve): UPlot.Series {
  return {
    stroke: colorOf(color),
    width: 2,
    ...(isDashed(color) ? { dash: [6, 4] } : {}),
    points: { size: 5, fill: colorOf(color) },
  };
}

function colorOf(color: number): string {
  return token(colorName(color));
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axisLook(): UPlot.Axis {
  const line = { stroke: token('--plot-grid'), width: 1 };
  return {
    stroke: token('--color-text-muted'),
    font: `12px ${token('--font-ui')}`,
    grid: line,
    ticks: { ...line, size: 4 },
  };
}

function timeAxis(): UPlot.Axis {
  return {
    ...axisLook(),
    size: 28,
    gap: 4,
    space: 70,
    incrs: TIME_STEPS,
    values: (_, splits, __, ___, step) => splits.map((split) => timeLabel(split, step)),
  };
}

/** Seconds carry their unit; clocks do not need one. */
function timeLabel(seconds: number, step: number): string {
  const words = timeWords(seconds, step);
  return words.includes(':') ? words : `${words} s`;
}

function valueAxis(): UPlot.Axis {
  return {
    ...axisLook(),
    gap: 4,
    space: 26,
    size: (_, values) => Math.max(34, ...(values ?? []).map((value) => value.length * 7 + 14)),
    values: (_, splits) => splits.map(valueWords),
  };
}
