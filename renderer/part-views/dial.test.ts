import { describe, expect, it } from 'vitest';
import { dialShare } from './dial.ts';

describe('dialShare', () => {
  it('is half way when the pointer is above the middle', () => {
    expect(dialShare(0, -10)).toBeCloseTo(0.5);
  });

  it('grows clockwise', () => {
    expect(dialShare(-10, 0)).toBeCloseTo(1 / 6);
    expect(dialShare(10, 0)).toBeCloseTo(5 / 6);
  });

  it('stops at both ends, below the knob', () => {
    expect(dialShare(-1, 10)).toBe(0);
    expect(dialShare(1, 10)).toBe(1);
  });
});
