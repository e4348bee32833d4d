/** Reports of the lesson engine as lines for a person. */

import type { GateReport } from '#lessons/engine/gate/gate.ts';
import type { CheckResult, LessonReport } from '#lessons/engine/report.ts';

const MARKS: Readonly<Record<CheckResult['verdict'], string>> = {
  passed: '✓',
  failed: '✗',
  'not-reached': '–',
  'cannot-see': '?',
};

export function reportLines({ steps, passed }: LessonReport): string {
  const lines = steps.flatMap(({ step, checks, feedback }) => [
    ...checks.map((check) => `${MARKS[check.verdict]} ${step}: ${check.title}${measuredWords(check)}`),
    ...(feedback ? [`  ${feedback.message}`] : []),
  ]);
  return [...lines, passed ? 'All checks passed.' : 'Not passed yet.', ''].join('\n');
}

function measuredWords({ verdict, measured, wanted, seed, scenario }: CheckResult): string {
  if (verdict !== 'failed') return '';
  return ` (seen: ${measured}; wanted: ${wanted}${scenario ? `; ${scenario}, seed ${seed}` : ''})`;
}

export function gateLines({ lesson, passed, findings, programs }: GateReport): string {
  const lines = findings.map(({ rule, program, check, seed, message }) => {
    const place = [program, check, seed === undefined ? undefined : `seed ${seed}`]
      .filter(Boolean)
      .join(', ');
    return `✗ ${lesson}: ${rule} (${place}): ${message}`;
  });
  const count = `${programs} programs were tried`;
  return [
    ...lines,
    passed ? `✓ ${lesson}: ${count}.` : `${lesson}: ${findings.length} findings, ${count}.`,
    '',
  ].join('\n');
}
