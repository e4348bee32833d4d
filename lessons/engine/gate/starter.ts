/** The program that a learner begins with fails every behavior check, and none merely because nothing came up. */

import type { GateFinding, GateRule } from './rule.ts';
import { behaviorResults } from './results.ts';

const RULE = 'starter-fails';
const PROGRAM = 'start/main.py';

export const starterFails: GateRule = async ({ lesson, run, firstSeed }) => {
  const report = await run(PROGRAM, lesson.start, { repeats: 1, seed: firstSeed });
  const raised = report.steps.find(({ feedback }) => feedback?.kind === 'error')?.feedback;
  if (raised)
    return [{ rule: RULE, program: PROGRAM, message: `The starter stops with an error: ${raised.message}` }];
  return behaviorResults(lesson, report).flatMap((result): GateFinding[] => {
    if (result.verdict === 'failed') return [];
    const passed = result.verdict === 'passed';
    const message = passed
      ? `The check \`${result.check}\` passes before the learner has done anything.`
      : `The check \`${result.check}\` is never reached by the starter: ${result.message ?? ''}`;
    return [{ rule: RULE, program: PROGRAM, check: result.check, seed: result.seed, message }];
  });
};
