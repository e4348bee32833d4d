/** Ids of a lesson: each is used once, and every reference leads somewhere. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { LessonCheck, Mistake, MistakenProgram, Scenario, Step } from './lesson.ts';
import { needsScenario } from './read-check.ts';

interface Parts {
  readonly steps: readonly Step[];
  readonly scenarios: readonly Scenario[];
  readonly mistakes: readonly (Mistake & { readonly line: number })[];
  readonly mistaken: readonly MistakenProgram[];
  /** Name of the lesson's text, for messages. */
  readonly file: string;
}

/** Words of `earns` that are no mistake. */
export const EARNS_CHECK = 'check';
export const EARNS_ERROR = 'error';

export function checkReferences(parts: Parts, problems: Problem[]): void {
  const { steps, scenarios, mistakes, mistaken, file } = parts;
  const at = (line?: number): Problem['where'] => ({ file, ...(line !== undefined && { line }) });
  const report = (code: string, message: string, fix: string, where: Problem['where']): void => {
    problems.push({ severity: 'error', code, message, fix, where });
  };
  const checks = steps.flatMap((step) => step.checks);
  const once = (what: string, entries: readonly { readonly id: string; readonly line?: number }[]): void => {
    for (const [index, { id, line }] of entries.entries()) {
      if (id === '' || entries.findIndex((entry) => entry.id === id) === index) continue;
      report(
        'duplicate-id',
        `The id \`${id}\` is used for two ${what}.`,
        'Give each an id of its own.',
        at(line),
      );
    }
  };
  once('steps', steps);
  once(
    'checks or questions',
    steps.flatMap((step) => [...step.questions, ...step.checks]),
  );
  once('scenarios', scenarios);
  once('mistakes', mistakes);
  // A block that could not be read has been reported already; a reference to it is not a second mistake.
  if (problems.some((problem) => problem.severity === 'error')) return;
  for (const check of checks)
    checkScenarios(check, scenarios, (message, fix) =>
      report('unknown-scenario', message, fix, at(check.line)),
    );
  for (const step of steps)
    checkQuestions(step, (code, message, fix, line) => report(code, message, fix, at(line)));
  const checkIds = checks.map(({ id }) => id);
  for (const { id, checks: explained, line } of mistakes) {
    for (const name of explained.filter((known) => !checkIds.includes(known))) {
      report(
        'unknown-check',
        `The mistake \`${id}\` explains \`${name}\`, which is no check.`,
        suggestName(name, checkIds, 'checks'),
        at(line),
      );
    }
  }
  const scenarioIds = scenarios.map(({ id }) => id);
  for (const { id, scenarios: needed, line } of mistakes) {
    for (const name of needed.filter((known) => !scenarioIds.includes(known))) {
      const message = `The mistake \`${id}\` names the scenario \`${name}\`, which does not exist.`;
      report('unknown-scenario', message, suggestName(name, scenarioIds, 'scenarios'), at(line));
    }
  }
  const earnable = [...mistakes.map(({ id }) => id), EARNS_CHECK, EARNS_ERROR];
  for (const { name, fails, earns } of mistaken) {
    const where = { file: name, line: 1 };
    if (!checkIds.includes(fails))
      report(
        'unknown-check',
        `There is no check called \`${fails}\`.`,
        suggestName(fails, checkIds, 'checks'),
        where,
      );
    if (!earnable.includes(earns))
      report(
        'unknown-mistake',
        `There is no mistake called \`${earns}\`.`,
        suggestName(earns, earnable, 'mistakes'),
        where,
      );
  }
}

/** On a real board only the output is seen: for the rest the learner is asked. */
function checkQuestions(
  { onBoard, checks }: Step,
  report: (code: string, message: string, fix: string, line: number) => void,
): void {
  for (const { id, needs, question, line } of checks) {
    const isSeen = needs.every((need) => need === 'output');
    if (onBoard && !isSeen && !question)
      report(
        'missing-question',
        `The check \`${id}\` needs more than a real board tells (${needs.join(', ')}).`,
        'Add `question:` with `ask:` and `if-no:`, so that the learner is asked what they see.',
        line,
      );
    else if (question && (!onBoard || isSeen))
      report(
        'question-never-asked',
        `The question of the check \`${id}\` is never asked.`,
        'Questions belong to checks that a real board cannot see, in a step with an `on-board` block.',
        line,
      );
  }
}

function checkScenarios(
  check: LessonCheck,
  scenarios: readonly Scenario[],
  report: (message: string, fix: string) => void,
): void {
  if (!needsScenario(check)) return;
  const ids = scenarios.map(({ id }) => id);
  if (check.scenarios.length === 0) {
    report(
      `The check \`${check.id}\` names no scenario.`,
      'Add `scenario: …` with the id of a scenario of this lesson.',
    );
  }
  for (const name of check.scenarios.filter((known) => !ids.includes(known))) {
    report(
      `The check \`${check.id}\` names the scenario \`${name}\`, which does not exist.`,
      suggestName(name, ids, 'scenarios'),
    );
  }
}
