import { describe, expect, it } from 'vitest';
import { Breakpoints } from './breakpoints.ts';
import { instrument } from './instrument.ts';

const PROGRAM = `"""Blinks."""
from machine import Pin

# Counts.
def count(n):
    """Down."""
    global total
    total = n
    if n:

        pass
    else:
        print(
            n,
        )
count(1)

# The end.
`;

/** Where a breakpoint on a line pauses: lines with a statement that answer to it. */
function placesOf(line: number): number[] {
  const breakpoints = new Breakpoints([line]);
  breakpoints.placeOn(instrument(PROGRAM).lines);
  return Array.from({ length: 25 }, (_, n) => n).filter((each) => breakpoints.has(each));
}

describe('a breakpoint', () => {
  it.each([
    ['a statement', 2, [2]],
    ['a docstring', 1, [2]],
    ['a comment', 4, [8]],
    ['the head of a function', 5, [8]],
    ['a condition', 9, [9]],
    ['a blank line', 10, [11]],
    ['else', 12, [13]],
    ['the inside of a statement', 14, [16]],
    ['the end of the program', 17, []],
    ['a line that there is not', 400, []],
  ])('on %s', (_, line, places) => {
    expect(placesOf(line)).toEqual(places);
  });

  it('pauses nothing in a text that the simulator cannot follow', () => {
    const breakpoints = new Breakpoints([1, 2]);
    breakpoints.placeOn(instrument('x = = 1\ny = 2\n').lines);
    expect(breakpoints.exist).toBe(false);
  });

  it('exists only where it can pause the run', () => {
    const breakpoints = new Breakpoints([9]);
    expect(breakpoints.exist).toBe(false);
    breakpoints.placeOn([1, 5]);
    expect(breakpoints.exist).toBe(false);
    breakpoints.set([2, 3]);
    expect([breakpoints.exist, breakpoints.has(5), breakpoints.has(2)]).toEqual([true, true, false]);
    breakpoints.set([]);
    expect(breakpoints.exist).toBe(false);
  });
});
