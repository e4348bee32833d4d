/** A learner's progress, computed from the append-only log of attempts. A pass is never taken back. */

import type { Attempt } from '#common/host/host.ts';
import type { Lesson, Step } from './lesson.ts';
import type { LessonReport } from './report.ts';

/** Check id of the record that a whole step was passed, whatever checks a later version adds. */
export const WHOLE_STEP = 'step';

export type NewAttempt = Omit<Attempt, 'id' | 'at'>;

export interface StepProgress {
  readonly step: string;
  readonly state: 'new' | 'tried' | 'passed';
  /** Lesson version in which it was passed first. */
  readonly passedIn?: string;
  /** Checks and questions that are passed. */
  readonly done: readonly string[];
  /** Checks and questions that are still open; with `passed`, those that a newer version has added. */
  readonly open: readonly string[];
}

/** Attempts for a check run, to be appended to the log; `log` is what it holds already. */
export function attemptsOf(
  report: LessonReport,
  lesson: Lesson,
  log: readonly Attempt[],
): readonly NewAttempt[] {
  const attempts = report.steps.flatMap((step) =>
    step.checks.map(({ check, verdict, seed }) => newAttempt(lesson, step.step, check, verdict, seed)),
  );
  return [...attempts, ...wholeSteps(lesson, log, attempts)];
}

/** Attempts for an answered question. A prediction counts as given, whatever was predicted. */
export function answerAttempts(
  lesson: Lesson,
  step: Step,
  question: string,
  answer: number,
  log: readonly Attempt[],
): readonly NewAttempt[] {
  const asked = step.questions.find(({ id }) => id === question);
  if (!asked) return [];
  const right = asked.kind === 'predict' || asked.answers[answer]?.correct === true;
  const attempts = [newAttempt(lesson, step.id, question, right ? 'passed' : 'failed', 0)];
  return [...attempts, ...wholeSteps(lesson, log, attempts)];
}

/** Attempts for what the learner saw on a real board, marked as their own word. */
export function wordAttempts(
  lesson: Lesson,
  step: Step,
  check: string,
  isSeen: boolean,
  log: readonly Attempt[],
): readonly NewAttempt[] {
  const attempt = newAttempt(lesson, step.id, check, isSeen ? 'passed' : 'failed', 0);
  const attempts = [{ ...attempt, judge: 'learner' as const }];
  return [...attempts, ...wholeSteps(lesson, log, attempts)];
}

/** The attempt for a step that has nothing to check, once it has been read. */
export function readAttempt(lesson: Lesson, step: Step): NewAttempt {
  return newAttempt(lesson, step.id, WHOLE_STEP, 'passed', 0);
}

export function lessonProgress(lesson: Lesson, log: readonly Attempt[]): readonly StepProgress[] {
  const known = log
    .filter((attempt) => attempt.lesson === lesson.path)
    .map((attempt) => rename(lesson, attempt));
  return lesson.steps.map((step) => stepProgress(step, known));
}

/** Without the steps that need a real board: they are extra, since not everybody has one. */
export function neededProgress(lesson: Lesson, progress: readonly StepProgress[]): readonly StepProgress[] {
  return progress.filter((_, index) => lesson.steps[index]?.onBoard === undefined);
}

export function isComplete(lesson: Lesson, progress: readonly StepProgress[]): boolean {
  return neededProgress(lesson, progress).every(({ state }) => state === 'passed');
}

function stepProgress(step: Step, log: readonly NewAttempt[]): StepProgress {
  const tries = log.filter((attempt) => attempt.step === step.id);
  const passed = tries.filter((attempt) => attempt.verdict === 'passed');
  const required = requirements(step);
  const done = required.filter((id) => passed.some(({ check }) => check === id));
  const open = required.filter((id) => !done.includes(id));
  const whole = passed.find(({ check }) => check === WHOLE_STEP);
  const complete = whole ?? (required.length > 0 && open.length === 0 ? passed.at(-1) : undefined);
  const base = { step: step.id, done, open };
  if (complete) return { ...base, state: 'passed', passedIn: complete.lessonVersion };
  return { ...base, state: tries.length > 0 ? 'tried' : 'new' };
}

function requirements(step: Step): readonly string[] {
  return [...step.questions, ...step.checks].map(({ id }) => id);
}

/** Steps that `attempts` complete and whose completion the log does not hold yet. */
function wholeSteps(
  lesson: Lesson,
  log: readonly Attempt[],
  attempts: readonly NewAttempt[],
): readonly NewAttempt[] {
  const touched = new Set(attempts.map(({ step }) => step));
  const before = log
    .filter((attempt) => attempt.lesson === lesson.path)
    .map((attempt) => rename(lesson, attempt));
  return lesson.steps
    .filter((step) => touched.has(step.id))
    .filter((step) => !before.some((attempt) => attempt.step === step.id && attempt.check === WHOLE_STEP))
    .filter((step) => stepProgress(step, [...before, ...attempts]).state === 'passed')
    .map((step) => newAttempt(lesson, step.id, WHOLE_STEP, 'passed', 0));
}

function newAttempt(
  lesson: Lesson,
  step: string,
  check: string,
  verdict: Attempt['verdict'],
  seed: number,
): NewAttempt {
  return { lesson: lesson.path, lessonVersion: lesson.version, step, check, verdict, seed };
}

function rename(lesson: Lesson, attempt: NewAttempt): NewAttempt {
  const { renamed } = lesson;
  return {
    ...attempt,
    step: renamed[attempt.step] ?? attempt.step,
    check: renamed[attempt.check] ?? attempt.check,
  };
}
