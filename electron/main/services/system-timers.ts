/** Wall time of a Node process. */

import { toDisposable } from '#common/lifecycle/disposable.ts';
import type { Timers } from '#common/time/timers.ts';

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return toDisposable(() => clearTimeout(timer));
  },
};
