import { describe, expect, it } from 'vitest';
import { PlotState } from '../../state/plot-state.svelte.ts';
import { summaryOf, timeWords, valueWords, windowWords } from './plot-words.ts';

describe('valueWords', () => {
  it.each([
    [0, '0'],
    [21.456789, '21.46'],
    [-21.456789, '-21.46'],
    [123456, '123456'],
    [1023.7, '1024'],
    [0.012345, '0.01235'],
    [3.3, '3.3'],
    [1.5e12, '1.50e+12'],
    [2e-7, '2.00e-7'],
    [NaN, '–'],
    [undefined, '–'],
  ])('%s is %s', (value, words) => {
    expect(valueWords(value)).toBe(words);
  });
});

describe('timeWords', () => {
  it.each([
    [0, 1, '0'],
    [2.5, 0.5, '2.5'],
    [0.0015, 0.0005, '0.0015'],
    [100, 10, '100'],
    [90, 30, '1:30'],
    [600, 60, '10:00'],
    [3600, 900, '1:00 h'],
    [3725, 5, '1:02:05'],
    [90_000, 3600, '25:00 h'],
  ])('%s s in steps of %s is %s', (seconds, step, words) => {
    expect(timeWords(seconds, step)).toBe(words);
  });
});

it('names lengths of time', () => {
  expect([windowWords('all'), windowWords(30), windowWords(3600)]).toEqual(['Everything', '30 s', '1 h']);
});

it('tells the picture in words, without the curves that are hidden', () => {
  const plot = new PlotState();
  plot.take({ at: 0, text: 'temp: 20, light: 5\n' });
  plot.take({ at: 90e9, text: 'temp: 25, 3\ntemp: 22\n' });
  plot.publish();
  plot.toggle('light');
  expect(summaryOf(plot)).toBe('From 0 s to 1 min 30 s: temp is 22, lowest 20, highest 25.');
});
