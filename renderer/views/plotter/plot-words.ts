/** How the plotter says names, values and times. Pure but for the language in force. */

import { SECOND } from '#common/time/duration.ts';
import { durationWords } from '../../i18n/duration-words.ts';
import { formatNumber, t } from '../../i18n/t.ts';
import type { PlotCurve, PlotState, PlotWindow, TimeRange } from '../../state/plot-state.svelte.ts';

/** Newest seconds that can be chosen. */
export const WINDOWS: readonly PlotWindow[] = ['all', 10, 30, 60, 300, 3600, 86_400];

export function curveName({ key }: Pick<PlotCurve, 'key'>): string {
  return typeof key === 'string' ? key : t('plotter.unnamed', { number: String(key) });
}

export function windowWords(window: PlotWindow): string {
  return window === 'all' ? t('plotter.windowAll') : durationWords(window * SECOND);
}

/** Four digits that mean something; nothing is lost of whole numbers. */
export function valueWords(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return value.toExponential(2);
  const most = size === 0 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(size)));
  return formatNumber(value, { most: Math.min(most, 7) });
}

/** A time on the axis: seconds with the decimals that `step` needs, or hours, minutes and seconds where it is a minute or more. */
export function timeWords(seconds: number, step: number): string {
  if (step < 15 && Math.abs(seconds) < 120)
    return formatNumber(seconds, { most: Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) });
  const whole = Math.abs(Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : step >= 60 ? parts.slice(0, 2) : parts;
  const text = shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')));
  const unit = shown.length === 2 && parts[0] !== 0 ? ' h' : '';
  return `${seconds < 0 ? '-' : ''}${text.join(':')}${unit}`;
}

/** The picture in words. */
export function summaryOf(plot: PlotState): string {
  const { range } = plot;
  if (!range || plot.visible.length === 0) return '';
  const words = plot.visible.map((curve) => curveSummary(curve, range));
  const times = { from: instantWords(range.from), to: instantWords(range.to) };
  return [t('plotter.summaryTime', times), ...words].join(' ');
}

function instantWords(seconds: number): string {
  if (seconds >= 60) return durationWords(Math.round(seconds) * SECOND);
  return t('duration.s', { value: formatNumber(seconds, { most: 2 }) });
}

function curveSummary(curve: PlotCurve, { from, to }: TimeRange): string {
  const values = [...curve.points.points(from, to, 500).values].filter((value) => value !== null);
  return t('plotter.summary', {
    name: curveName(curve),
    now: valueWords(curve.points.valueAt(to)),
    low: valueWords(Math.min(...values)),
    high: valueWords(Math.max(...values)),
  });
}
