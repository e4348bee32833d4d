import { describe, expect, it } from 'vitest';
import { COST, createRun } from './testing/fake-run.ts';

describe('a breakpoint', () => {
  /** A program of so many lines, over and over, with a breakpoint on line 3. */
  function loop() {
    const made = createRun();
    const { breakpoints, program, run, state } = made;
    breakpoints.placeOn([1, 2, 3, 4]);
    breakpoints.set([3]);
    state.onWait = () => {
      state.paused = false;
      state.news = true;
    };
    // The first statements were granted before there was a breakpoint.
    run(1000);
    const rounds = (count: number): void => {
      for (let i = 0; i < 4 * count; i++) {
        program.line = (i % 4) + 1;
        run(1);
      }
    };
    return { ...made, rounds };
  }

  it('pauses at its line in every round, with everything flushed, and time stands still', () => {
    const { rounds, state, time, clock } = loop();
    const before = time.now;
    const instants: number[] = [];
    const { onWait } = state;
    state.onWait = () => {
      instants.push(clock.now());
      onWait();
    };
    rounds(3);
    expect(state.pausedTold).toEqual([3, 'resumed', 3, 'resumed', 3, 'resumed']);
    expect(state.flushes).toBe(3);
    expect(instants).toEqual([3, 7, 11].map((statements) => before + statements * COST));
    expect(time.now).toBe(before + 12 * COST);
  });

  it('can be taken away, set and left behind while the program is paused', () => {
    const { rounds, state, breakpoints } = loop();
    const { onWait } = state;
    state.onInput = (input) => input.kind === 'breakpoints' && breakpoints.set(input.lines);
    state.onWait = () => {
      state.inputs.push({ kind: 'breakpoints', lines: state.pausedTold.length === 1 ? [1, 4] : [] });
      onWait();
    };
    rounds(2);
    expect(state.pausedTold).toEqual([3, 'resumed', 4, 'resumed']);
  });

  it('does not hold up a program that is being stopped', () => {
    const { rounds, state } = loop();
    state.onWait = () => {
      state.stopRequested = true;
      state.news = true;
    };
    rounds(3);
    expect(state.pausedTold).toEqual([3, 'resumed']);
    expect(state.interrupted).toBe(1);
  });

  it('lets the statements be as cheap as ever once it is gone', () => {
    const { rounds, state, breakpoints, run } = loop();
    rounds(1);
    breakpoints.set([]);
    const { length } = state.told;
    run(10_001);
    expect(state.told.length - length).toBe(11);
  });
});
