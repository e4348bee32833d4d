/** Work is kept without anybody saving it: a page or a server that dies takes at most the last second along. */

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { LibraryPage } from './pages/library-page.ts';
import { serveApp } from './served-app.ts';

/** What may be lost, ms. */
const LAST_SECOND = 1000;
/** How long the typing goes on without a pause: longer than any quiet time that a save might wait for, ms. */
const TYPING = 2500;

interface TypedLine {
  readonly text: string;
  readonly at: number;
}

/** Types line after line, without a pause in which the app could save. */
async function typeOn(page: Page): Promise<readonly TypedLine[]> {
  const start = performance.now();
  const lines: TypedLine[] = [];
  for (let number = 1; performance.now() - start < TYPING; number++) {
    await page.keyboard.type(`x${number} = ${number}\n`);
    lines.push({ text: `x${number} = ${number}`, at: performance.now() });
  }
  return lines;
}

/** Ends the page's process as a crash does: no event handler runs. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('a page that crashes while the learner types loses at most the last second', async ({
  page,
  context,
  openProject,
  appUrl,
}) => {
  const workspace = await openProject({ name: 'Typing', program: '' });
  await workspace.program.editor.click();
  const lines = await typeOn(page);
  const killed = performance.now();
  await crash(page);

  const again = await context.newPage();
  await again.goto(appUrl);
  const reopened = await new LibraryPage(again).openProject('Typing');
  const kept = new Set((await reopened.program.text()).split('\n'));
  const lost = lines.filter(({ text, at }) => at < killed - LAST_SECOND && !kept.has(text));
  expect(lost.map(({ text }) => text)).toEqual([]);
  expect(kept.size).toBeGreaterThan(1);
});

test('what is shown as saved survives a killed server', async ({ page, dataFolder, openProject, server }) => {
  test.skip(server === undefined, 'There is no server behind the desktop app.');
  const workspace = await openProject({ name: 'Typing', program: '' });
  await workspace.program.replace('print("kept")\n');
  await workspace.program.expectSaved();
  await server?.kill();

  const restarted = await serveApp(dataFolder);
  await page.goto(restarted.url);
  const reopened = await new LibraryPage(page).openProject('Typing');
  await reopened.program.expectText('print("kept")\n');
  await restarted.stop();
});

test('leaving for the home view keeps what was typed just before', async ({ page, openProject, library }) => {
  const workspace = await openProject({ name: 'Typing', program: '' });
  await workspace.program.editor.click();
  await page.keyboard.insertText('print("just now")\n');
  await workspace.goHome();
  const reopened = await library.openProject('Typing');
  await reopened.program.expectText('print("just now")\n');
});

test('a reload in the middle of typing keeps the text', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Typing', program: '' });
  await workspace.program.editor.click();
  await page.keyboard.insertText('print("before the reload")\n');
  await page.reload();
  const reopened = await new LibraryPage(page).openProject('Typing');
  await reopened.program.expectText('print("before the reload")\n');
});
