/** The suite that every Host passes: in memory, on the file system, and over a wall. It knows no implementation. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Attempt, DEFAULT_SETTINGS, type Host, type LessonFiles, type LessonSummary } from './host.ts';
import { HOST_METHODS } from './host-table.ts';

/** The one lesson that the host under test must hold. */
export const CONTRACT_LESSON: { readonly summary: LessonSummary; readonly files: LessonFiles } = {
  summary: {
    path: 'course/unit-1/first-light',
    title: 'First light',
    summary: 'Switch a lamp on.',
    curriculum: 'course',
    unit: 'unit-1',
    minutes: 15,
  },
  files: {
    'lesson.md':
      '---\ntitle: First light\nsummary: Switch a lamp on.\nminutes: 15\n---\n\n## Light it {#light}\n\nGo.\n',
    'diagram.json': '{ "version": 1 }\n',
    'start/main.py': '# Grüße, 世界\n',
  },
};

export interface HostUnderTest {
  readonly host: Host;
  /** Makes another host on the same storage, as after a restart. Absent where nothing outlives the host. */
  readonly restart?: () => Promise<Host>;
  readonly dispose?: () => Promise<void>;
}

const attempt = (id: string, lesson = 'course/unit-1/first-light'): Attempt => ({
  id,
  lesson,
  lessonVersion: '1.0.0',
  step: 'light',
  check: 'lamp-on',
  verdict: 'failed',
  seed: 7,
  at: 1000,
});

/**
 * @param create makes an empty host holding CONTRACT_LESSON, whose clock gives a later millisecond at every save.
 */
export function describeHostContract(name: string, create: () => Promise<HostUnderTest>): void {
  describe(`host contract: ${name}`, () => {
    let subject: HostUnderTest;
    let host: Host;

    beforeEach(async () => {
      subject = await create();
      host = subject.host;
    });
    afterEach(async () => subject.dispose?.());

    it('has exactly the methods of the table', () => {
      expect(Object.keys(host).sort()).toEqual([...HOST_METHODS].sort());
    });

    describe('projects', () => {
      const project = { id: 'night-light', name: 'Night light', files: { 'main.py': 'print(1)\n' } };

      it('starts empty', async () => {
        expect(await host.listProjects()).toEqual([]);
      });

      it('gives back what was saved, with the time of saving', async () => {
        const summary = await host.saveProject(project);
        expect(summary).toEqual({ id: 'night-light', name: 'Night light', modified: expect.any(Number) });
        expect(await host.readProject('night-light')).toEqual({ ...project, modified: summary.modified });
      });

      it('replaces a project whole: a file that is no longer in it is gone', async () => {
        await host.saveProject({ ...project, files: { 'main.py': 'a', 'old.py': 'b' } });
        await host.saveProject({ ...project, name: 'Renamed', files: { 'main.py': 'c' } });
        expect(await host.readProject('night-light')).toMatchObject({
          name: 'Renamed',
          files: { 'main.py': 'c' },
        });
        expect(Object.keys((await host.readProject('night-light')).files)).toEqual(['main.py']);
        expect(await host.listProjects()).toHaveLength(1);
      });

      it('lists the newest first, with the lesson it belongs to', async () => {
        await host.saveProject(project);
        await host.saveProject({ ...project, id: 'second', lesson: 'course/unit-1/first-light' });
        expect((await host.listProjects()).map(({ id }) => id)).toEqual(['second', 'night-light']);
        expect((await host.listProjects())[0]?.lesson).toBe('course/unit-1/first-light');
        await host.saveProject(project);
        expect((await host.listProjects()).map(({ id }) => id)).toEqual(['night-light', 'second']);
      });

      it('keeps any name, any text and any sensible file name byte for byte', async () => {
        const odd = {
          id: 'con',
          name: '../../Fenêtre: "Ω" 🌱 <b>CON</b>\u0000',
          files: { 'main.py': '\ufeffprint("😀")\r\n\t\u2028', 'lib/Motor.py': '', 'lib/motor.py': 'x' },
        };
        await host.saveProject(odd);
        expect(await host.readProject('con')).toMatchObject(odd);
      });

      it('settles many saves of one project at once on the last one', async () => {
        const saves = Array.from({ length: 20 }, (_, i) =>
          host.saveProject({ ...project, files: { 'main.py': `v${i} `.repeat(1000) } }),
        );
        const summaries = await Promise.all(saves);
        const stored = await host.readProject('night-light');
        const newest = summaries.findIndex(({ modified }) => modified === stored.modified);
        expect(stored.files['main.py']).toBe(`v${newest} `.repeat(1000));
        expect(stored.modified).toBe(Math.max(...summaries.map(({ modified }) => modified)));
      });

      it('deletes, and then knows the project no more', async () => {
        await host.saveProject(project);
        await host.deleteProject('night-light');
        expect(await host.listProjects()).toEqual([]);
        await expect(host.readProject('night-light')).rejects.toMatchObject({ code: 'not-found' });
        await expect(host.deleteProject('night-light')).rejects.toMatchObject({ code: 'not-found' });
      });

      it('refuses ids and file names that reach elsewhere, in a plain sentence', async () => {
        for (const id of ['', '..', '../x', 'a/b', 'A', 'a'.repeat(65), 7 as unknown as string]) {
          await expect(host.readProject(id)).rejects.toMatchObject({ code: 'invalid-argument' });
          await expect(host.saveProject({ ...project, id })).rejects.toMatchObject({
            code: 'invalid-argument',
          });
        }
        for (const file of ['', '../x.py', '/etc/x', 'a\\b', 'a//b', 'constructor']) {
          await expect(host.saveProject({ ...project, files: { [file]: '' } })).rejects.toMatchObject({
            name: 'PinlabError',
            code: 'invalid-argument',
            message: expect.stringMatching(
              /^saveProject: project\.files must have file names such as main\.py/,
            ),
          });
        }
        expect(await host.listProjects()).toEqual([]);
      });
    });

    describe('lessons', () => {
      it('lists each lesson with its summary', async () => {
        expect(await host.listLessons()).toEqual([CONTRACT_LESSON.summary]);
      });

      it("reads a lesson's folder as it stands", async () => {
        expect(await host.readLesson(CONTRACT_LESSON.summary.path)).toEqual(CONTRACT_LESSON.files);
      });

      it('says which lesson is missing, and refuses paths that reach elsewhere', async () => {
        await expect(host.readLesson('course/unit-1/other')).rejects.toMatchObject({
          code: 'not-found',
          message: expect.stringContaining('course/unit-1/other'),
        });
        for (const path of [
          '',
          '../../etc',
          'course/unit-1/..',
          'course/unit-1',
          '/course/unit-1/first-light',
        ]) {
          await expect(host.readLesson(path)).rejects.toMatchObject({ code: 'invalid-argument' });
        }
      });
    });

    describe('attempts', () => {
      it('keeps them in order, by lesson, and counts a repeated record once', async () => {
        await host.appendAttempt(attempt('a'));
        await host.appendAttempt(attempt('b', 'course/unit-1/second'));
        await host.appendAttempt({ ...attempt('c'), verdict: 'passed', judge: 'learner' });
        await host.appendAttempt({ ...attempt('a'), verdict: 'passed' });
        const listed = await host.listAttempts('course/unit-1/first-light');
        expect(listed).toEqual([attempt('a'), { ...attempt('c'), verdict: 'passed', judge: 'learner' }]);
        expect(await host.listAttempts('course/unit-1/never')).toEqual([]);
      });

      it('keeps the order of appends that were not waited for', async () => {
        const ids = Array.from({ length: 20 }, (_, i) => `n${i}`);
        await Promise.all(ids.map((id) => host.appendAttempt(attempt(id))));
        const listed = await host.listAttempts('course/unit-1/first-light');
        expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
      });

      it('refuses what is no attempt', async () => {
        const wrong = { ...attempt('a'), verdict: 'great' } as unknown as Attempt;
        await expect(host.appendAttempt(wrong)).rejects.toMatchObject({
          message: 'appendAttempt: attempt.verdict must be one of the four verdicts.',
        });
      });
    });

    describe('settings', () => {
      it('starts with the defaults and keeps what was written', async () => {
        expect(await host.readSettings()).toEqual(DEFAULT_SETTINGS);
        const changed = {
          ...DEFAULT_SETTINGS,
          theme: 'dark',
          speed: 'max',
          lastProject: 'night-light',
        } as const;
        await host.writeSettings(changed);
        expect(await host.readSettings()).toEqual(changed);
      });

      it('refuses an unknown value and keeps the old settings', async () => {
        const wrong = { ...DEFAULT_SETTINGS, speed: -1 };
        await expect(host.writeSettings(wrong)).rejects.toMatchObject({ code: 'invalid-argument' });
        expect(await host.readSettings()).toEqual(DEFAULT_SETTINGS);
      });
    });

    it('keeps projects, attempts and settings over a restart', async () => {
      if (!subject.restart) return;
      await host.saveProject({ id: 'kept', name: 'Kept', files: { 'main.py': 'x' } });
      await host.appendAttempt(attempt('a'));
      await host.writeSettings({ ...DEFAULT_SETTINGS, theme: 'light' });
      const again = await subject.restart();
      expect((await again.readProject('kept')).files).toEqual({ 'main.py': 'x' });
      expect(await again.listAttempts('course/unit-1/first-light')).toEqual([attempt('a')]);
      expect((await again.readSettings()).theme).toBe('light');
    });

    it('lists serial ports, opens only https and mailto addresses, and logs', async () => {
      expect(Array.isArray(await host.listPorts())).toBe(true);
      for (const url of ['file:///etc/passwd', 'http://example.org', 'javascript:alert(1)', 'nonsense']) {
        await expect(host.openExternal(url)).rejects.toMatchObject({ code: 'invalid-argument' });
      }
      await host.openExternal('https://micropython.org/');
      await host.log('info', 'one\ntwo');
    });

    it('refuses too many arguments', async () => {
      const listProjects = host.listProjects as (...values: unknown[]) => Promise<unknown>;
      await expect(listProjects(1)).rejects.toMatchObject({
        message: 'listProjects takes 0 argument(s), but 1 were given.',
      });
    });
  });
}
