/** `output`: what the program printed. Whole lines, not single characters, are judged. */

import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Bench } from '../bench.ts';
import type { Fields } from '../fields.ts';
import { type CheckKind, type Finding, type Judge, readSignal } from './check-kind.ts';
import { type PrintedLine, printedLines, printedReadings } from './printed.ts';
import { type Signal, showValue, valueAt } from '../signal.ts';
import { sayTime, sayTimes } from '../words.ts';

/** More numbers than this at one moment are a guess, not a reading. */
const MOST_NUMBERS = 6;

interface Count {
  readonly least: number;
  readonly most: number;
}

export const OUTPUT: CheckKind = {
  name: 'output',
  judges: 'behavior',
  needsMessage: true,
  read(fields, bench) {
    const count = readCount(fields);
    const ways = ['contains', 'matches', 'shows'].filter((way) => fields.has(way));
    if (ways.length !== 1) {
      const message =
        ways.length === 0
          ? 'This check does not say what is to be printed.'
          : 'This check wants several things at once.';
      fields.problem('bad-output', message, 'Write one of `contains`, `matches` or `shows`.');
      return undefined;
    }
    if (ways[0] === 'shows') return readShows(fields, bench, count);
    return ways[0] === 'contains' ? readContains(fields, count) : readMatches(fields, count);
  },
};

function readCount(fields: Fields): Count {
  const exact = fields.number('count');
  return {
    least: exact ?? fields.number('at-least') ?? 1,
    most: exact ?? fields.number('at-most') ?? Infinity,
  };
}

function readContains(fields: Fields, count: Count): Judge | undefined {
  const text = fields.requiredText('contains');
  return text ? countLines((line) => line.text.includes(text), `a line with “${text}”`, count) : undefined;
}

function readMatches(fields: Fields, count: Count): Judge | undefined {
  const text = fields.requiredText('matches');
  if (!text) return undefined;
  try {
    const pattern = new RegExp(text);
    return countLines((line) => pattern.test(line.text), `a line like “${text}”`, count);
  } catch {
    fields.problem(
      'bad-pattern',
      `\`${text}\` is not a regular expression.`,
      'Mend it, or use `contains`.',
      'matches',
    );
    return undefined;
  }
}

function countLines(test: (line: PrintedLine) => boolean, what: string, { least, most }: Count): Judge {
  const times =
    least === most
      ? sayTimes(least)
      : most === Infinity
        ? `at least ${sayTimes(least)}`
        : `${least} to ${sayTimes(most)}`;
  return {
    needs: ['output'],
    printable: true,
    judge(evidence) {
      const lines = printedLines(evidence);
      const hits = lines.filter(test);
      const measured = `${what}, ${sayTimes(hits.length)}`;
      if (hits.length >= least && hits.length <= most) return { kind: 'passed', measured };
      const pointer = { at: hits.at(-1)?.at ?? evidence.until, subject: 'output' };
      return {
        kind: 'failed',
        measured: seenInstead(hits, lines) ?? measured,
        wanted: `${what}, ${times}`,
        pointer,
      };
    },
  };
}

function seenInstead(hits: readonly PrintedLine[], lines: readonly PrintedLine[]): string | undefined {
  if (hits.length > 0) return undefined;
  const last = lines.at(-1);
  return last ? `“${last.text}”` : 'nothing';
}

/** `shows: world.airTemperature`: at every moment at which numbers are printed, one of them is the signal's value. */
function readShows(fields: Fields, bench: Bench, count: Count): Judge | undefined {
  const signal = readSignal(fields, 'shows', bench);
  const times = fields.number('times') ?? 1;
  const plus = fields.number('plus') ?? 0;
  const tolerance = fields.number('tolerance');
  if (tolerance === undefined) {
    fields.problem(
      'missing-field',
      'This check has no `tolerance`.',
      'Add `tolerance: 1`: how far off is still right.',
    );
    return undefined;
  }
  if (!signal) return undefined;
  const expected = (evidence: Evidence): ((at: number) => number) => {
    const timeline = signal.read(evidence);
    return (at) => Number(valueAt(timeline, at) ?? NaN) * times + plus;
  };
  return {
    needs: ['output', signal.needs],
    judge: (evidence) => judgeReadings(evidence, expected(evidence), signal, tolerance, count),
  };
}

function judgeReadings(
  evidence: Evidence,
  expected: (at: number) => number,
  signal: Signal,
  tolerance: number,
  { least }: Count,
): Finding {
  const readings = printedReadings(evidence);
  const wantedTimes = `${signal.label} printed at least ${sayTimes(least)}`;
  if (readings.length === 0) {
    const pointer = { at: evidence.until, subject: 'output' };
    return { kind: 'failed', measured: 'no number', wanted: wantedTimes, pointer };
  }
  for (const { at, numbers } of readings) {
    const target = expected(at);
    const distance = (number: number): number => Math.abs(number - target);
    const closest = numbers.reduce((best, number) => (distance(number) < distance(best) ? number : best));
    const crowded = numbers.length > MOST_NUMBERS;
    if (distance(closest) <= tolerance && !crowded) continue;
    return {
      kind: 'failed',
      measured: crowded ? `${numbers.length} numbers at once` : String(Number(closest.toFixed(2))),
      wanted: showValue(signal, target),
      pointer: { at, subject: 'output' },
    };
  }
  if (readings.length >= least) return { kind: 'passed', measured: `${readings.length} good readings` };
  const pointer = { at: readings.at(-1)?.at ?? 0, subject: 'output' };
  return {
    kind: 'failed',
    measured: `${sayTimes(readings.length)} in ${sayTime(evidence.until)}`,
    wanted: wantedTimes,
    pointer,
  };
}
