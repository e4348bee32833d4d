/** Everybody can use it: axe-core finds nothing in any view, light or dark; the keyboard gets everywhere; nothing moves for those who ask for that. */

import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { beginFirstLesson, FIRST_LESSON, SOLUTION } from './first-journey.ts';
import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import { CONTROL_BENCH, GREENHOUSE_BENCH } from './wirings.ts';

test.describe('axe-core finds nothing to mend, in light and dark colors', () => {
  test('library, dialogs and menus', async ({ page, library, openProject }) => {
    await expectAccessible(page, 'the library of a newcomer');
    await library.newProject.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'the dialog for a new project');
    await page.keyboard.press('Escape');
    await openProject({ name: 'Mine', program: '' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Actions for Mine' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'the menu of a project');
  });

  test('lesson, text, running program and its errors', async ({ page, library }) => {
    const workspace = await beginFirstLesson(library);
    const { lesson, program, bench } = workspace;
    await lesson.pane.getByRole('button', { name: 'Give me a hint' }).click();
    await lesson.runChecks();
    await expectAccessible(page, 'a failed check');
    await bench.openWeather();
    await expectAccessible(page, 'the weather');
    await page.keyboard.press('Escape');
    await bench.part('temperature sensor').getByRole('button').first().click();
    await bench.pane.getByText('Wiring').click();
    await expectAccessible(page, 'the panel of a part, and the wiring in words');
    await program.replace(SOLUTION);
    await workspace.setSpeed('100×');
    await workspace.start();
    await expect(workspace.output).toContainText('Temperature');
    await expectAccessible(page, 'a running program');
    await program.replace('print(missing)\n');
    await workspace.stopProgram();
    await workspace.runToEnd();
    await expect(program.error).toBeVisible();
    await expectAccessible(page, 'an error');
    await workspace.speed.click();
    await expectAccessible(page, 'the list of speeds');
  });

  test('blocks', async ({ page, library }) => {
    const { program } = await library.createProject('My blocks');
    const blocks = new BlocksPane(page);
    await program.show('Blocks');
    await blocks.ready();
    await expectAccessible(page, 'the blocks');
    await blocks.openCategory('Decide & repeat');
    await expectAccessible(page, 'the palette');
  });

  test('a board that does not fit the wiring', async ({ page, openProject }) => {
    const workspace = await openProject({ name: 'Hot', program: '', diagram: GREENHOUSE_BENCH });
    await workspace.device.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'the list of boards');
    await page.getByRole('menuitemradio', { name: /^Simulated Raspberry Pi Pico/ }).click();
    await expect(page.getByRole('dialog', { name: /does not fit/ })).toBeVisible();
    await expectAccessible(page, 'the refusal of a board');
  });
});

/** What the focus is on, by its accessible name or the text that is seen. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return '';
    return focused.getAttribute('aria-label') ?? focused.innerText.trim();
  });
}

const EDITOR = 'Program text, main.py';

/** Presses Tab until something of that name has the focus; answers what was passed on the way. */
async function tabTo(page: Page, name: RegExp, limit = 40): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let step = 0; step < limit; step++) {
    // In the editor Tab indents until Escape was pressed.
    if (passed.at(-1) === EDITOR) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return passed;
    passed.push(focused);
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(', ')}.`);
}

test('the keyboard alone gets from the library through the lesson to a running program', async ({
  library,
}) => {
  const { page } = library;
  await tabTo(page, /^Skip to the workspace$/);
  await tabTo(page, new RegExp(FIRST_LESSON));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Lesson' })).toBeVisible();

  const beforeRun = await tabTo(page, /^Run$/);
  expect(beforeRun.join(', ')).toMatch(/Project name.*Device/);
  await tabTo(page, /^Speed of time/);
  await tabTo(page, /^Step 1/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Switch the pump' })).toBeVisible();
  await tabTo(page, /^Check my program$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('not yet').first()).toBeAttached({ timeout: 30_000 });

  await tabTo(page, new RegExp(EDITOR));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('import time\nfor i in range(3):\n');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('print("by keyboard")\n');
  await expect(page.getByRole('textbox', { name: EDITOR })).toBeFocused();
  // The first Escape closes a list of completions that may be about to open.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: EDITOR })).not.toBeFocused();
  await tabTo(page, /^Weather$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Greenhouse: Air temperature now$/);
  await page.keyboard.press('End');
  await expect(page.getByRole('slider', { name: 'Greenhouse: Air temperature now' })).toHaveValue('60');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('slider')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('log')).toContainText('by keyboard');
});

test('the parts of the bench are reached and used by keyboard', async ({ page, openProject }) => {
  const program =
    'from machine import Pin\nlamp = Pin(15, Pin.OUT)\nbell = Pin(14, Pin.IN, Pin.PULL_UP)\nwhile True:\n    lamp.value(not bell.value())\n';
  const workspace = await openProject({ name: 'Bell', program, diagram: CONTROL_BENCH });
  await workspace.run.focus();
  await page.keyboard.press('Enter');
  await expect(workspace.stop).toBeEnabled();
  await tabTo(page, /^bell: Press$/);
  await page.keyboard.down(' ');
  await workspace.bench.expectState('lamp', 'on');
  await page.keyboard.up(' ');
  await tabTo(page, /^knob: Position$/);
  await page.keyboard.press('ArrowUp');
  await expect(workspace.bench.slider('knob: Position').first()).toHaveAttribute('aria-valuenow', '1');
});

test('a dialog keeps the focus, closes with Escape and gives the focus back', async ({ page, library }) => {
  await library.newProject.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(library.newProject).toBeFocused();
});

test.describe('for people who ask for less motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing on the page moves by itself, not even a running pump', async ({ page, openProject }) => {
    const program = 'from machine import Pin\nPin(12, Pin.OUT).on()\nwhile True: pass\n';
    const workspace = await openProject({ name: 'Pump', program, diagram: GREENHOUSE_BENCH });
    await workspace.start();
    await workspace.bench.expectState('water pump', 'on');
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => {
          const { duration, iterations } = effect?.getComputedTiming() ?? {};
          return playState === 'running' && (iterations === Infinity || Number(duration) > 20);
        })
        .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.getAttribute('class') ?? 'unnamed'),
    );
    expect(moving).toEqual([]);
  });
});

test('without that wish the pump is seen to run', async ({ page, openProject }) => {
  const program = 'from machine import Pin\nPin(12, Pin.OUT).on()\nwhile True: pass\n';
  const workspace = await openProject({ name: 'Pump', program, diagram: GREENHOUSE_BENCH });
  await workspace.start();
  await workspace.bench.expectState('water pump', 'on');
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length))
    .toBeGreaterThan(0);
});
