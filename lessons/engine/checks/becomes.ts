/** `becomes`: something comes about at least once in a stretch of the run. */

import type { Nanoseconds } from '#common/time/duration.ts';
import { prolonged, spansOf } from '../condition.ts';
import { showValue, valueAt } from '../signal.ts';
import { sayTime } from '../words.ts';
import { type CheckKind, readCondition } from './check-kind.ts';

export const BECOMES: CheckKind = {
  name: 'becomes',
  judges: 'behavior',
  needsMessage: true,
  read(fields, bench) {
    const expect = readCondition(fields, 'expect', bench);
    const within = fields.requiredDuration('within');
    const after: Nanoseconds = fields.duration('after') ?? 0;
    if (!expect || within === undefined) return undefined;
    const deadline = after + within;
    return {
      needs: [expect.signal.needs],
      judge(run) {
        const evidence = prolonged(run, deadline);
        const hit = spansOf(expect, evidence).find((span) => span.start <= deadline && span.end > after);
        if (hit)
          return { kind: 'passed', measured: `${expect.words} after ${sayTime(Math.max(hit.start, after))}` };
        if (evidence.until < deadline) {
          return { kind: 'not-reached', reason: `The run ended before ${sayTime(deadline)}.` };
        }
        const at = deadline;
        const seen = showValue(expect.signal, valueAt(expect.signal.read(evidence), at));
        return {
          kind: 'failed',
          measured: `${expect.signal.label} was ${seen} up to ${sayTime(at)}`,
          wanted: `${expect.words} before ${sayTime(deadline)}`,
          pointer: { at, subject: expect.signal.text },
        };
      },
    };
  },
};
