import { describe, expect, it } from 'vitest';
import {
  DAY,
  formatDuration,
  HOUR,
  MICROSECOND,
  MILLISECOND,
  MINUTE,
  parseDuration,
  SECOND,
} from './duration.ts';

describe('parseDuration', () => {
  it.each<[string, number]>([
    ['10s', 10 * SECOND],
    ['1.5 h', 1.5 * HOUR],
    ['2 min 30 s', 150 * SECOND],
    ['1h30m', 90 * MINUTE],
    [' 20ms ', 20 * MILLISECOND],
    ['3 us', 3 * MICROSECOND],
    ['3 µs', 3 * MICROSECOND],
    ['7ns', 7],
    ['2d', 2 * DAY],
    ['600', 600 * SECOND],
    ['0.1', 100 * MILLISECOND],
    ['0.3ms', 300 * MICROSECOND],
  ])('%j', (text, duration) => {
    expect(parseDuration(text)).toBe(duration);
  });

  it.each(['', ' ', 's', '10 parsecs', '5 minutes', '-5s', '1 s 2', '1,5 s', '1e3', '10 S', 'NaN', '1..5s'])(
    'refuses %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('formatDuration', () => {
  it.each<[number, string]>([
    [0, '0 ns'],
    [999, '999 ns'],
    [1500, '1.5 µs'],
    [20 * MILLISECOND, '20 ms'],
    [SECOND, '1 s'],
    [SECOND - 1, '1 s'],
    [999.6 * MILLISECOND, '999.6 ms'],
    [90 * MINUTE, '1.5 h'],
    [DAY - 1, '1 d'],
    [36 * HOUR, '1.5 d'],
    [SECOND / 3, '333.333 ms'],
    [-1500 * MILLISECOND, '-1.5 s'],
  ])('%d ns is %s', (duration, text) => {
    expect(formatDuration(duration)).toBe(text);
  });

  it('gives what parseDuration reads', () => {
    for (const duration of [7, 1500, 20 * MILLISECOND, 90 * MINUTE, 3 * DAY]) {
      expect(parseDuration(formatDuration(duration))).toBe(duration);
    }
  });
});
