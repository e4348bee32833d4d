/** Nothing sticks out of the window and nothing covers anything, at the size of a school laptop and on a smaller one. */

import type { Locator, Page } from '@playwright/test';
import { beginFirstLesson, FIRST_LESSON } from './first-journey.ts';
import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 700 },
];

/** The page never scrolls as a whole, nor sideways inside a pane. */
async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    const troubles: string[] = [];
    if (scrollWidth > clientWidth) troubles.push(`the page is ${scrollWidth} wide`);
    if (scrollHeight > clientHeight) troubles.push(`the page is ${scrollHeight} high`);
    for (const pane of document.querySelectorAll(
      'header, main, section, nav, [role=tabpanel], [role=log], .body',
    )) {
      if (pane.closest('svg, .injectionDiv, [aria-label=Bench]') || pane.clientWidth === 0) continue;
      const name = pane.getAttribute('aria-label') ?? pane.className;
      if (pane.scrollWidth > pane.clientWidth + 1)
        troubles.push(`${pane.tagName} ${name} holds ${pane.scrollWidth} in ${pane.clientWidth}`);
    }
    return troubles;
  });
  expect(found, what).toEqual([]);
}

/** It is in the window, whole, and a click in its middle reaches it. */
async function expectReachable(target: Locator, what: string): Promise<void> {
  await expect(target, what).toBeVisible();
  const box = await target.boundingBox();
  const size = target.page().viewportSize();
  if (!box || !size) throw new Error(`${what} has no place on the page.`);
  expect(box.x, what).toBeGreaterThanOrEqual(0);
  expect(box.y, what).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width, what).toBeLessThanOrEqual(size.width);
  expect(box.y + box.height, what).toBeLessThanOrEqual(size.height);
  await target.click({ trial: true });
}

/** Things that must be within reach, by what they are. */
type Targets = Readonly<Record<string, Locator>>;

/** Looks at the page as it stands in every size of the window. */
async function expectToFit(page: Page, what: string, targets: Targets): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const where = `${what} at ${size.width} × ${size.height}`;
    await expectNoOverflow(page, where);
    for (const [name, target] of Object.entries(targets)) await expectReachable(target, `${name}, ${where}`);
  }
}

function toolbarOf({ page, run, speed, device }: WorkspacePage): Targets {
  return {
    Home: page.getByRole('button', { name: 'Home: lessons and projects' }),
    Device: device,
    Run: run,
    Reset: page.getByRole('button', { name: /^Reset the board/ }),
    Speed: speed,
    Theme: page.getByRole('button', { name: /^Switch to/ }),
  };
}

test('library and its dialog fit', async ({ page, library }) => {
  await expectToFit(page, 'library', {
    'a lesson': library.lesson(FIRST_LESSON),
    'New project': library.newProject,
  });
  await library.newProject.click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await expectToFit(page, 'dialog', { Create: dialog.getByRole('button', { name: 'Create' }) });
});

test('the three columns fit, with a long program, long output and an error', async ({ page, library }) => {
  const workspace = await beginFirstLesson(library);
  const { lesson, program, bench } = workspace;
  await expectToFit(page, 'lesson', {
    ...toolbarOf(workspace),
    Check: lesson.checkButton,
    Next: lesson.next,
    Weather: bench.pane.getByRole('button', { name: 'Weather' }),
  });
  await lesson.runChecks();
  await expectToFit(page, 'failed check', { 'Check again': lesson.checkButton, Next: lesson.next });
  await bench.openWeather();
  await expectToFit(page, 'weather', { 'Time of day': bench.slider('Greenhouse: Time of day') });
  await page.keyboard.press('Escape');

  const line = `print("${'long '.repeat(80)}")\n`;
  const longProgram = `${line}${'x = 1  # another line\n'.repeat(60)}for i in range(300): print(i)\nprint(missing)\n`;
  await program.editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(longProgram);
  await workspace.setSpeed('Max');
  await workspace.runToEnd();
  await expect(program.error).toBeVisible();
  await expectToFit(page, 'long program, long output, error', {
    ...toolbarOf(workspace),
    'Show line': program.error.getByRole('button', { name: /^Show line/ }),
    Blocks: page.getByRole('radio', { name: 'Blocks' }),
  });
});

test('blocks fit, and a long name', async ({ page, library }) => {
  const workspace = await library.createProject('A project with a rather long name that goes on and on');
  await workspace.program.show('Blocks');
  const blocks = new BlocksPane(page);
  await blocks.ready();
  await blocks.openCategory('Sensors');
  const palette = blocks.editor.getByRole('treeitem', { name: 'Python' });
  await expectToFit(page, 'blocks', { ...toolbarOf(workspace), palette });
});

test('running and ending a program moves nothing', async ({ library }) => {
  const workspace = await beginFirstLesson(library);
  const places = async (): Promise<readonly (number | undefined)[]> => {
    const targets = [
      workspace.run,
      workspace.stop,
      workspace.speed,
      workspace.output,
      workspace.bench.picture,
    ];
    const boxes = await Promise.all(targets.map((target) => target.boundingBox()));
    return boxes.flatMap((box) => [box?.x, box?.y, box?.width, box?.height]);
  };
  const before = await places();
  await workspace.setSpeed('100×');
  await workspace.speed.blur();
  const changed = await places();
  await workspace.start();
  await expect(workspace.clock).toHaveText(/00:0[1-9]:/);
  expect(await places()).toEqual(changed);
  await workspace.stopProgram();
  expect(await places()).toEqual(changed);
  // A wider speed may move what stands beside it, never Run and Stop.
  expect(changed.slice(0, 8)).toEqual(before.slice(0, 8));
});
