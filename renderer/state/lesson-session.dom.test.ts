import { describe, expect, it } from 'vitest';
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
