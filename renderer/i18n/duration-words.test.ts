import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#common/time/duration.ts';
import { durationWords } from './duration-words.ts';

describe('durationWords', () => {
  it.each([
    [2.2 * SECOND, '2.2 s'],
    [45 * MINUTE, '45 min'],
    [95 * MINUTE + 20 * SECOND, '1 h 35 min'],
    [MINUTE + 5 * SECOND, '1 min 5 s'],
    [3 * DAY + 40 * MINUTE, '3 d'],
    [DAY + 19 * HOUR + 15 * MINUTE, '1 d 19 h'],
  ])('%d ns is %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words);
  });
});
