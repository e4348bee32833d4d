import { describe, expect, test } from 'vitest';
import { createRandom } from '#common/random/random.ts';
import { VirtualClock } from './virtual-clock.ts';

describe('VirtualClock', () => {
  test('runs alarms by due time, then in the order of scheduling, each at its own instant', () => {
    const clock = new VirtualClock();
    const seen: string[] = [];
    const plan = (name: string, at: number) =>
      clock.createAlarm(() => seen.push(`${name}@${clock.now()}`)).schedule(at);
    plan('late', 30);
    plan('first', 10);
    plan('second', 10);
    plan('never', 31);
    clock.advanceTo(30);
    expect(seen).toEqual(['first@10', 'second@10', 'late@30']);
    expect(clock.now()).toBe(30);
    expect(clock.nextDue()).toBe(31);
  });

  test('an alarm may schedule another at the same instant, and itself again', () => {
    const clock = new VirtualClock();
    const seen: number[] = [];
    const twin = clock.createAlarm(() => seen.push(-clock.now()));
    const periodic = clock.createAlarm(() => {
      seen.push(clock.now());
      twin.schedule(clock.now());
      periodic.schedule(clock.now() + 10);
    });
    periodic.schedule(10);
    clock.advanceTo(25);
    expect(seen).toEqual([10, -10, 20, -20]);
    expect(clock.nextDue()).toBe(30);
  });

  test('schedule replaces the earlier instant; cancel forgets it', () => {
    const clock = new VirtualClock();
    let calls = 0;
    const alarm = clock.createAlarm(() => calls++);
    alarm.schedule(10);
    alarm.schedule(50);
    clock.advanceTo(20);
    expect(calls).toBe(0);
    alarm.cancel();
    alarm.cancel();
    clock.advanceTo(100);
    expect(calls).toBe(0);
    expect(clock.nextDue()).toBeUndefined();
  });

  test('time never runs backwards, and an instant in the past is due at once', () => {
    const clock = new VirtualClock();
    clock.advanceTo(100);
    const seen: number[] = [];
    clock.createAlarm(() => seen.push(clock.now())).schedule(40);
    expect(clock.nextDue()).toBe(100);
    clock.advanceTo(50);
    expect(seen).toEqual([100]);
    expect(clock.now()).toBe(100);
  });

  test('a handler that sleeps moves time on; the outer advance continues from there', () => {
    const clock = new VirtualClock();
    const seen: string[] = [];
    clock
      .createAlarm(() => {
        seen.push(`sleeper starts ${clock.now()}`);
        clock.advanceTo(60);
        seen.push(`sleeper ends ${clock.now()}`);
      })
      .schedule(10);
    clock.createAlarm(() => seen.push(`tick ${clock.now()}`)).schedule(20);
    clock.createAlarm(() => seen.push(`last ${clock.now()}`)).schedule(70);
    clock.advanceTo(40);
    expect(seen).toEqual(['sleeper starts 10', 'tick 20', 'sleeper ends 60']);
    expect(clock.now()).toBe(60);
    clock.advanceTo(70);
    expect(seen.at(-1)).toBe('last 70');
  });

  test('an alarm that throws leaves the clock usable', () => {
    const clock = new VirtualClock();
    clock
      .createAlarm(() => {
        throw new Error('boom');
      })
      .schedule(5);
    let ran = 0;
    clock.createAlarm(() => ran++).schedule(6);
    expect(() => clock.advanceTo(10)).toThrow('boom');
    clock.advanceTo(10);
    expect(ran).toBe(1);
  });

  test('refuses an instant that is not a number', () => {
    expect(() => new VirtualClock().createAlarm(() => undefined).schedule(NaN)).toThrow(RangeError);
  });

  test('agrees with a sorted list under a thousand random schedules and cancels', () => {
    const random = createRandom(7);
    const clock = new VirtualClock();
    const due = new Map<number, { at: number; order: number }>();
    const seen: number[] = [];
    const alarms = Array.from({ length: 100 }, (_, id) => clock.createAlarm(() => seen.push(id)));
    for (let order = 0; order < 1000; order++) {
      const id = random.integer(0, 99);
      if (random.next() < 0.2) {
        alarms[id]?.cancel();
        due.delete(id);
      } else {
        const at = random.integer(0, 200);
        alarms[id]?.schedule(at);
        due.set(id, { at, order });
      }
    }
    const wanted = [...due].sort(([, a], [, b]) => a.at - b.at || a.order - b.order).map(([id]) => id);
    clock.advanceTo(1000);
    expect(seen).toEqual(wanted);
  });
});
