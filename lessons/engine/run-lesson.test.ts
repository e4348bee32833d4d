import { describe, expect, test } from 'vitest';
import { PinlabError } from '#common/errors/pinlab-error.ts';
import { HOUR } from '#common/time/duration.ts';
import { VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import { type RunLessonOptions, type RunProgress, runLesson } from './run-lesson.ts';
import { type DeviceLog, LESSON_FILES, PROGRAMS, deviceMaker, testLesson } from './testing/test-lesson.ts';

const LESSON = testLesson();

function run(program: string, more: Partial<RunLessonOptions> = {}) {
  return runLesson({
    lesson: LESSON,
    files: { 'main.py': program },
    createDevice: deviceMaker(),
    seed: 5,
    ...more,
  });
}

test('the right program passes every step', async () => {
  const report = await run(PROGRAMS.right);
  expect(report).toMatchObject({ lesson: 'a/b/watering', version: '1.0.0', passed: true });
  expect(report.steps.map(({ step, passed }) => [step, passed])).toEqual([
    ['hello', true],
    ['switch', true],
  ]);
  expect(report.steps.every(({ feedback }) => feedback === undefined)).toBe(true);
});

test('a result says which seed decided and what it drew', async () => {
  const report = await run(PROGRAMS.inverted);
  expect(report.steps[1]?.checks[0]).toMatchObject({
    lesson: 'a/b/watering',
    version: '1.0.0',
    step: 'switch',
    check: 'waters',
    verdict: 'failed',
    seed: 5,
    scenario: 'cold',
    drawn: { 'world.heat': expect.stringMatching(/^\d+(\.\d+)?$/) },
    measured: expect.any(String),
    wanted: expect.any(String),
    message: expect.stringMatching(/^At [\d.]+ °C the pump was on\.$/),
    pointer: { subject: 'pump.on' },
  });
});

test('the same seed gives the same report, another seed other values', async () => {
  const drawn = (report: Awaited<ReturnType<typeof run>>) => report.steps[1]?.checks[0]?.drawn;
  expect(await run(PROGRAMS.flood)).toEqual(await run(PROGRAMS.flood));
  expect(drawn(await run(PROGRAMS.flood))).not.toEqual(drawn(await run(PROGRAMS.flood, { seed: 6 })));
});

describe('feedback', () => {
  const feedbackOf = async (program: string) => (await run(program)).steps[1]?.feedback;

  test('a recognized mistake has its own words, with the figures of the run', async () => {
    expect(await feedbackOf(PROGRAMS.inverted)).toMatchObject({
      kind: 'mistake',
      id: 'inverted',
      message: 'The wrong way round.',
    });
    const flood = await feedbackOf(PROGRAMS.flood);
    expect(flood).toMatchObject({ kind: 'mistake', id: 'flood', check: 'waters' });
    expect(flood?.message).toMatch(/^Always on, even at [\d.]+ °C\.$/);
  });

  test('else the words of the first check that failed', async () => {
    expect(await feedbackOf(PROGRAMS.start)).toMatchObject({ kind: 'check', id: 'waters' });
  });

  test('a Python error goes before everything', async () => {
    expect(await feedbackOf(PROGRAMS.raises)).toMatchObject({
      kind: 'error',
      id: 'NameError',
      pointer: { line: 1 },
    });
  });

  test('a program that ends too soon hears that', async () => {
    const feedback = await feedbackOf(PROGRAMS.ends);
    expect(feedback).toMatchObject({
      kind: 'check',
      id: 'waters',
      message: expect.stringContaining('while True'),
    });
  });

  test('a mistake is recognized although its step alone is checked', async () => {
    const lesson = testLesson({
      'lesson.md': String(LESSON_FILES['lesson.md']).replace('scenario: [cold, hot]', 'scenario: cold'),
    });
    const report = await run(PROGRAMS.inverted, { lesson, steps: ['switch'] });
    expect(report.steps[0]?.feedback).toMatchObject({ kind: 'mistake', id: 'inverted' });
  });
});

test('a check of the text alone needs no run', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  const lesson = {
    ...LESSON,
    steps: LESSON.steps.map((step) => ({
      ...step,
      checks: step.checks.filter(({ kind }) => kind === 'source'),
    })),
  };
  const report = await run('nothing', { lesson, createDevice: deviceMaker(log) });
  expect(log.made).toEqual([]);
  expect(report.steps[1]?.checks).toMatchObject([
    { check: 'has-loop', verdict: 'failed', message: 'There is no while.' },
  ]);
});

test('every scenario is played once per seed, at full speed, on one device that is disposed', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  await run(PROGRAMS.right, { createDevice: deviceMaker(log) });
  expect(log.seeds).toEqual([5, 6, 7, 5, 6, 7]);
  expect(log.made).toHaveLength(1);
  expect(log.made[0]?.device.status).toBe('closed');
  expect(log.made[0]?.device.capability(VIRTUAL_TIME)).toMatchObject({ speed: 'max', limit: HOUR });
});

test('more seeds are not tried where one has failed every check', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  await run(PROGRAMS.raises, { createDevice: deviceMaker(log) });
  expect(log.seeds).toEqual([5, 5]);
});

test('only the steps that are asked for are run', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  const report = await run(PROGRAMS.right, { steps: ['hello'], repeats: 1, createDevice: deviceMaker(log) });
  expect(report.steps.map(({ step }) => step)).toEqual(['hello']);
  expect(log.seeds).toEqual([5]);
});

test('the diagram of the project does not go to the board', async () => {
  const report = await run(PROGRAMS.right, { files: { 'main.py': PROGRAMS.right, 'diagram.json': '{}' } });
  expect(report.passed).toBe(true);
});

test('tells its progress', async () => {
  const seen: RunProgress[] = [];
  await run(PROGRAMS.right, { repeats: 1, onProgress: (progress) => seen.push(progress) });
  expect(seen).toEqual([
    { done: 0, total: 2, scenario: 'cold' },
    { done: 1, total: 2, scenario: 'hot' },
    { done: 2, total: 2 },
  ]);
});

test('is cancelled in the middle of a run, and disposes the device', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  const controller = new AbortController();
  const running = run(PROGRAMS.forever, { createDevice: deviceMaker(log), signal: controller.signal });
  const started = new Promise<void>((resolve) => {
    log.made[0]?.device.onStatus((status) => status === 'running' && resolve());
  });
  await started;
  controller.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(running).rejects.toBeInstanceOf(PinlabError);
  expect(log.made.map(({ device }) => device.status)).toEqual(['closed']);
});

test('is cancelled before it begins', async () => {
  const log: DeviceLog = { made: [], seeds: [] };
  await expect(
    run(PROGRAMS.right, { createDevice: deviceMaker(log), signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(log.made).toEqual([]);
});

test('a board whose time cannot be set answers that it cannot see', async () => {
  const report = await run(PROGRAMS.right, { createDevice: deviceMaker(undefined, [VIRTUAL_TIME.name]) });
  expect(report.passed).toBe(false);
  expect(report.steps[1]?.checks).toMatchObject([{ verdict: 'cannot-see' }, { verdict: 'passed' }]);
});
