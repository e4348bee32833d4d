import { expect, test } from 'vitest';
import type { Attempt } from '#common/host/host.ts';
import {
  type NewAttempt,
  WHOLE_STEP,
  answerAttempts,
  attemptsOf,
  isComplete,
  lessonProgress,
  readAttempt,
} from './progress.ts';
import { runLesson } from './run-lesson.ts';
import { LESSON_FILES, PROGRAMS, deviceMaker, testLesson } from './testing/test-lesson.ts';

const LESSON = testLesson();

function logOf(attempts: readonly NewAttempt[], log: readonly Attempt[] = []): readonly Attempt[] {
  return [
    ...log,
    ...attempts.map((attempt, index) => ({ ...attempt, id: String(log.length + index), at: 0 })),
  ];
}

async function tried(program: string, log: readonly Attempt[] = []): Promise<readonly Attempt[]> {
  const report = await runLesson({
    lesson: LESSON,
    files: { 'main.py': program },
    createDevice: deviceMaker(),
    seed: 1,
  });
  return logOf(attemptsOf(report, LESSON, log), log);
}

function states(log: readonly Attempt[], lesson = LESSON) {
  return lessonProgress(lesson, log).map(({ state }) => state);
}

test('a fresh lesson is new', () => {
  expect(states([])).toEqual(['new', 'new']);
  expect(isComplete(LESSON, lessonProgress(LESSON, []))).toBe(false);
});

test('trying and passing', async () => {
  expect(states(await tried(PROGRAMS.start))).toEqual(['tried', 'tried']);
  expect(states(await tried(PROGRAMS.flood))).toEqual(['passed', 'tried']);
  const log = await tried(PROGRAMS.right);
  expect(states(log)).toEqual(['passed', 'passed']);
  expect(isComplete(LESSON, lessonProgress(LESSON, log))).toBe(true);
});

test('a pass stays, whatever is tried later', async () => {
  const passed = await tried(PROGRAMS.right);
  expect(states(await tried(PROGRAMS.start, passed))).toEqual(['passed', 'passed']);
});

test('passes of single checks add up over several tries', async () => {
  const half = (await tried(PROGRAMS.flood)).filter(({ check }) => check !== WHOLE_STEP);
  expect(lessonProgress(LESSON, half)[1]).toMatchObject({
    state: 'tried',
    done: ['has-loop'],
    open: ['waters'],
  });
});

test('the record of a whole step is written once', async () => {
  const log = await tried(PROGRAMS.right, await tried(PROGRAMS.right));
  expect(log.filter(({ check, step }) => check === WHOLE_STEP && step === 'switch')).toHaveLength(1);
});

test('a newer version with another check keeps the pass and offers the check', async () => {
  const log = await tried(PROGRAMS.right);
  const text =
    LESSON_FILES['lesson.md']?.replace('1.0.0', '1.1.0').replace('id: has-loop', 'id: loops-well') ?? '';
  const newer = testLesson({ 'lesson.md': text });
  expect(lessonProgress(newer, log)[1]).toMatchObject({
    state: 'passed',
    passedIn: '1.0.0',
    open: ['loops-well'],
  });
});

test('renamed steps and checks keep their progress', async () => {
  const log = (await tried(PROGRAMS.right)).filter(({ check }) => check !== WHOLE_STEP);
  const text = LESSON_FILES['lesson.md']
    ?.replace('minutes: 5', 'minutes: 5\nrenamed:\n  switch: control\n  has-loop: loops')
    .replace('{#switch}', '{#control}')
    .replace('id: has-loop', 'id: loops');
  const newer = testLesson({ 'lesson.md': text ?? '' });
  expect(states(log, newer)).toEqual(['passed', 'passed']);
});

test('attempts of other lessons do not count', async () => {
  const log = (await tried(PROGRAMS.right)).map((attempt) => ({ ...attempt, lesson: 'a/b/other' }));
  expect(states(log)).toEqual(['new', 'new']);
});

test('quizzes need the right answer, predictions any; a step with nothing to do is read', () => {
  const questions = `## Think {#think}

\`\`\`quiz
id: q
ask: Which?
answers: [{ text: this }, { text: that, correct: true }]
\`\`\`

\`\`\`predict
id: p
ask: What?
answers: [{ text: this }, { text: that }]
\`\`\`

## End {#end}

Well done.
`;
  const lesson = testLesson({ 'lesson.md': `${LESSON_FILES['lesson.md']}\n${questions}` });
  const think = lesson.steps[2];
  const end = lesson.steps[3];
  if (!think || !end) throw new Error('steps are missing');
  let log = logOf(answerAttempts(lesson, think, 'q', 0, []));
  expect(states(log, lesson)[2]).toBe('tried');
  log = logOf(answerAttempts(lesson, think, 'p', 0, log), log);
  log = logOf(answerAttempts(lesson, think, 'q', 1, log), log);
  expect(states(log, lesson).slice(2)).toEqual(['passed', 'new']);
  log = logOf([readAttempt(lesson, end)], log);
  expect(states(log, lesson).slice(2)).toEqual(['passed', 'passed']);
  expect(answerAttempts(lesson, think, 'nothing', 0, log)).toEqual([]);
});
