/** `holds`: something is so all through a stretch of the run. */

import { MILLISECOND, type Nanoseconds } from '#common/time/duration.ts';
import { firstGap, spansOf } from '../condition.ts';
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
      judge(evidence) {
        const end = until ?? evidence.until;
        // After the last line of a program its pins stay as they are.
        const seenUntil = evidence.result.end === 'finished' ? Math.max(end, evidence.until) : evidence.until;
        const spans = spansOf(expect, { ...evidence, until: seenUntil }, glitch);
        const missed = firstGap(spans, from, Math.min(end, seenUntil));
        if (missed === undefined && seenUntil >= end && end > from) {
          return { kind: 'passed', measured: `${expect.words} from ${sayTime(from)} to ${sayTime(end)}` };
        }
        if (missed === undefined)
          return { kind: 'not-reached', reason: `The run ended after ${sayTime(evidence.until)}.` };
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
