/** machine.Timer: callbacks at planned virtual instants. Periodic timers keep to their grid and never drift. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { Alarm, Clock } from '../../clock/clock.ts';
import { HardwareError } from '../hardware-error.ts';

export interface TimerOptions {
  /** Any whole number; the shim maps the port's ids (such as -1 for a software timer) to distinct ones. */
  readonly id: number;
  /** ns, above 0. */
  readonly period: Nanoseconds;
  readonly mode: 'periodic' | 'one-shot';
  /** Called at each tick, at its instant. While it runs (it may sleep) its own timer waits. */
  readonly callback: () => void;
}

interface RunningTimer {
  readonly alarm: Alarm;
  due: Nanoseconds;
}

export class Timers {
  readonly #clock: Clock;
  readonly #running = new Map<number, RunningTimer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Starts a timer, in place of an earlier one with that id. Throws a ValueError for a period that is not above 0. */
  init({ id, period, mode, callback }: TimerOptions): void {
    if (!(period > 0)) throw new HardwareError('ValueError', 'period must be greater than 0');
    this.deinit(id);
    const timer: RunningTimer = {
      due: this.#clock.now() + period,
      alarm: this.#clock.createAlarm(() => {
        if (mode === 'one-shot') this.#running.delete(id);
        try {
          callback();
        } finally {
          if (mode === 'periodic' && this.#running.get(id) === timer) this.#scheduleNext(timer, period);
        }
      }),
    };
    this.#running.set(id, timer);
    timer.alarm.schedule(timer.due);
  }

  isRunning(id: number): boolean {
    return this.#running.has(id);
  }

  /** Harmless where no such timer runs. */
  deinit(id: number): void {
    this.#running.get(id)?.alarm.cancel();
    this.#running.delete(id);
  }

  deinitAll(): void {
    for (const id of [...this.#running.keys()]) this.deinit(id);
  }

  /** Ticks that passed while the callback ran become one, at once; then the timer is back on its grid. */
  #scheduleNext(timer: RunningTimer, period: Nanoseconds): void {
    const missed = Math.floor((this.#clock.now() - timer.due) / period);
    timer.due += Math.max(1, missed) * period;
    timer.alarm.schedule(timer.due);
  }
}
