/** Picks the one most helpful message for a step: a Python error first, then a known mistake, then the check's own words. */

import type { Judgement } from './judge-check.ts';
import type { Mistake, ScenarioRuns } from './lesson.ts';
import type { Feedback } from './report.ts';
import { explainTraceback } from './traceback-help.ts';

/** `failures` in the order of the lesson; the earlier one matters more. Undefined where nothing failed. */
export function chooseFeedback(
  failures: readonly Judgement[],
  mistakes: readonly Mistake[],
  runs: ScenarioRuns,
): Feedback | undefined {
  const ordered = [...failures.filter(isFailed), ...failures.filter((failure) => !isFailed(failure))];
  return errorOf(ordered) ?? mistakeOf(ordered, mistakes, runs) ?? wordsOf(ordered);
}

function isFailed({ verdict }: Judgement): boolean {
  return verdict.kind === 'failed';
}

function errorOf(failures: readonly Judgement[]): Feedback | undefined {
  for (const { check, evidence } of failures) {
    const traceback = evidence?.result.traceback;
    if (!traceback) continue;
    const { message, line } = explainTraceback(traceback);
    const pointer = { at: traceback.at, ...(line !== undefined && { line }) };
    return { kind: 'error', id: traceback.type, check: check.id, message, pointer };
  }
  return undefined;
}

function mistakeOf(
  failures: readonly Judgement[],
  mistakes: readonly Mistake[],
  runs: ScenarioRuns,
): Feedback | undefined {
  for (const { check, verdict, evidence } of failures) {
    if (verdict.kind !== 'failed' || !evidence) continue;
    const mistake = mistakes.find(
      ({ checks, recognizes }) =>
        (checks.length === 0 || checks.includes(check.id)) && recognizes(evidence, runs),
    );
    if (!mistake) continue;
    const message = mistake.describe(verdict, evidence);
    return {
      kind: 'mistake',
      id: mistake.id,
      check: check.id,
      message,
      ...(verdict.pointer && { pointer: verdict.pointer }),
    };
  }
  return undefined;
}

function wordsOf(failures: readonly Judgement[]): Feedback | undefined {
  const first = failures[0];
  if (!first || first.verdict.kind === 'passed') return undefined;
  const { check, verdict } = first;
  const pointer = verdict.kind === 'failed' ? verdict.pointer : undefined;
  return {
    kind: 'check',
    id: check.id,
    check: check.id,
    message: verdict.message,
    ...(pointer && { pointer }),
  };
}
