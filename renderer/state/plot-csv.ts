/** The points of a plotter as a table for a spreadsheet: one row a time, one column a curve. Pure. */

import type { PlotSeries } from './plot-series.ts';

export interface CsvColumn {
  readonly name: string;
  readonly points: PlotSeries;
}

/** RFC 4180 with a byte order mark, which spreadsheets want for letters beyond ASCII. `timeName` heads the first column. */
export function plotCsv(timeName: string, columns: readonly CsvColumn[]): string {
  const rows = new Map<number, string[]>();
  columns.forEach(({ points }, column) => {
    for (let i = 0; i < points.length; i++) {
      const time = points.time(i);
      const row = rows.get(time) ?? new Array<string>(columns.length).fill('');
      const value = points.value(i);
      row[column] = Number.isNaN(value) ? '' : String(value);
      rows.set(time, row);
    }
  });
  const body = [...rows].sort(([a], [b]) => a - b).map(([time, row]) => [seconds(time), ...row].join(','));
  const head = [timeName, ...columns.map(({ name }) => name)].map(quoted).join(',');
  return `\uFEFF${[head, ...body].join('\r\n')}\r\n`;
}

/** To the nanosecond, without the noise of a double. */
function seconds(time: number): string {
  return String(Number(time.toFixed(9)));
}

/** A name that a spreadsheet would compute is made text. */
function quoted(name: string): string {
  const text = /^[=+\-@\t]/.test(name) ? `'${name}` : name;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
