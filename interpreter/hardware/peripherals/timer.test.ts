import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { Timers } from './timer.ts';

function createTimers() {
  const clock = new VirtualClock();
  return { clock, timers: new Timers(clock), seen: [] as number[] };
}

describe('Timers', () => {
  test('a periodic timer keeps to its grid without drift', () => {
    const { clock, timers, seen } = createTimers();
    clock.advanceTo(5);
    timers.init({ id: 1, period: 10, mode: 'periodic', callback: () => seen.push(clock.now()) });
    for (let at = 5; at <= 50; at += 7) clock.advanceTo(at);
    expect(seen).toEqual([15, 25, 35, 45]);
  });

  test('a one-shot timer runs once and is gone', () => {
    const { clock, timers, seen } = createTimers();
    timers.init({ id: 1, period: 10, mode: 'one-shot', callback: () => seen.push(clock.now()) });
    clock.advanceTo(100);
    expect(seen).toEqual([10]);
    expect(timers.isRunning(1)).toBe(false);
  });

  test('ticks missed while the callback sleeps become one, then the grid goes on', () => {
    const { clock, timers, seen } = createTimers();
    timers.init({
      id: 1,
      period: 10,
      mode: 'periodic',
      callback: () => {
        seen.push(clock.now());
        if (seen.length === 1) clock.advanceTo(45);
      },
    });
    clock.advanceTo(60);
    expect(seen).toEqual([10, 45, 50, 60]);
  });

  test('a callback may stop or restart its own timer', () => {
    const { clock, timers, seen } = createTimers();
    const callback = (): void => {
      seen.push(clock.now());
      if (seen.length === 2) timers.init({ id: 1, period: 100, mode: 'one-shot', callback });
    };
    timers.init({ id: 1, period: 10, mode: 'periodic', callback });
    clock.advanceTo(300);
    expect(seen).toEqual([10, 20, 120]);
  });

  test('a second init replaces the first; deinit ends it and is harmless twice', () => {
    const { clock, timers, seen } = createTimers();
    timers.init({ id: 1, period: 10, mode: 'periodic', callback: () => seen.push(1) });
    timers.init({ id: 1, period: 15, mode: 'periodic', callback: () => seen.push(2) });
    timers.init({ id: 2, period: 15, mode: 'periodic', callback: () => seen.push(3) });
    clock.advanceTo(20);
    timers.deinit(1);
    timers.deinit(1);
    clock.advanceTo(40);
    timers.deinitAll();
    clock.advanceTo(100);
    expect(seen).toEqual([2, 3, 3]);
  });

  test('a callback that throws does not end the timer', () => {
    const { clock, timers, seen } = createTimers();
    timers.init({
      id: 1,
      period: 10,
      mode: 'periodic',
      callback: () => {
        seen.push(clock.now());
        throw new Error('boom');
      },
    });
    expect(() => clock.advanceTo(10)).toThrow('boom');
    expect(() => clock.advanceTo(20)).toThrow('boom');
    expect(seen).toEqual([10, 20]);
  });

  test('refuses a period of nothing', () => {
    const { timers } = createTimers();
    expect(() => timers.init({ id: 1, period: 0, mode: 'periodic', callback: () => undefined })).toThrow(
      'period must be greater than 0',
    );
  });
});
