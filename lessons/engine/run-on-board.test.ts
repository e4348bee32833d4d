import { describe, expect, it } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import type { Script } from '#interpreter/device/memory-device.ts';
import type { Attempt } from '#common/host/host.ts';
import { loadLesson } from './load.ts';
import type { Lesson, OnBoard, Step } from './lesson.ts';
import { isComplete, lessonProgress, type NewAttempt, attemptsOf, wordAttempts } from './progress.ts';
import { runOnBoard } from './run-on-board.ts';
import { TEST_CATALOG } from './testing/test-bench.ts';
import { LESSON_FILES, testLesson } from './testing/test-lesson.ts';

const QUESTION = `question:
  ask: Does the pump run when you warm it?
  if-no: Look at its three wires.
`;

const step = (watch: string, question = QUESTION): string => `
## On your board {#on-your-board}

Wire it.

\`\`\`on-board
watch: ${watch}
\`\`\`

\`\`\`check
id: board-hello
title: It says hello
kind: output
scenario: hot
contains: Hello
say: "It said {measured}."
\`\`\`

\`\`\`check
id: board-pump
title: The pump runs in the heat
kind: becomes
scenario: hot
expect: pump.on is true
within: 1 min
say: "It never ran."
${question}\`\`\`
`;

function lessonWith(text: string): Lesson {
  return testLesson({ 'lesson.md': `${LESSON_FILES['lesson.md']}${text}` });
}

function boardStep(lesson: Lesson): Step & { readonly onBoard: OnBoard } {
  const last = lesson.steps.at(-1);
  if (!last?.onBoard) throw new Error('The last step is not for a board.');
  return { ...last, onBoard: last.onBoard };
}

const SCRIPTS: Readonly<Record<string, Script>> = {
  hello: async (run) => {
    run.print('Hello\n');
    await run.readLine();
  },
  quiet: async (run) => void (await run.readLine()),
  raises: (run) => run.raise('NameError', "name 'pmup' isn't defined", [{ file: 'main.py', line: 3 }]),
};

async function open() {
  const device = new MemoryBoard({ scripts: SCRIPTS });
  await device.open();
  return { device, timers: new ManualTimers() };
}

async function run(program: string, lesson = lessonWith(step('20 s'))) {
  const { device, timers } = await open();
  const running = runOnBoard({
    lesson,
    step: boardStep(lesson),
    files: { 'main.py': program },
    device,
    timers,
  });
  await Promise.resolve();
  await Promise.resolve();
  timers.advance(20_000);
  return { report: await running, device, lesson };
}

const verdicts = (report: Awaited<ReturnType<typeof run>>['report']) =>
  report.steps[0]?.checks.map(({ check, verdict }) => `${check} ${verdict}`);

describe('a program on a real board', () => {
  it('is judged by what it prints; the rest is asked', async () => {
    const { report, device } = await run('hello');
    expect(verdicts(report)).toEqual(['board-hello passed', 'board-pump cannot-see']);
    expect(report.passed).toBe(false);
    expect(report.steps[0]?.feedback).toBeUndefined();
    expect(device.status).toBe('idle');
  });

  it('that does not print what it must hears so', async () => {
    const { report } = await run('quiet');
    expect(verdicts(report)?.[0]).toBe('board-hello failed');
    expect(report.steps[0]?.feedback).toMatchObject({ kind: 'check', id: 'board-hello' });
  });

  it('that stops with an error hears which and where', async () => {
    const { report } = await run('raises');
    expect(report.steps[0]?.feedback).toMatchObject({ kind: 'error', id: 'NameError', pointer: { line: 3 } });
  });

  it('can be cancelled, and leaves the board idle', async () => {
    const { device, timers } = await open();
    const lesson = lessonWith(step('20 s'));
    const abort = new AbortController();
    const running = runOnBoard({
      lesson,
      step: boardStep(lesson),
      files: { 'main.py': 'quiet' },
      device,
      timers,
      signal: abort.signal,
    });
    await Promise.resolve();
    await Promise.resolve();
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(device.status).toBe('idle');
  });
});

describe('the word of the learner', () => {
  const log = (attempts: readonly NewAttempt[]): readonly Attempt[] =>
    attempts.map((attempt, index) => ({ ...attempt, id: String(index), at: 0 }));

  it('completes the step and is marked as such', async () => {
    const { report, lesson } = await run('hello');
    const before = log(attemptsOf(report, lesson, []));
    const said = wordAttempts(lesson, boardStep(lesson), 'board-pump', true, before);
    expect(said.map(({ check, verdict, judge }) => [check, verdict, judge])).toEqual([
      ['board-pump', 'passed', 'learner'],
      ['step', 'passed', undefined],
    ]);
    expect(lessonProgress(lesson, [...before, ...log(said)]).at(-1)?.state).toBe('passed');
  });

  it('does not help a step whose program failed', async () => {
    const { report, lesson } = await run('quiet');
    const before = log(attemptsOf(report, lesson, []));
    expect(wordAttempts(lesson, boardStep(lesson), 'board-pump', true, before)).toHaveLength(1);
  });
});

describe('a lesson with such a step', () => {
  it('is complete without it', () => {
    const lesson = lessonWith(step('20 s'));
    const others = ['hello', 'switch'].map((id) => ({
      lesson: lesson.path,
      lessonVersion: lesson.version,
      step: id,
      check: 'step',
      verdict: 'passed' as const,
      seed: 0,
      id,
      at: 0,
    }));
    expect(isComplete(lesson, lessonProgress(lesson, others))).toBe(true);
    expect(isComplete(lesson, lessonProgress(lesson, others.slice(1)))).toBe(false);
  });

  const problems = (text: string) =>
    loadLesson(
      { ...LESSON_FILES, 'lesson.md': `${LESSON_FILES['lesson.md']}${text}` },
      { path: 'a/b/c', catalog: TEST_CATALOG },
    ).problems.map(({ code }) => code);

  it.each([
    ['nothing to complain about', step('20 s'), []],
    ['a check that nobody can see', step('20 s', ''), ['missing-question']],
    ['a time that nobody waits', step('2 h'), ['bad-watch']],
    ['no time', step('soon'), ['not-a-time']],
    ['half a question', step('20 s', 'question:\n  ask: Well?\n'), ['missing-field']],
    ['a question without a board', step('20 s').replace(/```on-board[^`]*```/, ''), ['question-never-asked']],
  ])('%s', (_, text, codes) => {
    expect(problems(text)).toEqual(codes);
  });
});
