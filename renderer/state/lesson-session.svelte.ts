/** A lesson in progress: the step that is shown, hints taken, answers given, checks run. Knows no view. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Attempt, Host } from '#common/host/host.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Lesson, Question, Step } from '#lessons/engine/lesson.ts';
import {
  answerAttempts,
  attemptsOf,
  isComplete,
  lessonProgress,
  type NewAttempt,
  readAttempt,
  type StepProgress,
} from '#lessons/engine/progress.ts';
import type { CheckResult, Feedback, LessonReport } from '#lessons/engine/report.ts';
import { runLesson } from '#lessons/engine/run-lesson.ts';
import type { CreateDevice } from '#lessons/engine/run-scenario.ts';

export type CheckRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  /** The checks themselves could not be run. */
  | { readonly kind: 'failed'; readonly message: string };

export interface LessonSessionOptions {
  readonly host: Pick<Host, 'appendAttempt' | 'listAttempts' | 'log'>;
  readonly createDevice: CreateDevice;
  readonly createId: () => string;
  readonly now: () => number;
}

/** First seed of a check; the checks try several from here, and the same program gets the same verdict again. */
const FIRST_SEED = 1;

export class LessonSession {
  readonly lesson: Lesson;
  readonly #options: LessonSessionOptions;
  #abort: AbortController | undefined;

  stepIndex = $state(0);
  /** What the host has kept of this lesson, and what was added since. */
  #log = $state.raw<readonly Attempt[]>([]);
  /** Check id to its last result. */
  results = $state.raw<ReadonlyMap<string, CheckResult>>(new Map());
  /** Step id to the one message that helps most. */
  feedback = $state.raw<ReadonlyMap<string, Feedback>>(new Map());
  /** Step id to the number of hints that are open. */
  hints = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** Question id to the index of the chosen answer. */
  answers = $state.raw<ReadonlyMap<string, number>>(new Map());
  checkRun = $state.raw<CheckRun>({ kind: 'idle' });

  readonly step: Step | undefined = $derived.by(() => this.lesson.steps[this.stepIndex]);
  readonly isLast = $derived.by(() => this.stepIndex >= this.lesson.steps.length - 1);
  /** In the order of the steps. */
  readonly progress: readonly StepProgress[] = $derived.by(() => lessonProgress(this.lesson, this.#log));
  readonly isComplete = $derived.by(() => isComplete(this.lesson, this.progress));

  constructor(lesson: Lesson, options: LessonSessionOptions) {
    this.lesson = lesson;
    this.#options = options;
  }

  /** Takes up what the host remembers, and opens the first step that is not done. `attempts`: where they are being read already. */
  async load(attempts = this.#options.host.listAttempts(this.lesson.path)): Promise<void> {
    try {
      this.#log = await attempts;
    } catch (error) {
      await this.#options.host.log(
        'warn',
        `Progress of ${this.lesson.path} could not be read: ${String(error)}`,
      );
    }
    const open = this.progress.findIndex(({ state }) => state !== 'passed');
    this.stepIndex = open === -1 ? this.lesson.steps.length - 1 : open;
  }

  isDone(index: number): boolean {
    return this.progress[index]?.state === 'passed';
  }

  /** A check or question of the present step was passed at some time. */
  isPassed(id: string): boolean {
    return this.progress[this.stepIndex]?.done.includes(id) ?? false;
  }

  goTo(index: number): void {
    if (index < 0 || index >= this.lesson.steps.length || index === this.stepIndex) return;
    this.cancelCheck();
    if (index > this.stepIndex) this.markRead();
    this.stepIndex = index;
    this.checkRun = { kind: 'idle' };
  }

  /** A step that asks for nothing is done when the learner has gone past it. */
  markRead(): void {
    const { step } = this;
    if (!step || step.checks.length + step.questions.length > 0 || this.isDone(this.stepIndex)) return;
    this.#record([readAttempt(this.lesson, step)]);
  }

  get openHints(): readonly string[] {
    const { step } = this;
    return step ? step.hints.slice(0, this.hints.get(step.id) ?? 0) : [];
  }

  get hasMoreHints(): boolean {
    return this.openHints.length < (this.step?.hints.length ?? 0);
  }

  showHint(): void {
    const { step } = this;
    if (step) this.hints = new Map(this.hints).set(step.id, this.openHints.length + 1);
  }

  answer(question: Question, index: number): void {
    const { step } = this;
    this.answers = new Map(this.answers).set(question.id, index);
    if (step) this.#record(answerAttempts(this.lesson, step, question.id, index, this.#log));
  }

  /** Runs the checks of the present step on a device of their own. One run at a time. */
  async check(files: ProgramFiles): Promise<void> {
    const { step, lesson } = this;
    if (!step || this.checkRun.kind === 'running') return;
    const abort = new AbortController();
    this.#abort = abort;
    this.checkRun = { kind: 'running', done: 0, total: 0 };
    this.#forget(step);
    try {
      const report = await runLesson({
        lesson,
        files,
        steps: [step.id],
        seed: FIRST_SEED,
        createDevice: this.#options.createDevice,
        signal: abort.signal,
        onProgress: ({ done, total }) => {
          if (!abort.signal.aborted) this.checkRun = { kind: 'running', done, total };
        },
      });
      if (abort.signal.aborted) return;
      this.checkRun = { kind: 'idle' };
      this.#take(report);
    } catch (error) {
      if (abort.signal.aborted || (error instanceof PinlabError && error.code === 'cancelled')) return;
      this.checkRun = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  cancelCheck(): void {
    if (this.checkRun.kind !== 'running') return;
    this.#abort?.abort();
    this.checkRun = { kind: 'cancelled' };
  }

  dispose(): void {
    this.#abort?.abort();
  }

  #forget(step: Step): void {
    const results = new Map(this.results);
    for (const check of step.checks) results.delete(check.id);
    this.results = results;
    this.#setFeedback(step.id, undefined);
  }

  #take(report: LessonReport): void {
    const results = new Map(this.results);
    for (const step of report.steps) {
      for (const result of step.checks) results.set(result.check, result);
      this.#setFeedback(step.step, step.feedback);
    }
    this.results = results;
    this.#record(attemptsOf(report, this.lesson, this.#log));
  }

  #setFeedback(step: string, feedback: Feedback | undefined): void {
    const all = new Map(this.feedback);
    if (feedback) all.set(step, feedback);
    else all.delete(step);
    this.feedback = all;
  }

  /** Counts at once; storing follows, and its failure is logged, never shown as a lost pass. */
  #record(attempts: readonly NewAttempt[]): void {
    const { host, createId, now } = this.#options;
    const records = attempts.map((attempt) => ({ ...attempt, id: createId(), at: now() }));
    this.#log = [...this.#log, ...records];
    for (const record of records) {
      host
        .appendAttempt(record)
        .catch((error: unknown) => host.log('error', `An attempt could not be stored: ${String(error)}`));
    }
  }
}
