import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Project } from '#common/host/host.ts';
import { AppState } from './app-state.svelte.ts';
import { LESSON_PATH, createTestServices } from './test-lesson.ts';

const PROJECT: Project = { id: 'p1', name: 'Mine', modified: 0, files: { 'main.py': 'good' } };

async function start(options: Parameters<typeof createTestServices>[0] = {}) {
  const services = createTestServices(options);
  const app = new AppState(services);
  await app.start();
  return { app, services };
}

describe('AppState', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begins in the library', async () => {
    const { app } = await start();
    expect(app.view).toBe('library');
    expect(app.library.curricula).toMatchObject([{ name: 'Basics', units: [{ name: 'Start' }] }]);
  });

  it('begins a lesson with its own files, and goes on with the same project later', async () => {
    const { app } = await start();
    await app.openLesson(LESSON_PATH);
    expect(app.project?.workspace).toMatchObject({
      name: 'Say hello',
      program: '# start\n',
      lesson: LESSON_PATH,
    });
    app.project?.workspace.setFile('main.py', 'mine');
    await app.goHome();
    expect(app.view).toBe('library');
    await app.openLesson(LESSON_PATH);
    expect(app.project?.workspace.program).toBe('mine');
    expect(app.library.projects).toHaveLength(1);
    expect(app.settings.current.lastProject).toBe(app.project?.workspace.id);
  });

  it('starts a lesson over, and brings back what was there', async () => {
    const { app } = await start();
    await app.openLesson(LESSON_PATH);
    app.project?.workspace.setFile('main.py', 'mine');
    app.startLessonOver();
    expect(app.project?.workspace.program).toBe('# start\n');
    app.toasts.act(app.toasts.list[0]?.id ?? 0);
    expect(app.project?.workspace.program).toBe('mine');
  });

  it('keeps a project open that cannot be stored', async () => {
    const services = createTestServices({ projects: [PROJECT] });
    const saveProject = () => Promise.reject(new Error('The disk is full.'));
    const app = new AppState({ ...services, host: { ...services.host, saveProject } });
    await app.start();
    await app.openProject('p1');
    app.project?.workspace.setFile('main.py', 'precious');
    await app.goHome();
    expect(app.view).toBe('workspace');
    expect(app.project?.workspace.program).toBe('precious');
  });

  it('opens a project although its lesson is gone', async () => {
    const { app } = await start({ projects: [{ ...PROJECT, lesson: 'gone/gone/gone' }] });
    await app.openProject('p1');
    expect(app.project?.lesson).toBeUndefined();
    expect(app.project?.workspace.program).toBe('good');
    expect(app.toasts.list[0]?.text).toContain('lesson');
  });

  it('tells what is wrong with a broken lesson and stays in the library', async () => {
    const summary = { path: 'a/b/c', title: 'T', summary: 'S', curriculum: 'A', unit: 'B', minutes: 1 };
    const { app } = await start({ lessons: [{ summary, files: { 'lesson.md': 'no front matter' } }] });
    await app.openLesson('a/b/c');
    expect(app.view).toBe('library');
    expect(app.lessonTrouble?.problems.map(({ code }) => code)).toContain('no-front-matter');
  });

  it('runs the program and explains its error until the text changes', async () => {
    const { app } = await start({ projects: [{ ...PROJECT, files: { 'main.py': 'bad' } }] });
    await app.openProject('p1');
    await app.project?.start();
    expect(app.project?.explanation).toMatchObject({ type: 'NameError', line: 2 });
    expect(app.project?.isErrorCurrent).toBe(true);
    app.project?.workspace.setFile('main.py', 'better');
    expect(app.project?.isErrorCurrent).toBe(false);
  });

  describe('deleting', () => {
    it('hides at once, and deletes when the offer to undo has gone', async () => {
      const { app, services } = await start({ projects: [PROJECT] });
      app.library.remove('p1');
      expect(app.library.projects).toEqual([]);
      expect(await services.host.listProjects()).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(8000);
      expect(await services.host.listProjects()).toEqual([]);
    });

    it('undoes', async () => {
      const { app, services } = await start({ projects: [PROJECT] });
      app.library.remove('p1');
      app.toasts.act(app.toasts.list[0]?.id ?? 0);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(app.library.projects).toHaveLength(1);
      expect(await services.host.listProjects()).toHaveLength(1);
    });

    it('becomes final when the window closes', async () => {
      const { app, services } = await start({ projects: [PROJECT] });
      app.library.remove('p1');
      await app.settle();
      await vi.advanceTimersByTimeAsync(0);
      expect(await services.host.listProjects()).toEqual([]);
    });
  });

  it('duplicates and renames', async () => {
    const { app } = await start({ projects: [PROJECT] });
    await app.library.duplicate('p1');
    await app.library.rename('p1', 'Better');
    expect(app.library.projects.map(({ name }) => name).sort()).toEqual(['Better', 'Mine (copy)']);
  });

  it('counts the steps of lessons that were started', async () => {
    const { app } = await start();
    await app.openLesson(LESSON_PATH);
    app.project?.lesson?.goTo(1);
    await app.goHome();
    expect(app.library.progress.get(LESSON_PATH)).toEqual({ done: 1, count: 3 });
  });
});
