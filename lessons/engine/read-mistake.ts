/** Reads a mistake block: the patterns by which a known mistake is recognized, and what is said about it. */

import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Bench } from './bench.ts';
import type { Fields } from './fields.ts';
import type { Mistake, ScenarioRuns } from './lesson.ts';
import { type Pattern, isSeen, readMessage, readPattern } from './read-check.ts';
import type { FailedVerdict } from './verdict.ts';
import { sayTime } from './words.ts';

export function readMistake(fields: Fields, bench: Bench): (Mistake & { readonly line: number }) | undefined {
  const id = fields.requiredText('id', 'Add `id: pump-inverted`, with a name of your own.');
  const checks = fields.texts('explains');
  const say = fields.requiredText('say', 'Add `say: "…"`: what the learner hears.');
  const seen = fields.list('seen', 'This pattern').map((pattern) => readPattern(pattern, bench));
  const unseen = fields.list('unseen', 'This pattern').map((pattern) => readPattern(pattern, bench));
  fields.finish();
  const message = say ? readMessage(say, fields, 'say', bench) : undefined;
  if (seen.length + unseen.length === 0) {
    fields.problem(
      'missing-field',
      'This mistake has nothing to be recognized by.',
      'Add `seen:` with a pattern, such as `- kind: holds`.',
    );
    return undefined;
  }
  if (!id || !message) return undefined;
  const wanted = seen.filter((pattern) => pattern !== undefined);
  const unwanted = unseen.filter((pattern) => pattern !== undefined);
  if (wanted.length < seen.length || unwanted.length < unseen.length) return undefined;
  const scenarios = [...wanted, ...unwanted].flatMap((pattern) => pattern.scenario ?? []);
  const recognizes = (failed: Evidence, runs: ScenarioRuns): boolean =>
    scenarios.every((scenario) => (runs[scenario] ?? []).length > 0) &&
    wanted.every((pattern) => seenIn(pattern, failed, runs)) &&
    !unwanted.some((pattern) => seenIn(pattern, failed, runs));
  const describe = (verdict: FailedVerdict, failed: Evidence): string => {
    const at = verdict.pointer?.at ?? failed.until;
    return message.fill({ ...verdict, time: sayTime(at) }, failed, at);
  };
  return { id, checks, scenarios: [...new Set(scenarios)], describe, recognizes, line: fields.line };
}

function seenIn(pattern: Pattern, failed: Evidence, runs: ScenarioRuns): boolean {
  const evidence = pattern.scenario === undefined ? [failed] : (runs[pattern.scenario] ?? []);
  return evidence.every((run) => isSeen(pattern, run));
}
