/** What a lesson is once its folder has been read. It knows no device, no screen and no file system. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { ControlValue } from '#interpreter/device/capability.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Evidence, Observable } from '#interpreter/device/evidence.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { Check, FailedVerdict } from './verdict.ts';

export interface Lesson {
  /** `<curriculum>/<unit>/<lesson>`, as the library lists it. */
  readonly path: string;
  /** For ever; progress is kept under it. */
  readonly id: string;
  /** `major.minor.patch`. */
  readonly version: string;
  readonly title: string;
  /** One sentence for the library. */
  readonly summary: string;
  /** How long it takes, minutes. */
  readonly minutes: number;
  /** What is learned, such as `analog input`. */
  readonly concepts: readonly string[];
  /** Ids of lessons that should come before. */
  readonly needs: readonly string[];
  /** Blocks that the palette offers: block types, categories or levels by name. Absent where the learner's level decides. */
  readonly blocks?: readonly string[];
  /** Old step or check id to its present one. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Markdown before the first step; may be empty. */
  readonly intro: string;
  readonly steps: readonly Step[];
  readonly scenarios: readonly Scenario[];
  readonly mistakes: readonly Mistake[];
  readonly diagram: Diagram;
  /** The program that a learner begins with: file name to text. */
  readonly start: ProgramFiles;
  /** All must pass. The first is `solution/main.py`. */
  readonly solutions: readonly LessonProgram[];
  /** Programs that must fail, each with what it must be told. */
  readonly mistaken: readonly MistakenProgram[];
}

export interface Step {
  /** Permanent: progress and translations hang on it. */
  readonly id: string;
  readonly title: string;
  /** The whole text as Markdown, without the fenced blocks of the engine. */
  readonly markdown: string;
  /** The same in order of appearance: text, questions, and the places of the checks. */
  readonly content: readonly StepContent[];
  readonly questions: readonly Question[];
  readonly checks: readonly LessonCheck[];
  /** Markdown; shown one after another, on request. */
  readonly hints: readonly string[];
  /** Present where the step is done with a real board. It can be skipped: a lesson is complete without it. */
  readonly onBoard?: OnBoard;
  /** 1-based line of the heading in lesson.md. */
  readonly line: number;
}

/** How a program is checked on a real board. */
export interface OnBoard {
  /** How long the program is watched, ns. */
  readonly watch: Nanoseconds;
}

export type StepContent =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'check'; readonly check: LessonCheck };

/** A quiz has right answers. A prediction is asked before a run, and any answer counts as given. */
export interface Question {
  readonly kind: 'quiz' | 'predict';
  readonly id: string;
  /** Markdown. */
  readonly ask: string;
  readonly answers: readonly Answer[];
  /** Markdown shown after any answer. */
  readonly reveal?: string;
}

export interface Answer {
  readonly text: string;
  readonly correct: boolean;
  /** Markdown shown when this answer was chosen. */
  readonly say?: string;
}

export interface LessonCheck {
  readonly id: string;
  /** What is checked, in one phrase a learner can read before trying. */
  readonly title: string;
  /** Name of its kind in the registry, such as `reacts`. */
  readonly kind: string;
  /** True where the verdict depends on what the program does, false where on how it is written or that it ends well. */
  readonly behavior: boolean;
  /** True where a program that only prints may pass. */
  readonly printable: boolean;
  /** Ids of the scenarios whose evidence it judges. Empty for a check of the text alone. */
  readonly scenarios: readonly string[];
  readonly judge: Check;
  /** Facts without which it cannot judge. */
  readonly needs: readonly Observable[];
  /** What the learner is asked where the board cannot tell. */
  readonly question?: LearnerQuestion;
  /** 1-based line in lesson.md. */
  readonly line: number;
}

/** A question about what the learner sees. The answer yes counts as passed, on the learner's own word. */
export interface LearnerQuestion {
  /** Markdown in one line, to be answered with yes or no. */
  readonly ask: string;
  /** Markdown in one line: what helps where the answer was no. */
  readonly ifNo: string;
}

/** A known mistake: if every pattern is seen in the evidence of a failed check, this is what the learner hears. */
export interface Mistake {
  readonly id: string;
  /** Ids of the checks that it explains; empty means any. */
  readonly checks: readonly string[];
  /** What the learner hears, with the figures of the failed run. */
  readonly describe: (verdict: FailedVerdict, failed: Evidence) => string;
  /** Scenarios that its patterns look at besides that of the failed run. */
  readonly scenarios: readonly string[];
  /** Looks at the evidence of the failed run and of `scenarios`. Without their evidence it recognizes nothing. */
  readonly recognizes: (failed: Evidence, runs: ScenarioRuns) => boolean;
}

/** Evidence of every run so far, by scenario id. */
export type ScenarioRuns = Readonly<Record<string, readonly Evidence[]>>;

export interface LessonProgram {
  /** File name inside the lesson's folder, such as `solution/with-functions.py`. */
  readonly name: string;
  readonly files: ProgramFiles;
}

export interface MistakenProgram extends LessonProgram {
  /** Check that must fail. */
  readonly fails: string;
  /** Id of the mistake that must be recognized; `check` for the check's own message, `error` for a Python error. */
  readonly earns: string;
}

/** A value in a scenario: fixed, or drawn from the seed. */
export type Drawn<T> =
  | { readonly kind: 'fixed'; readonly value: T }
  | { readonly kind: 'uniform' | 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly values: readonly T[] };

export interface ControlRef {
  /** Part id, or `world`. */
  readonly part: string;
  readonly control: string;
}

export interface ControlSetting extends ControlRef {
  readonly value: Drawn<ControlValue>;
}

export type ScenarioStep =
  | { readonly kind: 'set'; readonly settings: readonly ControlSetting[] }
  | { readonly kind: 'delay'; readonly time: Drawn<Nanoseconds> }
  | { readonly kind: 'at'; readonly time: Drawn<Nanoseconds> }
  /** Moves a control from its last value in a straight line; small steps `every` so often. */
  | {
      readonly kind: 'ramp';
      readonly control: ControlRef;
      readonly from?: Drawn<number>;
      readonly to: Drawn<number>;
      readonly over: Drawn<Nanoseconds>;
      readonly every?: Nanoseconds;
    };

export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Controls before the first line of the program runs. */
  readonly given: readonly ControlSetting[];
  readonly steps: readonly ScenarioStep[];
  /** Virtual length, ns. */
  readonly length: Nanoseconds;
  readonly seed: number | 'any';
  /** How many seeds are tried for one verdict. */
  readonly repeats: number;
}
