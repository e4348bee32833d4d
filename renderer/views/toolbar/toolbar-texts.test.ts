import { describe, expect, it } from 'vitest';
import { SPEEDS, speedKey, speedLabel, speedOf } from './speeds.ts';
import { virtualTimeText } from './virtual-time-text.ts';

describe('virtualTimeText', () => {
  it.each([
    [0, '00:00:00.0'],
    [7.25e9, '00:00:07.2'],
    [3_723e9, '01:02:03.0'],
    [93_784e9, '1 d 02:03:04'],
  ])('%d ns', (time, text) => {
    expect(virtualTimeText(time)).toBe(text);
  });
});

describe('speeds', () => {
  it('come back from their keys, from a tenth to as fast as possible', () => {
    expect(SPEEDS.map((speed) => speedOf(speedKey(speed)))).toEqual(SPEEDS);
    expect([SPEEDS[0], SPEEDS.at(-2), SPEEDS.at(-1)]).toEqual([0.1, 100, 'max']);
  });

  it('fall back to real time', () => {
    expect(speedOf('fast')).toBe(1);
    expect([speedLabel(0.25), speedLabel('max')]).toEqual(['0.25×', 'Max']);
  });
});
