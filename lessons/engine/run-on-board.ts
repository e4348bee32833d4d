/**
 * Checks a step on a real board: runs the program as it is, watches its output for a while and judges what could be seen. What
 * could not stays `cannot-see`, and the learner is asked. Time is the wall's, passed in; nothing is set or drawn.
 */

import type { Timers } from '#common/time/timers.ts';
import { MILLISECOND } from '#common/time/duration.ts';
import type { Device, ProgramFiles } from '#interpreter/device/device.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import { chooseFeedback } from './feedback.ts';
import { type Judgement, judgeRun } from './judge-check.ts';
import type { Lesson, OnBoard, Step } from './lesson.ts';
import { type CancelSignal, cancelled, recordRun } from './record-run.ts';
import type { LessonReport } from './report.ts';

export interface RunOnBoardOptions {
  readonly lesson: Lesson;
  /** A step with `onBoard`. */
  readonly step: Step & { readonly onBoard: OnBoard };
  /** The learner's program. */
  readonly files: ProgramFiles;
  /** Open and idle. The caller owns it; when this is over it is idle again. */
  readonly device: Device;
  readonly timers: Timers;
  /** Ends the run early: the promise rejects with a PinlabError `cancelled`. */
  readonly signal?: CancelSignal;
}

/** @throws PinlabError `cancelled`, or what the device rejects with or ends with. A program that fails is a report. */
export async function runOnBoard(options: RunOnBoardOptions): Promise<LessonReport> {
  const { lesson, step } = options;
  const evidence = await watch(options);
  const judgements = step.checks.map((check) => judgeRun(lesson, step, check, evidence));
  const failures = judgements.filter(({ verdict }) => verdict.kind !== 'passed');
  const feedback = chooseFeedback(failures.filter(isToldNow), lesson.mistakes, {});
  const checks = judgements.map(({ result }) => result);
  const passed = failures.length === 0;
  const report = { step: step.id, passed, checks, ...(feedback && { feedback }) };
  return { lesson: lesson.path, version: lesson.version, passed, steps: [report] };
}

/** What the learner is asked about has no message yet. */
function isToldNow({ verdict, check }: Judgement): boolean {
  return verdict.kind !== 'cannot-see' || check.question === undefined;
}

async function watch({ step, files, device, timers, signal }: RunOnBoardOptions): Promise<Evidence> {
  if (signal?.aborted) throw cancelled();
  await device.load(files);
  return recordRun(
    device,
    { source: files },
    {
      signal,
      begin: (stop) => timers.after(step.onBoard.watch / MILLISECOND, stop),
    },
  );
}
