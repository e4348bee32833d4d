/** A virtual duration for people: the two largest units that matter, such as `1 h 35 min` or `2.2 s`. Pure. */

import { DAY, HOUR, MINUTE, type Nanoseconds, SECOND, formatDuration } from '#common/time/duration.ts';

const UNITS: readonly (readonly [Nanoseconds, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

export function durationWords(duration: Nanoseconds): string {
  if (duration < MINUTE) return formatDuration(duration);
  const first = UNITS.findIndex(([size]) => duration >= size);
  let rest = duration;
  const words: string[] = [];
  for (const [size, unit] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}`);
  }
  return words.join(' ');
}
