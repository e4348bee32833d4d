import { describe, expect, it } from 'vitest';
import { alignPoints, PlotSeries } from './plot-series.ts';

function series(values: readonly number[], { capacity = 20_000, step = 1 } = {}): PlotSeries {
  const made = new PlotSeries(capacity);
  values.forEach((value, index) => made.push(index * step, value));
  return made;
}

const wave = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(i / 50));

describe('PlotSeries', () => {
  it('keeps the newest points only', () => {
    const made = series(wave(1500), { capacity: 1000 });
    expect([made.length, made.firstTime, made.lastTime]).toEqual([1000, 500, 1499]);
    expect(made.value(0)).toBe(Math.sin(10));
    expect(made.value(999)).toBe(Math.sin(1499 / 50));
  });

  it('lets no time go back', () => {
    const made = new PlotSeries(10);
    made.push(5, 1);
    made.push(3, 2);
    expect([made.time(0), made.time(1)]).toEqual([5, 5]);
  });

  it('answers the value in force at a time', () => {
    const made = series([10, 20, 30]);
    expect([-1, 0, 0.9, 1, 99].map((time) => made.valueAt(time))).toEqual([undefined, 10, 10, 20, 30]);
    made.push(2, 31);
    expect(made.valueAt(2)).toBe(31);
    expect(new PlotSeries(3).valueAt(0)).toBeUndefined();
  });

  it('gives all points of a range and a neighbor on each side', () => {
    expect(series([0, 1, 2, 3, 4, 5]).points(2, 3, 100).times).toEqual([1, 2, 3, 4]);
    expect(series([0, 1, 2]).points(-5, 50, 100).times).toEqual([0, 1, 2]);
    expect(series([0, 1, 2]).points(1.2, 1.4, 100).times).toEqual([1, 2]);
    expect(new PlotSeries(3).points(0, 1, 100).times).toEqual([]);
  });

  it('gives the newest points up to a time', () => {
    const made = series([10, 11, 12, NaN, 14]);
    expect(made.newest(3.5, 2)).toEqual({ times: [2, 3], values: [12, null] });
    expect(made.newest(99, 50).times).toEqual([0, 1, 2, 3, 4]);
    expect(made.newest(-1, 5).times).toEqual([]);
  });

  it('thins many points out, but loses no peak', () => {
    const values = wave(20_000);
    values[12_345] = 77;
    values[12_346] = -77;
    const { times, values: drawn } = series(values).points(0, 20_000, 500);
    expect(times.length).toBeLessThanOrEqual(2010);
    expect(drawn).toContain(77);
    expect(drawn).toContain(-77);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('draws the same points of the past when new ones arrive', () => {
    const made = series(wave(10_000));
    const before = made.points(4000, 8000, 100);
    made.push(10_000, 5);
    expect(made.points(4000, 8000, 100)).toEqual(before);
  });

  it('keeps gaps, also when it thins out', () => {
    expect(series([1, NaN, 3]).points(0, 2, 100).values).toEqual([1, null, 3]);
    const values = wave(20_000);
    values[5_000] = NaN;
    expect(series(values).points(0, 20_000, 500).values).toContain(null);
    expect(series([NaN, 4, 1, 9]).points(0, 3, 100).values).toEqual([null, 4, 1, 9]);
  });
});

describe('alignPoints', () => {
  it('puts curves over one row of times', () => {
    const aligned = alignPoints([
      { times: [0, 1, 3], values: [10, null, 30] },
      { times: [1, 2], values: [1, 2] },
    ]);
    expect(aligned).toEqual({
      times: [0, 1, 2, 3],
      values: [
        [10, null, undefined, 30],
        [undefined, 1, 2, undefined],
      ],
    });
  });

  it('is empty without curves', () => {
    expect(alignPoints([])).toEqual({ times: [], values: [] });
  });
});
