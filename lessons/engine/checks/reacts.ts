/** `reacts`: whenever something has come about, something else follows within a time, and stays while it lasts. */

import { MILLISECOND, type Nanoseconds } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Bench } from '../bench.ts';
import { type Condition, firstGap, spansOf } from '../condition.ts';
import type { Fields } from '../fields.ts';
import { showValue, valueAt } from '../signal.ts';
import { sayTime, sayTimes } from '../words.ts';
import { type CheckKind, type Finding, type Judge, readCondition } from './check-kind.ts';

/** Shorter wrong moments are forgiven: many good programs switch off first and on again a line later. */
const DEFAULT_GLITCH = 100 * MILLISECOND;

interface Rule {
  readonly when: Condition;
  readonly expect: Condition;
  readonly within: Nanoseconds;
  readonly stays: boolean;
  readonly glitch: Nanoseconds;
}

export const REACTS: CheckKind = {
  name: 'reacts',
  judges: 'behavior',
  needsMessage: true,
  read(fields, bench) {
    const many = fields.has('rules');
    const rules = (many ? fields.list('rules', 'This rule') : [fields]).map((rule) =>
      readRule(rule, bench, many),
    );
    return rules.every((rule) => rule !== undefined) && rules.length > 0 ? judgeOf(rules) : undefined;
  },
};

function readRule(fields: Fields, bench: Bench, finish: boolean): Rule | undefined {
  const when = readCondition(fields, 'when', bench);
  const expect = readCondition(fields, 'expect', bench);
  const within = fields.requiredDuration('within');
  const stays = fields.flag('stays') ?? true;
  const glitch = fields.duration('glitch') ?? DEFAULT_GLITCH;
  if (finish) fields.finish();
  return when && expect && within !== undefined ? { when, expect, within, stays, glitch } : undefined;
}

function judgeOf(rules: readonly Rule[]): Judge {
  const needs = rules.flatMap(({ when, expect }) => [when.signal.needs, expect.signal.needs]);
  return {
    needs: [...new Set(needs)],
    judge(evidence) {
      const outcomes = rules.map((rule) => judgeRule(rule, evidence));
      const failures = outcomes.filter((outcome) => outcome.kind === 'failed');
      const first = failures.sort((a, b) => (a.pointer?.at ?? 0) - (b.pointer?.at ?? 0))[0];
      if (first) return first;
      if (evidence.result.end === 'finished')
        return { kind: 'not-reached', reason: 'The program ended too soon.' };
      const reached = outcomes.find((outcome) => outcome.kind === 'passed');
      // Not reached by any rule: the first one's reason will do.
      return reached ?? outcomes[0] ?? { kind: 'not-reached', reason: 'There is no rule.' };
    },
  };
}

function judgeRule(rule: Rule, evidence: Evidence): Finding {
  const { when, expect, within } = rule;
  const good = spansOf(expect, evidence, rule.glitch);
  const lasting = spansOf(when, evidence).filter((span) => span.end - span.start > within);
  for (const { start, end } of lasting) {
    const deadline = start + within;
    const inTime = good.some((span) => span.start <= deadline && span.end > start);
    const missed = rule.stays ? firstGap(good, deadline, end) : inTime ? undefined : deadline;
    if (missed !== undefined) return failure(rule, evidence, missed);
  }
  if (lasting.length > 0)
    return { kind: 'passed', measured: `${expect.words} in time, ${sayTimes(lasting.length)}` };
  return {
    kind: 'not-reached',
    reason: `It never came about that ${when.words} for longer than ${sayTime(within)}.`,
  };
}

function failure({ when, expect, within }: Rule, evidence: Evidence, at: Nanoseconds): Finding {
  const seen = showValue(expect.signal, valueAt(expect.signal.read(evidence), at));
  const cause = showValue(when.signal, valueAt(when.signal.read(evidence), at));
  return {
    kind: 'failed',
    measured: `${expect.signal.label} was ${seen} after ${sayTime(at)}, when ${when.signal.label} was ${cause}`,
    wanted: `${expect.words} within ${sayTime(within)} whenever ${when.words}`,
    pointer: { at, subject: expect.signal.text },
  };
}
