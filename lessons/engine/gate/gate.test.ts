import { expect, test } from 'vitest';
import { LESSON_FILES, PROGRAMS, deviceMaker, testLesson } from '../testing/test-lesson.ts';
import { checkLesson } from './gate.ts';

const TEXT = LESSON_FILES['lesson.md'] ?? '';

async function findingsOf(changes: Readonly<Record<string, string>> = {}) {
  const { findings } = await checkLesson(testLesson(changes), deviceMaker(), { seeds: 2 });
  return findings.map(({ rule, program, check }) => [rule, program, check]);
}

test('a sound lesson passes', async () => {
  const names: string[] = [];
  const report = await checkLesson(testLesson(), deviceMaker(), {
    seeds: 2,
    onProgram: (name) => names.push(name),
  });
  expect(report).toMatchObject({ lesson: 'a/b/watering', passed: true, findings: [] });
  expect(names).toContain('mistakes/flood.py');
  expect(report.programs).toBe(names.length);
});

test('a starter that passes already is found', async () => {
  expect(await findingsOf({ 'start/main.py': PROGRAMS.right })).toEqual([
    ['starter-fails', 'start/main.py', 'says-hello'],
    ['starter-fails', 'start/main.py', 'waters'],
  ]);
});

test('a starter that never gets there is found, for its failure is empty', async () => {
  expect(await findingsOf({ 'start/main.py': PROGRAMS.ends })).toContainEqual([
    'starter-fails',
    'start/main.py',
    'waters',
  ]);
});

test('a starter with an error is found', async () => {
  expect(await findingsOf({ 'start/main.py': PROGRAMS.raises })).toContainEqual([
    'starter-fails',
    'start/main.py',
    undefined,
  ]);
});

test('a solution that fails is found', async () => {
  expect(await findingsOf({ 'solution/other.py': PROGRAMS.inverted })).toEqual([
    ['solutions-pass', 'solution/other.py', 'waters'],
  ]);
});

test('a mistake that passes, or earns the words of another, is found', async () => {
  const wrong = PROGRAMS.flood.replace('earns: flood', 'earns: inverted');
  const lesson = testLesson({ 'mistakes/flood.py': wrong });
  const make = deviceMaker();
  const { findings } = await checkLesson(
    {
      ...lesson,
      mistaken: [
        {
          ...lesson.mistaken[0],
          files: { 'main.py': PROGRAMS.flood },
          name: 'mistakes/flood.py',
          fails: 'waters',
          earns: 'inverted',
        },
      ],
    },
    make,
    { seeds: 1 },
  );
  expect(
    findings.filter(({ rule }) => rule === 'mistakes-earn-theirs').map(({ message }) => message),
  ).toEqual([
    expect.stringContaining('it earned `flood`'),
    expect.stringContaining('it earned `flood`'),
    'No program in mistakes/ earns `flood`. Add one, so that its message is known to work.',
  ]);
  const passing = {
    ...lesson,
    mistaken: [
      { name: 'mistakes/no.py', fails: 'waters', earns: 'flood', files: { 'main.py': PROGRAMS.right } },
    ],
    mistakes: lesson.mistakes.slice(0, 1),
  };
  const report = await checkLesson(passing, make, { seeds: 1 });
  expect(report.findings).toMatchObject([
    { message: expect.stringContaining('the verdict is passed') },
    { seed: 2 },
  ]);
});

test('a check that an empty program passes is found', async () => {
  const idle = TEXT.replace(
    'kind: reacts\nscenario: [cold, hot]',
    'kind: output\nscenario: [cold, hot]\nmatches: Bye\ncount: 0',
  ).replace(/rules:\n.*\n.*\n/, '');
  expect(await findingsOf({ 'lesson.md': idle })).toContainEqual([
    'cheats-fail',
    'the empty program',
    'waters',
  ]);
});
