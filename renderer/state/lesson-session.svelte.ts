/** A lesson in progress: the step that is shown, hints taken, answers given, checks run. Knows no view. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Attempt, Host } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Device, ProgramFiles } from '#interpreter/device/device.ts';
import type { Lesson, Question, Step } from '#lessons/engine/lesson.ts';
import {
  answerAttempts,
  attemptsOf,
  isComplete,
  lessonProgress,
  type NewAttempt,
  readAttempt,
  type StepProgress,
  wordAttempts,
} from '#lessons/engine/progress.ts';
import type { CheckResult, Feedback, LessonReport } from '#lessons/engine/report.ts';
import { runLesson } from '#lessons/engine/run-lesson.ts';
import { runOnBoard } from '#lessons/engine/run-on-board.ts';
import type { CreateDevice } from '#lessons/engine/run-scenario.ts';
import { describeFault } from './fault.ts';

export type CheckRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  /** The checks themselves could not be run. */
  | { readonly kind: 'failed'; readonly message: string };

export interface LessonSessionOptions {
  readonly host: Pick<Host, 'appendAttempt' | 'listAttempts' | 'log'>;
  readonly createDevice: CreateDevice;
  /** How long a real board is watched. */
  readonly timers: Timers;
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
  /** Check id to what the learner said that they saw on their board. */
  words = $state.raw<ReadonlyMap<string, boolean>>(new Map());
  checkRun = $state.raw<CheckRun>({ kind: 'idle' });

  readonly step: Step | undefined = $derived.by(() => this.lesson.steps[this.stepIndex]);
  readonly isLast = $derived.by(() => this.stepIndex >= this.lesson.steps.length - 1);
  /** Nothing follows that belongs to the lesson for everybody. */
  readonly isAtEnd = $derived.by(() =>
    this.lesson.steps.slice(this.stepIndex + 1).every(({ onBoard }) => onBoard !== undefined),
  );
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
    if (!step) return;
    await this.#runChecks(step, (signal) =>
      runLesson({
        lesson,
        files,
        steps: [step.id],
        seed: FIRST_SEED,
        createDevice: this.#options.createDevice,
        signal,
        onProgress: ({ done, total }) => {
          if (!signal.aborted) this.checkRun = { kind: 'running', done, total };
        },
      }),
    );
  }

  /** Runs the program on a real board, open and idle, and judges what can be seen there. */
  async checkOnBoard(files: ProgramFiles, device: Device): Promise<void> {
    const { step, lesson } = this;
    const onBoard = step?.onBoard;
    if (!step || !onBoard) return;
    const { timers } = this.#options;
    await this.#runChecks(step, (signal) =>
      runOnBoard({ lesson, step: { ...step, onBoard }, files, device, timers, signal }),
    );
  }

  /** The learner says whether they see on their board what a check asks about. */
  say(check: string, isSeen: boolean): void {
    const { step } = this;
    if (!step) return;
    this.words = new Map(this.words).set(check, isSeen);
    this.#record(wordAttempts(this.lesson, step, check, isSeen, this.#log));
  }

  async #runChecks(step: Step, run: (signal: AbortSignal) => Promise<LessonReport>): Promise<void> {
    if (this.checkRun.kind === 'running') return;
    const abort = new AbortController();
    this.#abort = abort;
    this.checkRun = { kind: 'running', done: 0, total: 0 };
    this.#forget(step);
    try {
      const report = await run(abort.signal);
      if (abort.signal.aborted) return;
      this.checkRun = { kind: 'idle' };
      this.#take(report);
    } catch (error) {
      if (abort.signal.aborted || (error instanceof PinlabError && error.code === 'cancelled')) return;
      const { message, advice } = describeFault(error);
      this.checkRun = { kind: 'failed', message: advice ? `${message} ${advice}` : message };
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
    const words = new Map(this.words);
    for (const { id } of step.checks) {
      results.delete(id);
      words.delete(id);
    }
    this.results = results;
    this.words = words;
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
