/**
 * The author's gate: proves by running that a lesson's checks are strong (what must fail fails, for the right reason) and
 * fair (every solution passes). Each rule is one function; more of them can follow.
 */

import type { Lesson } from '../lesson.ts';
import { runLesson } from '../run-lesson.ts';
import type { CancelSignal } from '../record-run.ts';
import type { CreateDevice } from '../run-scenario.ts';
import { cheatsFail } from './cheats.ts';
import { mistakesEarnTheirs } from './mistakes.ts';
import type { GateContext, GateFinding, GateRule } from './rule.ts';
import { solutionsPass } from './solutions.ts';
import { starterFails } from './starter.ts';

export interface GateReport {
  readonly lesson: string;
  readonly passed: boolean;
  readonly findings: readonly GateFinding[];
  /** Programs that were tried. */
  readonly programs: number;
}

export interface GateOptions {
  /** Seeds that every solution must pass. Default: 3; before a release, 20 or more. */
  readonly seeds?: number;
  /** Default: 1. */
  readonly firstSeed?: number;
  /** Called before each program with its name. */
  readonly onProgram?: (name: string) => void;
  readonly signal?: CancelSignal;
}

const RULES: readonly GateRule[] = [starterFails, solutionsPass, mistakesEarnTheirs, cheatsFail];

/** @throws PinlabError `cancelled`, or what the device rejects with. */
export async function checkLesson(
  lesson: Lesson,
  createDevice: CreateDevice,
  options: GateOptions = {},
): Promise<GateReport> {
  const { seeds = 3, firstSeed = 1, onProgram, signal } = options;
  let programs = 0;
  const context: GateContext = {
    lesson,
    createDevice,
    seeds,
    firstSeed,
    signal,
    run(name, files, run) {
      programs++;
      onProgram?.(name);
      return runLesson({ lesson, files, createDevice, ...run, ...(signal && { signal }) });
    },
  };
  const findings: GateFinding[] = [];
  for (const rule of RULES) findings.push(...(await rule(context)));
  return { lesson: lesson.path, passed: findings.length === 0, findings, programs };
}
