/** Puts times and findings into words, and fills `{measured}`, `{wanted}`, `{time}` and signals into an author's message. */

import { DAY, HOUR, MINUTE, type Nanoseconds, SECOND, formatDuration } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import { type Bench, isTrouble } from './bench.ts';
import { type Signal, parseSignal, showValue, valueAt } from './signal.ts';

const UNITS: readonly (readonly [Nanoseconds, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/** A time in its two largest units, `1 h 11 min`; below a minute as precise as it needs to be, `0.52 s`. */
export function sayTime(time: Nanoseconds): string {
  if (time === 0) return '0 s';
  if (time < MINUTE) return formatDuration(Math.round(time / 1e6) * 1e6 || time);
  const first = UNITS.findIndex(([size]) => time >= size);
  const [size, unit] = UNITS[first] ?? [SECOND, 's'];
  const [nextSize, nextUnit] = UNITS[first + 1] ?? [SECOND, 's'];
  const rest = Math.floor((time % size) / nextSize);
  return `${Math.floor(time / size)} ${unit}${rest > 0 ? ` ${rest} ${nextUnit}` : ''}`;
}

/** `once`, `3 times`. */
export function sayTimes(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Words that every message may hold besides signals. */
const WORDS = ['measured', 'wanted', 'time'] as const;

export interface Message {
  fill(values: Readonly<Record<(typeof WORDS)[number], string>>, evidence: Evidence, at: Nanoseconds): string;
}

/** Reads a message; names in braces that are neither words nor signals are reported through `complain`. */
export function parseMessage(
  text: string,
  bench: Bench,
  complain: (message: string, fix: string) => void,
): Message {
  const signals = new Map<string, Signal>();
  for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (WORDS.some((word) => word === name)) continue;
    const signal = parseSignal(name, bench);
    if (isTrouble(signal))
      complain(
        `\`{${name}}\` stands for nothing. ${signal.trouble}`,
        'Use {measured}, {wanted}, {time} or a signal.',
      );
    else signals.set(name, signal);
  }
  return {
    fill(values, evidence, at) {
      return text.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
        const word = WORDS.find((known) => known === name);
        if (word) return values[word];
        const signal = signals.get(name);
        return signal ? showValue(signal, valueAt(signal.read(evidence), at)) : whole;
      });
    },
  };
}
