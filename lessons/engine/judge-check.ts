/** Comes to one verdict for a check over all the runs that it looks at. Pure: plays nothing. */

import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Lesson, LessonCheck, Step } from './lesson.ts';
import type { ScenarioPlan } from './plan-scenario.ts';
import type { CheckResult } from './report.ts';
import type { Verdict } from './verdict.ts';

/** One run of one scenario with one seed. */
export interface Run {
  readonly plan: ScenarioPlan;
  readonly evidence: Evidence;
}

/** By scenario id. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

export interface Judgement {
  readonly check: LessonCheck;
  readonly verdict: Verdict;
  readonly result: CheckResult;
  /** Of the run that decided; undefined where there was none. */
  readonly evidence: Evidence | undefined;
}

export interface JudgeCheckOptions {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly check: LessonCheck;
  readonly files: ProgramFiles;
  readonly seed: number;
  /** Undefined where the device cannot play scenarios. */
  readonly runs: Runs | undefined;
}

export function judgeCheck({ lesson, step, check, files, seed, runs }: JudgeCheckOptions): Judgement {
  const finish = (verdict: Verdict, run?: Run): Judgement => {
    const result = { ...namesOf(lesson, step, check), ...decidedBy(run, seed), ...details(verdict) };
    return { check, verdict, result, evidence: run?.evidence };
  };
  if (check.scenarios.length === 0) return finish(check.judge(textOnly(files)));
  if (runs) return decide(check, runs, finish);
  return finish({
    kind: 'cannot-see',
    message: 'This board cannot play scenarios. Check with the simulated board.',
  });
}

/** Judges a check by one run that followed no scenario, such as that of a real board. */
export function judgeRun(lesson: Lesson, step: Step, check: LessonCheck, evidence: Evidence): Judgement {
  const verdict = check.judge(evidence);
  const result = { ...namesOf(lesson, step, check), seed: 0, drawn: {}, ...details(verdict) };
  return { check, verdict, result, evidence };
}

function namesOf(
  lesson: Lesson,
  step: Step,
  check: LessonCheck,
): Pick<CheckResult, 'lesson' | 'version' | 'step' | 'check' | 'title'> {
  const { id, title } = check;
  return { lesson: lesson.path, version: lesson.version, step: step.id, check: id, title };
}

/**
 * The first failed run decides. Otherwise every scenario must have been reached by one of its runs at least:
 * what never came up does not count as passed.
 */
function decide(
  check: LessonCheck,
  runs: Runs,
  finish: (verdict: Verdict, run?: Run) => Judgement,
): Judgement {
  let missed: Judgement | undefined;
  let passed: Judgement | undefined;
  for (const scenario of check.scenarios) {
    const outcomes = (runs.get(scenario) ?? []).map((run) => finish(check.judge(run.evidence), run));
    const failed = outcomes.find(({ verdict }) => verdict.kind === 'failed');
    if (failed) return failed;
    const good = outcomes.find(({ verdict }) => verdict.kind === 'passed');
    passed ??= good;
    if (!good) missed ??= outcomes[0];
  }
  return missed ?? passed ?? finish({ kind: 'not-reached', message: 'Nothing was run for this check.' });
}

function decidedBy(run: Run | undefined, seed: number): Pick<CheckResult, 'seed' | 'drawn' | 'scenario'> {
  if (!run) return { seed, drawn: {} };
  return { seed: run.plan.seed, drawn: run.plan.drawn, scenario: run.plan.scenario.id };
}

function details(
  verdict: Verdict,
): Pick<CheckResult, 'verdict' | 'measured' | 'wanted' | 'message' | 'pointer'> {
  if (verdict.kind === 'passed')
    return { verdict: 'passed', ...(verdict.measured && { measured: verdict.measured }) };
  if (verdict.kind !== 'failed') return { verdict: verdict.kind, message: verdict.message };
  const { message, measured, wanted, pointer } = verdict;
  return { verdict: 'failed', message, measured, wanted, ...(pointer && { pointer }) };
}

/** Evidence of a program that was only looked at. */
function textOnly(files: ProgramFiles): Evidence {
  return {
    source: files,
    result: { end: 'stopped', at: 0 },
    until: 0,
    output: [],
    edges: [],
    pwm: [],
    parts: [],
    world: [],
    notices: [],
    stimuli: [],
    unobserved: new Set(['output', 'pins', 'parts', 'world']),
  };
}
