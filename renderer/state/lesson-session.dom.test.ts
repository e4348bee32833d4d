import { describe, expect, it } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { loadLesson } from '#lessons/engine/load.ts';
import { LessonSession } from './lesson-session.svelte.ts';
import { LESSON_FILES, LESSON_PATH, createTestServices } from './test-lesson.ts';

async function open(services = createTestServices()) {
  const { lesson, problems } = loadLesson(LESSON_FILES, { path: LESSON_PATH, catalog: services.catalog });
  if (!lesson) throw new Error(JSON.stringify(problems));
  const session = new LessonSession(lesson, services);
  await session.load();
  return { session, services };
}

const states = (session: LessonSession): readonly string[] => session.progress.map(({ state }) => state);

describe('LessonSession', () => {
  it('counts a text as done when the learner goes on', async () => {
    const { session } = await open();
    expect(states(session)).toEqual(['new', 'new', 'new']);
    session.goTo(1);
    expect(states(session)).toEqual(['passed', 'new', 'new']);
  });

  it('counts a quiz as done when it is answered right', async () => {
    const { session } = await open();
    session.goTo(1);
    const [question] = session.step?.questions ?? [];
    if (!question) throw new Error('The lesson has no question.');
    session.answer(question, 1);
    expect(session.isDone(1)).toBe(false);
    session.answer(question, 0);
    expect(session.isDone(1)).toBe(true);
  });

  it('passes a good program and remembers it the next time', async () => {
    const { session, services } = await open();
    session.goTo(2);
    await session.check({ 'main.py': 'good' });
    expect(session.results.get('no-error')?.verdict).toBe('passed');
    expect(session.isDone(2)).toBe(true);
    const again = await open(services);
    expect(again.session.isDone(2)).toBe(true);
    expect(again.session.isPassed('no-error')).toBe(false);
    again.session.goTo(2);
    expect(again.session.isPassed('no-error')).toBe(true);
  });

  it('says what is wrong with a program and where', async () => {
    const { session } = await open();
    session.goTo(2);
    await session.check({ 'main.py': 'bad' });
    expect(session.results.get('no-error')?.verdict).toBe('failed');
    expect(session.feedback.get('print')).toMatchObject({ kind: 'error', pointer: { line: 2 } });
    expect(session.isDone(2)).toBe(false);
  });

  it('never takes a pass back', async () => {
    const { session } = await open();
    session.goTo(2);
    await session.check({ 'main.py': 'good' });
    await session.check({ 'main.py': 'bad' });
    expect(session.isDone(2)).toBe(true);
    expect(session.results.get('no-error')?.verdict).toBe('failed');
  });

  it('can be cancelled, and then records nothing', async () => {
    const { session, services } = await open();
    session.goTo(2);
    const checking = session.check({ 'main.py': 'endless' });
    await Promise.resolve();
    session.cancelCheck();
    await checking;
    expect(session.checkRun).toEqual({ kind: 'cancelled' });
    expect(session.results.size).toBe(0);
    expect((await services.host.listAttempts(LESSON_PATH)).map(({ check }) => check)).not.toContain(
      'no-error',
    );
  });

  it('tells when a check cannot be run at all', async () => {
    const services = createTestServices();
    const broken = {
      ...services,
      createDevice: () => {
        throw new Error('No worker.');
      },
    };
    const { session } = await open(broken);
    session.goTo(2);
    await session.check({ 'main.py': 'good' });
    expect(session.checkRun).toEqual({ kind: 'failed', message: 'No worker.' });
  });

  it('opens hints one at a time', async () => {
    const { session } = await open();
    session.goTo(2);
    expect([session.openHints.length, session.hasMoreHints]).toEqual([0, true]);
    session.showHint();
    expect([session.openHints, session.hasMoreHints]).toEqual([['First **hint**.'], true]);
    session.showHint();
    expect(session.hasMoreHints).toBe(false);
  });

  it('goes on at the first step that is not done', async () => {
    const { session, services } = await open();
    session.goTo(1);
    expect((await open(services)).session.stepIndex).toBe(1);
  });
});

const BOARD_STEP = `
## On your board {#on-your-board}
\`\`\`on-board
watch: 20 s
\`\`\`
\`\`\`check
id: board-hello
title: It says hello
kind: output
scenario: plain
contains: hello
say: "It said {measured}."
\`\`\`
\`\`\`check
id: board-lit
title: The LED is lit
kind: becomes
scenario: plain
expect: board:GP25 is high
within: 10 s
say: "It stayed dark."
question:
  ask: Is the LED lit?
  if-no: Look at its wires.
\`\`\`
`;

describe('a step for a real board', () => {
  async function openBoardStep() {
    const services = createTestServices();
    const files = { ...LESSON_FILES, 'lesson.md': `${LESSON_FILES['lesson.md']}${BOARD_STEP}` };
    const { lesson, problems } = loadLesson(files, { path: LESSON_PATH, catalog: services.catalog });
    if (!lesson) throw new Error(JSON.stringify(problems));
    const timers = new ManualTimers();
    const session = new LessonSession(lesson, { ...services, timers });
    await session.load();
    session.goTo(3);
    const device = new MemoryBoard({ scripts: { good: (run) => run.print('hello') } });
    await device.open();
    return { session, services, device };
  }

  it('judges what the board prints, and takes the learner at their word for the rest', async () => {
    const { session, services, device } = await openBoardStep();
    await session.checkOnBoard({ 'main.py': 'good' }, device);
    expect(session.results.get('board-hello')?.verdict).toBe('passed');
    expect(session.results.get('board-lit')?.verdict).toBe('cannot-see');
    expect(session.isDone(3)).toBe(false);
    session.say('board-lit', false);
    expect(session.isDone(3)).toBe(false);
    session.say('board-lit', true);
    expect(session.isDone(3)).toBe(true);
    const said = (await services.host.listAttempts(LESSON_PATH)).filter(({ judge }) => judge === 'learner');
    expect(said.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual([
      'board-lit failed',
      'board-lit passed',
    ]);
  });

  it('says in the words of the app why a board could not be asked', async () => {
    const { session, device } = await openBoardStep();
    device.dispose();
    await session.checkOnBoard({ 'main.py': 'good' }, device);
    expect(session.checkRun).toMatchObject({ kind: 'failed', message: expect.stringContaining('Choose') });
  });

  it('does not keep a lesson from being complete', async () => {
    const { session } = await openBoardStep();
    session.goTo(0);
    session.goTo(1);
    session.answer(session.step?.questions[0] ?? expect.fail(), 0);
    session.goTo(2);
    await session.check({ 'main.py': 'good' });
    expect([session.isComplete, session.isAtEnd, session.isLast]).toEqual([true, true, false]);
  });
});
