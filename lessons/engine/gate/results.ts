/** Picks out of a report the checks that judge behavior. */

import type { Lesson, LessonCheck } from '../lesson.ts';
import type { CheckResult, LessonReport } from '../report.ts';

export function behaviorChecks(lesson: Lesson): readonly LessonCheck[] {
  return lesson.steps.flatMap((step) => step.checks).filter((check) => check.behavior);
}

export function behaviorResults(lesson: Lesson, report: LessonReport): readonly CheckResult[] {
  const ids = new Set(behaviorChecks(lesson).map(({ id }) => id));
  return report.steps.flatMap((step) => step.checks).filter(({ check }) => ids.has(check));
}
