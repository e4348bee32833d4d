/** `pinlab lesson`: the author's gate over lessons, and the checks of one lesson over one program. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import { type GateReport, checkLesson } from '#lessons/engine/gate/gate.ts';
import { runLesson } from '#lessons/engine/run-lesson.ts';
import { type Command, EXIT } from '../command.ts';
import { inputError } from '../input-error.ts';
import { allLessons, findLesson } from '../lesson/find-lesson.ts';
import { gateLines, reportLines } from '../lesson/words.ts';
import { createNodeDevice } from '../node-device.ts';
import type { ParsedOptions } from '../options.ts';
import { readProgram } from '../run/program.ts';
import type { Terminal } from '../terminal.ts';

const DEFAULT_SEED = 1;
const DEFAULT_SEEDS = 5;

type Subcommand = (names: readonly string[], options: ParsedOptions, terminal: Terminal) => Promise<number>;

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = { check: checkLessons, run: runProgram };

export const lesson: Command = {
  name: 'lesson',
  synopsis: 'check [LESSON …] | run LESSON --program FILE|DIR',
  summary: 'Prove the checks of lessons, or check one program against a lesson.',
  details: [
    'check tries a lesson’s starter, solutions and known mistakes: what must fail fails for its reason, what must pass',
    'passes with every seed. Without LESSON: all lessons. LESSON is a folder, or a path in the library.',
    'run plays the lesson’s scenarios with a program and says what a learner would be told.',
  ].join('\n'),
  options: [
    { name: 'seed', value: 'N', help: `First seed. Default: ${DEFAULT_SEED}.` },
    {
      name: 'seeds',
      value: 'N',
      help: `check: seeds that every solution must pass. Default: ${DEFAULT_SEEDS}.`,
    },
    { name: 'program', value: 'FILE|DIR', help: 'run: the program to check.' },
    { name: 'step', value: 'ID', repeated: true, help: 'run: check only this step.' },
    { name: 'json', help: 'Print the report as JSON.' },
  ],
  async run(options, terminal) {
    const [name = '', ...names] = options.positionals;
    const subcommand = SUBCOMMANDS[name];
    if (subcommand) return subcommand(names, options, terminal);
    const message = name === '' ? 'pinlab lesson needs a word more.' : `pinlab lesson has no "${name}".`;
    const fix = suggestName(name, Object.keys(SUBCOMMANDS), 'words');
    throw inputError({ code: 'bad-usage', message, fix });
  },
};

async function checkLessons(
  names: readonly string[],
  options: ParsedOptions,
  terminal: Terminal,
): Promise<number> {
  const firstSeed = readCount(options, 'seed', DEFAULT_SEED);
  const seeds = readCount(options, 'seeds', DEFAULT_SEEDS);
  const reports: GateReport[] = [];
  for (const name of names.length > 0 ? names : await allLessons(terminal)) {
    const found = await findLesson(name, terminal);
    const report = await checkLesson(found, createNodeDevice, { firstSeed, seeds });
    reports.push(report);
    if (!options.has('json')) terminal.out(gateLines(report));
  }
  if (options.has('json'))
    terminal.out(
      `${JSON.stringify({ version: 1, passed: reports.every(({ passed }) => passed), lessons: reports }, null, 2)}\n`,
    );
  return reports.every(({ passed }) => passed) ? EXIT.done : EXIT.failed;
}

async function runProgram(
  names: readonly string[],
  options: ParsedOptions,
  terminal: Terminal,
): Promise<number> {
  const [name, ...more] = names;
  const path = options.text('program');
  if (name === undefined || path === undefined || more.length > 0) {
    const fix = 'Write pinlab lesson run LESSON --program FILE.';
    throw inputError({ code: 'bad-usage', message: 'This takes one lesson and one program.', fix });
  }
  const found = await findLesson(name, terminal);
  const steps = options.texts('step');
  for (const step of steps)
    refuseUnknownStep(
      step,
      found.steps.map(({ id }) => id),
    );
  const report = await runLesson({
    lesson: found,
    files: readProgram(path, terminal.folder).files,
    createDevice: createNodeDevice,
    seed: readCount(options, 'seed', DEFAULT_SEED),
    ...(steps.length > 0 && { steps }),
  });
  terminal.out(options.has('json') ? `${JSON.stringify(report, null, 2)}\n` : reportLines(report));
  return report.passed ? EXIT.done : EXIT.failed;
}

function refuseUnknownStep(step: string, known: readonly string[]): void {
  if (known.includes(step)) return;
  const fix = suggestName(step, known, 'steps');
  throw inputError({
    code: 'unknown-step',
    message: `The lesson has no step "${step}".`,
    fix,
    where: { file: '--step' },
  });
}

function readCount(options: ParsedOptions, name: string, fallback: number): number {
  const text = options.text(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= 0xffffffff) return value;
  const fix = 'Write a whole number from 1 on.';
  throw inputError({
    code: 'bad-option',
    message: 'This is no count.',
    fix,
    where: { file: `--${name} ${text}` },
  });
}
