/** A virtual duration for people: the two largest units that matter, such as `1 h 35 min` or `2.2 s`. Pure. */

import { DAY, HOUR, MINUTE, type Nanoseconds, SECOND, formatDuration } from '#common/time/duration.ts';
import { formatNumber, type MessageKey, t } from './t.ts';

const UNITS = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
] as const;

/** What `formatDuration` calls the units. */
type Unit = MessageKey extends infer Key ? (Key extends `duration.${infer Name}` ? Name : never) : never;

const DECIMALS = 3;

export function durationWords(duration: Nanoseconds): string {
  if (duration < MINUTE) {
    const [count, unit] = formatDuration(duration).split(' ');
    return inUnit(Number(count), unit as Unit);
  }
  const first = UNITS.findIndex(([size]) => duration >= size);
  let rest = duration;
  const words: string[] = [];
  for (const [size, unit] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(inUnit(count, unit));
  }
  return words.join(' ');
}

function inUnit(count: number, unit: Unit): string {
  return t(`duration.${unit}`, { value: formatNumber(count, { most: DECIMALS }) });
}
