/** Checks a learner's program against a lesson: plays the scenarios, judges the evidence, picks the feedback. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Device, ProgramFiles } from '#interpreter/device/device.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { chooseFeedback } from './feedback.ts';
import { type Judgement, type Run, type Runs, judgeCheck } from './judge-check.ts';
import type { Lesson, LessonCheck, Scenario, ScenarioRuns, Step } from './lesson.ts';
import { planScenario } from './plan-scenario.ts';
import type { LessonReport, StepReport } from './report.ts';
import { type CancelSignal, cancelled, type RunErrorCode } from './record-run.ts';
import { type CreateDevice, runScenario } from './run-scenario.ts';

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

/** @throws PinlabError `cancelled`, or what the device rejects with. A program that fails is a report, not an error. */
export async function runLesson(options: RunLessonOptions): Promise<LessonReport> {
  const { lesson, seed } = options;
  const files = programOnly(options.files);
  const steps = lesson.steps.filter((step) => options.steps?.includes(step.id) ?? true);
  const checks = steps.flatMap((step) => step.checks);
  const player = new ScenarioPlayer({ ...options, files }, checks);
  try {
    await player.play(checks.flatMap((check) => check.scenarios));
    const judged = steps.map((step) => ({
      step,
      judgements: step.checks.map((check) =>
        judgeCheck({ lesson, step, check, files, seed, runs: player.runs }),
      ),
    }));
    const failed = judged.flatMap(({ judgements }) => judgements.filter(isOpen).map(({ check }) => check));
    await player.play(scenariosToUnderstand(lesson, failed), 1);
    const reports = judged.map(({ step, judgements }) =>
      reportStep(lesson, step, judgements, player.evidence),
    );
    const passed = reports.every((report) => report.passed);
    return { lesson: lesson.path, version: lesson.version, passed, steps: reports };
  } finally {
    player.dispose();
  }
}

/** A project keeps its diagram beside the program; the board does not. */
function programOnly(files: ProgramFiles): ProgramFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'diagram.json'));
}

function isOpen({ verdict }: Judgement): boolean {
  return verdict.kind !== 'passed';
}

/** Scenarios that known mistakes want to look at before they explain a failed check. */
function scenariosToUnderstand(lesson: Lesson, failed: readonly LessonCheck[]): readonly string[] {
  return lesson.mistakes
    .filter(({ checks }) => failed.some(({ id }) => checks.length === 0 || checks.includes(id)))
    .flatMap(({ scenarios }) => scenarios);
}

function reportStep(
  lesson: Lesson,
  step: Step,
  judgements: readonly Judgement[],
  evidence: ScenarioRuns,
): StepReport {
  const failures = judgements.filter(isOpen);
  const feedback = chooseFeedback(failures, lesson.mistakes, evidence);
  const checks = judgements.map(({ result }) => result);
  return { step: step.id, passed: failures.length === 0, checks, ...(feedback && { feedback }) };
}

/** Plays each scenario once per seed, however many checks look at it, on one device. */
class ScenarioPlayer implements Disposable {
  readonly #options: RunLessonOptions;
  readonly #checks: readonly LessonCheck[];
  readonly #runs = new Map<string, Run[]>();
  #device: Device | undefined;
  #playable = true;

  constructor(options: RunLessonOptions, checks: readonly LessonCheck[]) {
    this.#options = options;
    this.#checks = checks;
  }

  /** Undefined where the device cannot play scenarios. */
  get runs(): Runs | undefined {
    return this.#playable ? this.#runs : undefined;
  }

  get evidence(): ScenarioRuns {
    return Object.fromEntries([...this.#runs].map(([id, runs]) => [id, runs.map((run) => run.evidence)]));
  }

  dispose(): void {
    this.#device?.dispose();
  }

  /** Plays those of `ids` that were not played yet. `most` limits the seeds of each. */
  async play(ids: readonly string[], most = Infinity): Promise<void> {
    const { lesson, files, signal, onProgress } = this.#options;
    const plans = lesson.scenarios
      .filter(({ id }) => ids.includes(id) && !this.#runs.has(id))
      .flatMap((scenario) =>
        seedsOf(scenario, this.#options)
          .slice(0, most)
          .map((seed) => planScenario(scenario, seed)),
      );
    for (const [done, plan] of plans.entries()) {
      if (!this.#playable) return;
      if (this.#isDecided(plan.scenario)) continue;
      if (signal?.aborted) throw cancelled();
      onProgress?.({ done, total: plans.length, scenario: plan.scenario.title });
      try {
        const evidence = await runScenario(plan, files, await this.#openDevice(), signal);
        this.#runs.set(plan.scenario.id, [...(this.#runs.get(plan.scenario.id) ?? []), { plan, evidence }]);
      } catch (error) {
        const code: RunErrorCode = 'no-virtual-time';
        if (!(error instanceof PinlabError) || error.code !== code) throw error;
        this.#playable = false;
      }
    }
    if (plans.length > 0) onProgress?.({ done: plans.length, total: plans.length });
  }

  /** One failed run decides a check: where all have failed, more seeds would tell nothing new. */
  #isDecided({ id }: Scenario): boolean {
    const last = this.#runs.get(id)?.at(-1);
    const looking = this.#checks.filter(({ scenarios }) => scenarios.includes(id));
    return last !== undefined && looking.every((check) => check.judge(last.evidence).kind === 'failed');
  }

  async #openDevice(): Promise<Device> {
    const { createDevice, diagram, lesson } = this.#options;
    this.#device ??= createDevice(diagram ?? lesson.diagram);
    await this.#device.open();
    return this.#device;
  }
}

function seedsOf(scenario: Scenario, { seed, repeats }: RunLessonOptions): readonly number[] {
  const fixed = scenario.seed !== 'any';
  const first = fixed ? Number(scenario.seed) : seed;
  const count = fixed ? scenario.repeats : (repeats ?? scenario.repeats);
  return Array.from({ length: count }, (_, index) => first + index);
}
