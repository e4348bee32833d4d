import { describe, expect, it } from 'vitest';
import { plotCsv } from './plot-csv.ts';
import { MOST_CURVES, POINTS_PER_CURVE, PlotState } from './plot-state.svelte.ts';

const SECOND = 1e9;

/** A plot of these lines, one a second. */
function plot(...lines: string[]): PlotState {
  const state = new PlotState();
  lines.forEach((line, index) => state.take({ at: index * SECOND, text: `${line}\r\n` }));
  state.publish();
  return state;
}

const counting = (count: number): string[] => Array.from({ length: count }, (_, i) => `n: ${i}`);

describe('PlotState', () => {
  it('has a curve for each name, in order of appearance', () => {
    const { curves } = plot('temp: 1', 'light: 5, temp: 2', 'hello');
    expect(curves.map(({ key, color, points }) => [key, color, points.length])).toEqual([
      ['temp', 0, 2],
      ['light', 1, 1],
    ]);
  });

  it('shows nothing before it is published, and says once that something is new', () => {
    const state = plot('a: 1');
    const before = state.revision;
    state.take({ at: 5, text: 'b: 1\na: 2\n' });
    expect([state.curves.length, state.revision]).toEqual([1, before]);
    state.publish();
    state.publish();
    expect([state.curves.length, state.revision]).toEqual([2, before + 1]);
  });

  it('begins a curve with its first number', () => {
    expect(plot('t: nan', 't: None').isEmpty).toBe(true);
    expect(plot('t: nan', 't: 3', 't: nan').curves[0]?.points.length).toBe(2);
  });

  it('says so where there are too many names, and draws the first ones', () => {
    const state = plot(...Array.from({ length: MOST_CURVES + 1 }, (_, i) => `v${i}: 1`));
    expect([state.curves.length, state.tooMany]).toEqual([MOST_CURVES, true]);
    expect(plot('a: 1').tooMany).toBe(false);
  });

  it('forgets the oldest points of a long run', () => {
    const state = plot(...counting(POINTS_PER_CURVE + 10));
    expect(state.extent).toEqual({ from: 10, to: POINTS_PER_CURVE + 9 });
  });

  it('follows the newest points in a window of time', () => {
    const state = plot(...counting(101));
    expect(state.range).toEqual({ from: 0, to: 100 });
    state.setWindow(30);
    expect(state.range).toEqual({ from: 70, to: 100 });
  });

  it('holds what is looked at while points go on arriving, and jumps to now', () => {
    const state = plot(...counting(101));
    state.setWindow(10);
    state.pause();
    state.take({ at: 200 * SECOND, text: 'n: 1\n' });
    state.publish();
    expect(state.range).toEqual({ from: 90, to: 100 });
    expect(state.extent?.to).toBe(200);
    state.resume();
    expect(state.range).toEqual({ from: 190, to: 200 });
  });

  it('zooms and pans inside what there is', () => {
    const state = plot(...counting(101));
    state.zoom(0.5);
    expect(state.pinned).toEqual({ from: 25, to: 75 });
    state.pan(0.5);
    expect(state.pinned).toEqual({ from: 50, to: 100 });
    state.pan(0.5);
    expect(state.pinned).toEqual({ from: 50, to: 100 });
    state.zoom(0.5, 0);
    expect(state.pinned).toEqual({ from: 50, to: 75 });
    state.zoom(100);
    expect(state.pinned).toEqual({ from: 0, to: 100 });
    state.fit();
    expect([state.pinned, state.window]).toEqual([undefined, 'all']);
  });

  it('gives room to a single instant', () => {
    expect(plot('a: 1').range).toEqual({ from: -0.5, to: 0.5 });
    expect(plot('hello').range).toBeUndefined();
  });

  it('hides curves and shows them again', () => {
    const state = plot('a: 1, b: 2');
    state.toggle('a');
    expect(state.visible.map(({ key }) => key)).toEqual(['b']);
    state.toggle('a');
    expect(state.visible.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('forgets everything for a new run but the length of the window', () => {
    const state = plot('a,b', '1,2');
    state.setWindow(30);
    state.toggle('a');
    state.pause();
    state.clear();
    state.take({ at: 0, text: '1,2\n' });
    state.publish();
    expect(state.curves.map(({ key }) => key)).toEqual([1, 2]);
    expect([state.window, state.pinned, state.hidden.size]).toEqual([30, undefined, 0]);
  });
});

describe('plotCsv', () => {
  const table = (...lines: string[]): string =>
    plotCsv(
      'time',
      plot(...lines).curves.map(({ key, points }) => ({ name: String(key), points })),
    );

  it('has a row for each time and a column for each curve', () => {
    expect(table('a: 1', 'b: 2.5', 'a: nan, b: 3')).toBe('\uFEFFtime,a,b\r\n0,1,\r\n1,,2.5\r\n2,,3\r\n');
  });

  it('keeps names from becoming columns or formulas', () => {
    expect(table('{"a \'x, y": 1, "=1+1": 2}')).toContain('"a \'x, y",\'=1+1');
  });
});
