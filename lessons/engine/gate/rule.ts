/** What a rule of the gate is given and what it gives back. */

import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Lesson } from '../lesson.ts';
import type { LessonReport } from '../report.ts';
import type { CancelSignal } from '../record-run.ts';
import type { CreateDevice } from '../run-scenario.ts';

export interface GateFinding {
  readonly rule: string;
  /** Program that behaved otherwise than it must: `solution/main.py`. */
  readonly program: string;
  readonly check?: string;
  /** Seed that shows it. */
  readonly seed?: number;
  /** One sentence for the author. */
  readonly message: string;
}

export interface GateRun {
  /** Seeds of each scenario. */
  readonly repeats: number;
  readonly seed: number;
  /** Ids. Default: every step. */
  readonly steps?: readonly string[];
}

/** What a rule works with. */
export interface GateContext {
  readonly lesson: Lesson;
  readonly createDevice: CreateDevice;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly signal: CancelSignal | undefined;
  /** Runs a program against the lesson. */
  run(name: string, files: ProgramFiles, options: GateRun): Promise<LessonReport>;
}

export type GateRule = (context: GateContext) => Promise<readonly GateFinding[]>;
