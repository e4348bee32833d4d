import { describe, expect, it } from 'vitest';
import { MICROSECOND as US, MILLISECOND as MS, SECOND } from '#common/time/duration.ts';
import { RunEnded } from './run-ended.ts';
import { COST, createRun, handler } from './testing/fake-run.ts';

describe('statements', () => {
  it('cost the board’s time', () => {
    const { run, time } = createRun();
    expect(time.now).toBe(0);
    run(1);
    expect(time.now).toBe(COST);
    run(12_344);
    expect(time.now).toBe(12_345 * COST);
  });

  it('let the host look in at least every thousand', () => {
    const { run, state } = createRun();
    run(10_000);
    expect(state.told.length).toBeGreaterThanOrEqual(10);
    expect(state.waits).toEqual([]);
  });

  it('are broken off where an alarm is due: it runs at its own instant, within one statement', () => {
    const { run, clock, time } = createRun();
    const seen: [number, number][] = [];
    for (const at of [25 * US, 30 * US, 1_234_567]) {
      clock.createAlarm(() => seen.push([clock.now(), time.now])).schedule(at);
    }
    time.settle();
    run(2);
    expect(seen).toEqual([]);
    run(1);
    expect(seen.map(([now]) => now)).toEqual([25 * US, 30 * US]);
    run(200);
    expect(seen[2]?.[0]).toBe(1_234_567);
    expect(time.now).toBe(203 * COST);
  });

  it('are stopped by an alarm that was set meanwhile', () => {
    const { run, clock, time } = createRun();
    const seen: number[] = [];
    run(5);
    time.sync();
    clock.createAlarm(() => seen.push(clock.now())).schedule(clock.now() + 3 * COST);
    time.settle();
    run(3);
    expect(seen).toEqual([8 * COST]);
  });

  it('end exactly at the limit', () => {
    const { run, clock } = createRun({ limit: 1_234_567 });
    let end: unknown;
    try {
      run(1_000_000);
    } catch (error) {
      end = error;
    }
    expect(end).toBeInstanceOf(RunEnded);
    expect((end as RunEnded).end).toBe('time-limit');
    expect(clock.now()).toBe(1_234_567);
  });
});

describe('sleep', () => {
  it('jumps, and alarms on the way run at their instants', () => {
    const { time, clock, state } = createRun();
    const seen: number[] = [];
    const alarm = clock.createAlarm(() => {
      seen.push(clock.now());
      if (seen.length < 4) alarm.schedule(clock.now() + SECOND);
    });
    alarm.schedule(SECOND);
    time.sleepUntil(2.5 * SECOND);
    expect(time.now).toBe(2.5 * SECOND);
    expect(seen).toEqual([SECOND, 2 * SECOND]);
    expect(state.waits).toEqual([]);
  });

  it('does not go past the limit', () => {
    const { time, clock } = createRun({ limit: 3 * SECOND });
    expect(() => time.sleepUntil(10 * SECOND)).toThrow(RunEnded);
    expect(clock.now()).toBe(3 * SECOND);
  });

  it('runs interrupt handlers, one after another, and one may sleep', () => {
    const { time, clock, interrupts } = createRun();
    const seen: string[] = [];
    clock
      .createAlarm(() => {
        interrupts.queue(
          handler(() => {
            seen.push(`a ${clock.now() / MS}`);
            time.sleepUntil(clock.now() + 50 * MS);
            seen.push(`b ${clock.now() / MS}`);
          }),
          undefined,
          'pin 1',
        );
        interrupts.queue(
          handler(() => seen.push(`c ${clock.now() / MS}`)),
          undefined,
          'pin 2',
        );
      })
      .schedule(10 * MS);
    time.sleepUntil(20 * MS);
    expect(seen).toEqual(['a 10', 'b 60', 'c 60']);
    expect(time.now).toBe(60 * MS);
  });

  it('until an interrupt ends where a handler has run', () => {
    const { time, clock, interrupts } = createRun();
    clock.createAlarm(() => undefined).schedule(5 * MS);
    clock
      .createAlarm(() =>
        interrupts.queue(
          handler(() => undefined),
          undefined,
          'pin 1',
        ),
      )
      .schedule(30 * MS);
    time.sleepUntilInterrupt(SECOND);
    expect(time.now).toBe(30 * MS);
    time.sleepUntilInterrupt(SECOND);
    expect(time.now).toBe(SECOND);
  });
});

describe('paced time', () => {
  it.each([
    [1, 1000],
    [10, 100],
    [100, 10],
    [0.1, 10_000],
  ])('at speed %d sleeps a virtual second in %d ms', (speed, wanted) => {
    const { time, waited, state } = createRun({ speed });
    time.sleepUntil(SECOND);
    expect(time.now).toBe(SECOND);
    expect(Math.abs(waited() - wanted)).toBeLessThanOrEqual(4);
    expect(Math.max(...state.waits)).toBeLessThanOrEqual(200);
    expect(state.flushes).toBe(state.waits.length);
  });

  it.each([
    [1, 1000],
    [10, 100],
    [0.1, 10_000],
  ])('at speed %d computes for a virtual second in %d ms', (speed, wanted) => {
    const { run, state } = createRun({ speed });
    state.statementTakes = 0.0001;
    run(SECOND / COST);
    expect(Math.abs(state.wall - 5000 - wanted)).toBeLessThanOrEqual(9);
  });

  it('gives up catching up where the program is too slow', () => {
    const { run, time, state, waited } = createRun({ speed: 1 });
    state.statementTakes = 0.1;
    run(10_000);
    expect(waited()).toBe(0);
    // 900 ms behind: what comes next is still paced.
    state.statementTakes = 0;
    time.sleepUntil(time.now + SECOND);
    expect(waited()).toBeGreaterThan(940);
    expect(waited()).toBeLessThanOrEqual(1004);
  });

  it('follows a new speed from where it is', () => {
    const { time, state, waited } = createRun({ speed: 1 });
    state.onWait = () => {
      if (waited() < 400 || state.speed === 10) return;
      state.speed = 10;
      state.news = true;
    };
    time.sleepUntil(SECOND);
    expect(waited()).toBeGreaterThan(400 + 55);
    expect(waited()).toBeLessThanOrEqual(400 + 62);
    state.onWait = () => undefined;
    state.speed = 'max';
    state.news = true;
    time.sleepUntil(100 * SECOND);
    expect(waited()).toBeLessThan(900);
  });

  it('applies an input at the instant that wall time has reached', () => {
    const { time, clock, state } = createRun({ speed: 1 });
    const seen: number[] = [];
    state.onInput = () => seen.push(clock.now());
    state.onWait = () => {
      if (state.waits.length !== 2) return;
      // It comes in the middle of a wait, which it ends.
      state.wall -= 77;
      state.inputs.push({ kind: 'control', part: 'btn', control: 'pressed', value: true });
      state.news = true;
    };
    time.sleepUntil(SECOND);
    expect(seen).toEqual([323 * MS]);
    expect(time.now).toBe(SECOND);
  });
});

describe('pause', () => {
  it('stands still until resumed, and time then goes on from there', () => {
    const { time, clock, state, waited } = createRun({ speed: 1 });
    const during: number[] = [];
    state.onWait = () => {
      if (state.waits.length === 1) {
        state.paused = true;
        state.news = true;
      } else if (state.paused) {
        during.push(clock.now());
        if (during.length === 5) {
          state.paused = false;
          state.news = true;
        }
      }
    };
    time.sleepUntil(SECOND);
    expect(state.pausedTold).toEqual([1, 'resumed']);
    expect(new Set(during).size).toBe(1);
    expect(waited()).toBeGreaterThan(1990);
    expect(waited()).toBeLessThanOrEqual(2004);
  });

  it('is ended by stop', () => {
    const { run, state } = createRun();
    state.paused = true;
    state.news = true;
    state.onWait = () => {
      state.stopRequested = true;
      state.news = true;
    };
    run(1000);
    expect(state.pausedTold).toEqual([1, 'resumed']);
    expect(state.interrupted).toBe(1);
  });
});

describe('stop', () => {
  it('interrupts once, and ends by force after its grace', () => {
    const { run, state, time } = createRun();
    run(100);
    state.stopRequested = true;
    state.news = true;
    run(5000);
    expect(state.interrupted).toBe(1);
    expect(time.wasInterrupted).toBe(true);
    state.wall += 24;
    run(2000);
    state.wall += 5;
    expect(() => run(2000)).toThrow(RunEnded);
    expect(state.interrupted).toBe(1);
  });

  it('does not pace a clean-up', () => {
    const { time, state, waited } = createRun({ speed: 1 });
    state.stopRequested = true;
    state.news = true;
    time.sleepUntil(MS);
    time.sleepUntil(SECOND);
    expect(state.interrupted).toBe(1);
    expect(waited()).toBe(0);
  });
});

describe('waiting for input', () => {
  it('stands still at full speed and moves when paced', () => {
    for (const [speed, expected] of [
      ['max', 0],
      [1, 600 * MS],
    ] as const) {
      const { time, state } = createRun({ speed });
      let isThere = false;
      state.onWait = () => {
        if (state.wall >= 5600) isThere = true;
      };
      time.waitFor(() => isThere);
      expect(Math.abs(time.now - expected)).toBeLessThanOrEqual(8 * MS);
    }
  });

  it('lets alarms run meanwhile when paced', () => {
    const { time, clock, state } = createRun({ speed: 10 });
    const seen: number[] = [];
    clock.createAlarm(() => seen.push(clock.now())).schedule(SECOND);
    time.waitFor(() => state.wall >= 5200);
    expect(seen).toEqual([SECOND]);
  });
});

describe('an interrupt handler', () => {
  it('that fails is reported, and the program goes on', () => {
    const { time, clock, interrupts, errors } = createRun();
    const error = Object.assign(new Error('ValueError: x'), { name: 'PythonError', type: 'ValueError' });
    clock
      .createAlarm(() =>
        interrupts.queue(
          handler(() => {
            throw error;
          }),
          undefined,
          'timer 1',
        ),
      )
      .schedule(MS);
    time.sleepUntil(2 * MS);
    expect(errors).toEqual(['Uncaught exception in IRQ callback handler\nValueError: x']);
  });

  it('that is interrupted passes the interrupt on to the program', () => {
    const { time, clock, interrupts, state, errors } = createRun();
    const error = Object.assign(new Error('KeyboardInterrupt: '), {
      name: 'PythonError',
      type: 'KeyboardInterrupt',
    });
    clock
      .createAlarm(() =>
        interrupts.queue(
          handler(() => {
            throw error;
          }),
          undefined,
          'timer 1',
        ),
      )
      .schedule(MS);
    time.sleepUntil(2 * MS);
    expect([state.interrupted, errors]).toEqual([1, []]);
  });

  it('that is missed many times is told of, a timer’s runs once', () => {
    const { time, clock, interrupts, errors } = createRun();
    let calls = 0;
    clock
      .createAlarm(() => {
        for (let i = 0; i < 100; i++)
          interrupts.queueOnce(
            handler(() => (calls += 1)),
            undefined,
            'timer 1',
          );
        for (let i = 0; i < 100; i++)
          interrupts.queue(
            handler(() => (calls += 1000)),
            undefined,
            'pin 1',
          );
      })
      .schedule(MS);
    time.sleepUntil(2 * MS);
    expect(calls).toBe(63_001);
    expect(new Set(errors)).toEqual(new Set(['overflow']));
  });
});
