/** Virtual time as a clock shows it: `0:07.250`, `12:03`, `1 d 02:10:00`. Pure. */

import { DAY, HOUR, MILLISECOND, MINUTE, type Nanoseconds, SECOND } from '#common/time/duration.ts';

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Tenths below a minute, whole seconds below an hour; days appear when there are any. */
export function virtualTimeText(time: Nanoseconds): string {
  const days = Math.floor(time / DAY);
  const hours = Math.floor((time % DAY) / HOUR);
  const minutes = Math.floor((time % HOUR) / MINUTE);
  const seconds = Math.floor((time % MINUTE) / SECOND);
  const tenths = Math.floor((time % SECOND) / (100 * MILLISECOND));
  const clock = `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}`;
  return days > 0 ? `${days} d ${clock}` : `${clock}.${tenths}`;
}
