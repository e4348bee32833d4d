/** Programs that cheat fail every behavior check: one that is empty, and one that only prints what the solution printed. */

import type { OutputChunk } from '#interpreter/device/device.ts';
import { MILLISECOND } from '#common/time/duration.ts';
import { planScenario } from '../plan-scenario.ts';
import { runScenario } from '../run-scenario.ts';
import type { GateContext, GateFinding, GateRule } from './rule.ts';
import { behaviorChecks, behaviorResults } from './results.ts';

const RULE = 'cheats-fail';
/** Far from the seeds that solutions are tried with, so that a replayed run meets other values. */
const OTHER_SEEDS = 1000;
/** Moments that a replay holds at most. */
const LONGEST_REPLAY = 500;

export const cheatsFail: GateRule = async (context) => {
  const empty = await tryCheat(context, 'the empty program', '', () => true);
  const printable = new Set(
    behaviorChecks(context.lesson)
      .filter((check) => check.printable)
      .map(({ id }) => id),
  );
  const findings = [...empty];
  for (const [scenario, text] of await replays(context)) {
    const name = `a program that prints what the solution printed in \`${scenario}\``;
    findings.push(...(await tryCheat(context, name, text, (check) => !printable.has(check))));
  }
  return findings;
};

async function tryCheat(
  { lesson, run, firstSeed }: GateContext,
  name: string,
  text: string,
  counts: (check: string) => boolean,
): Promise<readonly GateFinding[]> {
  const report = await run(name, { 'main.py': text }, { repeats: 1, seed: firstSeed + OTHER_SEEDS });
  return behaviorResults(lesson, report)
    .filter(({ check, verdict }) => verdict === 'passed' && counts(check))
    .map(({ check, seed }) => ({
      rule: RULE,
      program: name,
      check,
      seed,
      message: `The check \`${check}\` is passed by ${name}.`,
    }));
}

/** A replay of each scenario whose output a check looks at. */
async function replays(context: GateContext): Promise<ReadonlyMap<string, string>> {
  const { lesson, createDevice, firstSeed, signal } = context;
  const programs = new Map<string, string>();
  const solution = lesson.solutions[0];
  const judged = new Set(
    behaviorChecks(lesson).flatMap(({ kind, scenarios }) => (kind === 'output' ? scenarios : [])),
  );
  if (!solution || judged.size === 0) return programs;
  const device = createDevice(lesson.diagram);
  try {
    await device.open();
    for (const scenario of lesson.scenarios.filter(({ id }) => judged.has(id))) {
      const plan = planScenario(scenario, scenario.seed === 'any' ? firstSeed : scenario.seed);
      const { output } = await runScenario(plan, solution.files, device, signal);
      programs.set(scenario.id, replayProgram(output));
    }
    return programs;
  } finally {
    device.dispose();
  }
}

function replayProgram(output: readonly OutputChunk[]): string {
  let last = 0;
  const moments = output.slice(0, LONGEST_REPLAY).map(({ at, text }) => {
    const wait = Math.max(0, Math.round((at - last) / MILLISECOND));
    last = at;
    return `    (${wait}, ${JSON.stringify(text)}),`;
  });
  return [
    'import time',
    'moments = [',
    ...moments,
    ']',
    'for wait, text in moments:',
    '    time.sleep_ms(wait)',
    "    print(text, end='')",
    'while True:',
    '    time.sleep(60)',
    '',
  ].join('\n');
}
