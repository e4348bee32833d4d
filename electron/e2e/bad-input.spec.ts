/** Broken input gets one clear sentence with its place, and nothing is lost. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '#electron/serve/serve.ts';
import { FIRST_LESSON } from './first-journey.ts';
import { expect, test } from './fixtures.ts';
import { LibraryPage } from './pages/library-page.ts';
import { LESSONS, storedProgram, storeProject } from './stored-projects.ts';
import { CONTROL_BENCH } from './wirings.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

const BROKEN_DIAGRAMS = [
  {
    what: 'an unknown field',
    text: JSON.stringify({ ...CONTROL_BENCH, bord: 'pico' }, null, 2),
    words: /diagram\.json:\d+:\d+.*bord/,
  },
  {
    what: 'an unknown kind of part',
    text: JSON.stringify(
      { ...CONTROL_BENCH, parts: [{ id: 'x', type: 'pump-button' }], connections: [] },
      null,
      2,
    ),
    words: /diagram\.json:\d+:\d+.*pump-button/,
  },
  {
    what: 'a pin that the board lacks',
    text: JSON.stringify(
      { ...CONTROL_BENCH, connections: [{ from: 'lamp:A', to: 'board:GPIO99' }] },
      null,
      2,
    ),
    words: /diagram\.json:\d+:\d+.*GPIO99/,
  },
  { what: 'a missing comma', text: '{\n  "version": 1\n  "board": "pico"\n}\n', words: /diagram\.json:3/ },
  {
    what: 'an unknown board',
    text: '{ "version": 1, "board": "piko", "parts": [], "connections": [] }',
    words: /piko/,
  },
];

const idOf = (what: string): string => what.toLowerCase().replaceAll(' ', '-');

test('a broken wiring is explained, and the program stays usable', async ({ page, dataFolder }) => {
  for (const { what, text } of BROKEN_DIAGRAMS)
    await storeProject(dataFolder, { id: idOf(what), name: what, program: 'print("mine")\n', diagram: text });
  const library = await new LibraryPage(page).open();
  for (const { what, words } of BROKEN_DIAGRAMS) {
    await test.step(what, async () => {
      const workspace = await library.openProject(what);
      const trouble = page.getByRole('alert');
      await expect(trouble).toContainText('The wiring in diagram.json has a mistake');
      await expect(trouble.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
      await expect(workspace.run).toBeDisabled();

      await workspace.program.expectText('print("mine")\n');
      await workspace.program.replace('print("still mine")\n');
      await workspace.program.expectSaved();
      expect(await storedProgram(dataFolder, idOf(what))).toBe('print("still mine")\n');
      await workspace.goHome();
    });
  }
});

test('a lesson with a broken check is explained, and the others open', async ({ page, dataFolder }) => {
  const lessons = mkdtempSync(join(tmpdir(), 'pinlab-lessons-'));
  cpSync(LESSONS, lessons, { recursive: true });
  const unit = join(lessons, 'greenhouse/first-steps');
  cpSync(join(unit, 'first-greenhouse'), join(unit, 'broken'), { recursive: true });
  const file = join(unit, 'broken/lesson.md');
  const broken = readFileSync(file, 'utf8')
    .replace('id: first-greenhouse', 'id: broken')
    .replace('title: Your first smart greenhouse', 'title: A broken lesson')
    .replace('kind: output', 'kind: outptu');
  writeFileSync(file, broken);
  const server = await startServer({
    port: 0,
    dataDir: dataFolder,
    rendererDir: PAGE_FOLDER,
    lessonsDir: lessons,
  });
  try {
    await page.goto(server.url);
    const library = new LibraryPage(page);
    await library.lesson('A broken lesson').click();
    const trouble = page.getByRole('alert');
    await expect(trouble).toContainText('greenhouse/first-steps/broken cannot be opened');
    await expect(trouble).toContainText(/lesson\.md:\d+.*outptu.*output/);
    await expect(library.lesson('A broken lesson')).toBeVisible();
    const workspace = await library.openLesson(FIRST_LESSON);
    await workspace.lesson.expectStep(1, 'Look at the bench');
  } finally {
    await server.close();
    rmSync(lessons, { recursive: true, force: true });
  }
});

test('a damaged project file is left alone, and the others are listed', async ({
  page,
  openProject,
  dataFolder,
}) => {
  const projects = join(dataFolder, 'projects');
  mkdirSync(projects, { recursive: true });
  const damaged = join(projects, 'project-damaged.json');
  writeFileSync(damaged, '{ "format": 1, "name": "half a pro');
  const workspace = await openProject({ name: 'Whole', program: 'print(1)\n' });
  await workspace.program.expectText('print(1)\n');
  await page.goto('/');
  expect(readFileSync(damaged, 'utf8')).toBe('{ "format": 1, "name": "half a pro');
});

test.describe('when the server is gone', () => {
  test('the page says so, keeps the text, and runs on', async ({ openProject, server, dataFolder }) => {
    test.skip(server === undefined, 'There is no server behind the desktop app.');
    const workspace = await openProject({ name: 'Alone', program: 'print("before")\n' });
    const { program, page } = workspace;
    await workspace.runToEnd();
    await server?.kill();
    await program.replace('print("written without a server")\n');
    await expect(program.saveStatus).toHaveText('Not saved');
    const trouble = page.getByRole('alert').filter({ hasText: 'Your changes are not stored yet' });
    await expect(trouble).toContainText('Pinlab does not answer any more.');
    await expect(trouble).toContainText('keep this window open');
    await program.expectText('print("written without a server")\n');
    expect(await storedProgram(dataFolder)).toBe('print("before")\n');

    for (const round of [1, 2, 3]) {
      await test.step(`run ${round}`, async () => {
        await workspace.runToEnd();
        await expect(workspace.output).toContainText('written without a server');
      });
    }
  });

  test('the library says so', async ({ library, server }) => {
    test.skip(server === undefined, 'There is no server behind the desktop app.');
    await server?.kill();
    await library.lesson(FIRST_LESSON).click();
    await expect(library.messages).toContainText('Pinlab does not answer any more.');
    await expect(library.lesson(FIRST_LESSON)).toBeVisible();
  });

  test('work goes on when it is back at the same address', async ({ openProject, server, dataFolder }) => {
    test.skip(server === undefined, 'There is no server behind the desktop app.');
    const workspace = await openProject({ name: 'Alone', program: 'print("before")\n' });
    const { program, page } = workspace;
    await server?.kill();
    await program.replace('print("written in between")\n');
    await expect(program.saveStatus).toHaveText('Not saved');
    const port = Number(new URL(page.url()).port);
    const again = await startServer({
      port,
      dataDir: dataFolder,
      rendererDir: PAGE_FOLDER,
      lessonsDir: LESSONS,
    });
    try {
      // The page tries again by itself every few seconds.
      await program.expectSaved();
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await storedProgram(dataFolder)).toBe('print("written in between")\n');
    } finally {
      await again.close();
    }
  });
});
