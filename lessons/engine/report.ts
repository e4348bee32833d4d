/** What a check run tells: plain data that crosses walls and goes into the log as it is. */

import type { EvidencePointer, Verdict } from './verdict.ts';

export interface CheckResult {
  /** Lesson path. */
  readonly lesson: string;
  readonly version: string;
  readonly step: string;
  readonly check: string;
  /** What is checked, for the learner. */
  readonly title: string;
  readonly verdict: Verdict['kind'];
  /** Seed of the run that decided. */
  readonly seed: number;
  /** Scenario of the run that decided; undefined for a check of the text alone. */
  readonly scenario?: string;
  /** What that run drew: name to value with its unit. */
  readonly drawn: Readonly<Record<string, string>>;
  readonly measured?: string;
  readonly wanted?: string;
  /** For the learner; undefined when passed. */
  readonly message?: string;
  readonly pointer?: EvidencePointer;
}

/** The one thing that helps most now. */
export interface Feedback {
  /** `error`: Python raised. `mistake`: a known mistake. `check`: the words of the check. */
  readonly kind: 'error' | 'mistake' | 'check';
  /** Id of the mistake, or of the check. */
  readonly id: string;
  /** Check that failed. */
  readonly check: string;
  readonly message: string;
  readonly pointer?: EvidencePointer;
}

export interface StepReport {
  readonly step: string;
  /** True when every check passed; a step without checks is always true. */
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  /** Present exactly when not passed. */
  readonly feedback?: Feedback;
}

export interface LessonReport {
  readonly lesson: string;
  readonly version: string;
  /** True when every step that was asked for passed. */
  readonly passed: boolean;
  readonly steps: readonly StepReport[];
}
