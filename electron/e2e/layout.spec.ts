/** Nothing sticks out of the window and nothing covers anything, at the size of a school laptop and on a smaller one. */

import type { Locator, Page } from '@playwright/test';
import { beginFirstLesson } from './first-journey.ts';
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

async function expectToolbarReachable({ page, run, speed, device }: WorkspacePage): Promise<void> {
  await expectReachable(page.getByRole('button', { name: 'Home: lessons and projects' }), 'Home');
  await expectReachable(device, 'Device');
  await expectReachable(run, 'Run');
  await expectReachable(page.getByRole('button', { name: /^Reset the board/ }), 'Reset');
  await expectReachable(speed, 'Speed');
  await expectReachable(page.getByRole('button', { name: /^Switch to/ }), 'Theme');
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('library and its dialog fit', async ({ page, library }) => {
      await expectNoOverflow(page, 'library');
      await library.newProject.click();
      await expectReachable(page.getByRole('dialog').getByRole('button', { name: 'Create' }), 'Create');
      await expectNoOverflow(page, 'dialog');
    });

    test('the three columns fit, with a long program, long output and an error', async ({
      page,
      library,
    }) => {
      const workspace = await beginFirstLesson(library);
      const { lesson, program, bench } = workspace;
      await expectToolbarReachable(workspace);
      await expectReachable(lesson.checkButton, 'Check');
      await expectReachable(lesson.next, 'Next');
      await lesson.runChecks();
      await expectNoOverflow(page, 'lesson with a failed check');
      await expectReachable(lesson.checkButton, 'Check again');
      await bench.openWeather();
      await expectNoOverflow(page, 'weather');
      await expectReachable(bench.slider('Greenhouse: Time of day'), 'Time of day');
      await page.keyboard.press('Escape');

      const long = `print("${'long '.repeat(80)}")\n${'x = 1  # another line\n'.repeat(60)}for i in range(300): print(i)\nprint(missing)\n`;
      await program.editor.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(long);
      await workspace.setSpeed('Max');
      await workspace.runToEnd();
      await expect(program.error).toBeVisible();
      await expectNoOverflow(page, 'long program, long output, error');
      await expectReachable(program.error.getByRole('button', { name: /^Show line/ }), 'Show line');
      await expectReachable(page.getByRole('tab', { name: 'Blocks' }), 'Blocks');
      await expectToolbarReachable(workspace);
    });

    test('blocks fit', async ({ page, library }) => {
      const workspace = await library.createProject('A project with a rather long name that goes on and on');
      await workspace.program.show('Blocks');
      const blocks = new BlocksPane(page);
      await blocks.ready();
      await expectNoOverflow(page, 'blocks');
      await blocks.openCategory('Sensors');
      await expectNoOverflow(page, 'palette');
      await expectToolbarReachable(workspace);
    });
  });
}

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
  await expect(workspace.clock).toHaveText(/00:1\d:/);
  expect(await places()).toEqual(changed);
  await workspace.stopProgram();
  expect(await places()).toEqual(changed);
  // A wider speed may move what stands beside it, never Run and Stop.
  expect(changed.slice(0, 8)).toEqual(before.slice(0, 8));
});
