/** Every listed mistake fails the check that it names and earns exactly the message that it names, whatever the seed. */

import { EARNS_CHECK, EARNS_ERROR } from '../check-references.ts';
import type { Lesson, MistakenProgram } from '../lesson.ts';
import type { Feedback, LessonReport } from '../report.ts';
import type { GateFinding, GateRule } from './rule.ts';

const RULE = 'mistakes-earn-theirs';

/** First seeds that each mistake is tried with; one seed may fit by luck. */
const TRIES = 2;

export const mistakesEarnTheirs: GateRule = async ({ lesson, run, firstSeed }) => {
  const findings: GateFinding[] = [];
  for (const mistaken of lesson.mistaken) {
    const steps = lesson.steps
      .filter(({ checks }) => checks.some(({ id }) => id === mistaken.fails))
      .map(({ id }) => id);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const seed = firstSeed + attempt;
      const report = await run(mistaken.name, mistaken.files, { repeats: 1, seed, steps });
      const message = complaint(mistaken, report);
      if (message)
        findings.push({ rule: RULE, program: mistaken.name, check: mistaken.fails, seed, message });
    }
  }
  return [...findings, ...untriedMistakes(lesson)];
};

function complaint({ fails, earns }: MistakenProgram, report: LessonReport): string | undefined {
  const step = report.steps.find(({ checks }) => checks.some(({ check }) => check === fails));
  const result = step?.checks.find(({ check }) => check === fails);
  if (result?.verdict !== 'failed')
    return `This mistake must fail \`${fails}\`, but the verdict is ${result?.verdict}.`;
  const earned = nameOf(step?.feedback);
  if (earned === earns) return undefined;
  return `This mistake must earn \`${earns}\`, but it earned \`${earned}\`: ${step?.feedback?.message ?? ''}`;
}

function nameOf(feedback: Feedback | undefined): string | undefined {
  if (feedback?.kind === 'error') return EARNS_ERROR;
  return feedback?.kind === 'check' ? EARNS_CHECK : feedback?.id;
}

/** A message that no program of the lesson earns has never been seen to work. */
function untriedMistakes(lesson: Lesson): readonly GateFinding[] {
  const earned = new Set(lesson.mistaken.map(({ earns }) => earns));
  return lesson.mistakes
    .filter(({ id }) => !earned.has(id))
    .map(({ id }) => ({
      rule: RULE,
      program: 'lesson.md',
      message: `No program in mistakes/ earns \`${id}\`. Add one, so that its message is known to work.`,
    }));
}
