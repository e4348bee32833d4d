/** `holds`: something is so all through a stretch of the run. */

import { MILLISECOND, type Nanoseconds } from '#common/time/duration.ts';
import { firstGap, prolonged, spansOf } from '../condition.ts';
import { showValue, valueAt } from '../signal.ts';
import { sayTime } from '../words.ts';
import { type CheckKind, readCondition } from './check-kind.ts';

const DEFAULT_GLITCH = 100 * MILLISECOND;

export const HOLDS: CheckKind = {
  name: 'holds',
  judges: 'behavior',
  needsMessage: true,
  read(fields, bench) {
    const expect = readCondition(fields, 'expect', bench);
    const from: Nanoseconds = fields.duration('from') ?? 0;
    const until = fields.duration('until');
    const glitch = fields.duration('glitch') ?? DEFAULT_GLITCH;
    if (!expect) return undefined;
    return {
      needs: [expect.signal.needs],
      judge(run) {
        const end = until ?? run.until;
        const evidence = prolonged(run, end);
        const missed = firstGap(spansOf(expect, evidence, glitch), from, Math.min(end, evidence.until));
        if (missed === undefined) {
          const whole = evidence.until >= end && end > from;
          if (!whole)
            return { kind: 'not-reached', reason: `The run ended after ${sayTime(evidence.until)}.` };
          return { kind: 'passed', measured: `${expect.words} from ${sayTime(from)} to ${sayTime(end)}` };
        }
        const seen = showValue(expect.signal, valueAt(expect.signal.read(evidence), missed));
        return {
          kind: 'failed',
          measured: `${expect.signal.label} was ${seen} after ${sayTime(missed)}`,
          wanted: `${expect.words} all the time from ${sayTime(from)} to ${sayTime(end)}`,
          pointer: { at: missed, subject: expect.signal.text },
        };
      },
    };
  },
};
