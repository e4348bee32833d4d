/** Every solution passes every check, with every seed that is tried. */

import type { GateFinding, GateRule } from './rule.ts';

export const solutionsPass: GateRule = async ({ lesson, run, seeds, firstSeed }) => {
  const findings: GateFinding[] = [];
  for (const { name, files } of lesson.solutions) {
    const report = await run(name, files, { repeats: seeds, seed: firstSeed });
    for (const result of report.steps.flatMap((step) => step.checks)) {
      if (result.verdict === 'passed') continue;
      const { check, seed, verdict } = result;
      const message = `This solution does not pass \`${check}\` (${verdict}): ${result.message ?? ''}`;
      findings.push({ rule: 'solutions-pass', program: name, check, seed, message });
    }
  }
  return findings;
};
