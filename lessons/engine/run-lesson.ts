/** Checks a learner's program against a lesson: plays the scenarios, judges the evidence, picks the feedback. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { type Failure, chooseFeedback } from './feedback.ts';
import type { Lesson, LessonCheck, Scenario, Step } from './lesson.ts';
import { type ScenarioPlan, planScenario } from './plan-scenario.ts';
import type { CheckResult, LessonReport, StepReport } from './report.ts';
import { type CancelSignal, type CreateDevice, type RunErrorCode, runScenario } from './run-scenario.ts';
import type { Verdict } from './verdict.ts';

export interface RunProgress {
  /** Runs that are over. */
  readonly done: number;
  readonly total: number;
  /** Title of the scenario that runs next; undefined after the last. */
  readonly scenario?: string;
}

export interface RunLessonOptions {
  readonly lesson: Lesson;
  /** The learner's program. */
  readonly files: ProgramFiles;
  readonly createDevice: CreateDevice;
  /** First seed of the scenarios whose seed is `any`; the same seed gives the same report on every machine. */
  readonly seed: number;
  /** Ids of the steps to check. Default: all. */
  readonly steps?: readonly string[];
  /** The learner's own bench. Default: the lesson's. */
  readonly diagram?: Diagram;
  /** Overrides how many seeds each scenario with `seed: any` tries. */
  readonly repeats?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Ends the run early: the promise rejects with a PinlabError `cancelled`. */
  readonly signal?: CancelSignal;
}

/** One run of one scenario with one seed. */
interface Run {
  readonly plan: ScenarioPlan;
  readonly evidence: Evidence;
}

type Runs = ReadonlyMap<string, readonly Run[]>;

/** @throws PinlabError `cancelled`, or what the device rejects with. A program that fails is a report, not an error. */
export async function runLesson(options: RunLessonOptions): Promise<LessonReport> {
  const { lesson } = options;
  const steps = lesson.steps.filter((step) => options.steps?.includes(step.id) ?? true);
  const runs = await playScenarios(options, steps);
  const reports = steps.map((step) => reportStep(options, step, runs));
  return {
    lesson: lesson.path,
    version: lesson.version,
    passed: reports.every((report) => report.passed),
    steps: reports,
  };
}

/** Every scenario that a check of `steps` names is played once per seed, whoever looks at it. Undefined: cannot be played here. */
async function playScenarios(options: RunLessonOptions, steps: readonly Step[]): Promise<Runs | undefined> {
  const { lesson, files, createDevice, signal, onProgress } = options;
  const wanted = new Set(steps.flatMap((step) => step.checks.flatMap((check) => check.scenarios)));
  const plans = lesson.scenarios
    .filter((scenario) => wanted.has(scenario.id))
    .flatMap((scenario) => plansOf(scenario, options));
  const runs = new Map<string, Run[]>();
  for (const [done, plan] of plans.entries()) {
    onProgress?.({ done, total: plans.length, scenario: plan.scenario.title });
    try {
      const evidence = await runScenario(plan, programOnly(files), createDevice, signal);
      runs.set(plan.scenario.id, [...(runs.get(plan.scenario.id) ?? []), { plan, evidence }]);
    } catch (error) {
      const code: RunErrorCode = 'no-virtual-time';
      if (error instanceof PinlabError && error.code === code) return undefined;
      throw error;
    }
  }
  onProgress?.({ done: plans.length, total: plans.length });
  return runs;
}

function plansOf(
  scenario: Scenario,
  { seed, repeats, lesson, diagram }: RunLessonOptions,
): readonly ScenarioPlan[] {
  const first = scenario.seed === 'any' ? seed : scenario.seed;
  const count = scenario.seed === 'any' ? (repeats ?? scenario.repeats) : scenario.repeats;
  return Array.from({ length: count }, (_, index) =>
    planScenario(scenario, first + index, diagram ?? lesson.diagram),
  );
}

/** A project keeps its diagram beside the program; the board does not. */
function programOnly(files: ProgramFiles): ProgramFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'diagram.json'));
}

function reportStep(options: RunLessonOptions, step: Step, runs: Runs | undefined): StepReport {
  const outcomes = step.checks.map((check) => judgeCheck(options, step, check, runs));
  const failures = outcomes.filter(({ verdict }) => verdict.kind !== 'passed');
  const evidence = Object.fromEntries(
    [...(runs ?? [])].map(([id, list]) => [id, list.map((run) => run.evidence)]),
  );
  const feedback = chooseFeedback(failures, options.lesson.mistakes, evidence);
  const checks = outcomes.map(({ result }) => result);
  return { step: step.id, passed: failures.length === 0, checks, ...(feedback && { feedback }) };
}

function judgeCheck(
  options: RunLessonOptions,
  step: Step,
  check: LessonCheck,
  runs: Runs | undefined,
): Failure {
  const { lesson, files, seed } = options;
  const finish = (verdict: Verdict, run?: Run): Failure => {
    const base = {
      lesson: lesson.path,
      version: lesson.version,
      step: step.id,
      check: check.id,
      title: check.title,
    };
    const result = { ...base, ...decidedBy(run, seed), ...details(verdict) };
    return { check, verdict, result, evidence: run?.evidence };
  };
  if (check.scenarios.length === 0) return finish(check.judge(textOnly(files)));
  if (!runs)
    return finish({
      kind: 'cannot-see',
      message: 'This board cannot play scenarios. Check with the simulated board.',
    });
  return decide(check, runs, finish);
}

/**
 * The first failed run decides. Otherwise every scenario must have been reached by one of its runs at least:
 * what never came up does not count as passed.
 */
function decide(check: LessonCheck, runs: Runs, finish: (verdict: Verdict, run?: Run) => Failure): Failure {
  let missed: Failure | undefined;
  let passed: Failure | undefined;
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
    source: programOnly(files),
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
