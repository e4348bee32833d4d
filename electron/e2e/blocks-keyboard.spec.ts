/** The greenhouse built of blocks by keyboard alone, from an empty workspace to a running pump. */

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import { GREENHOUSE_BENCH } from './wirings.ts';

const GREENHOUSE = `from machine import Pin, ADC
from time import sleep

sensor = ADC(Pin(34), atten=ADC.ATTN_11DB)
pump = Pin(12, Pin.OUT)

while True:
    if sensor.read_u16() * 3.3 / 65535 > 0.2:
        pump.on()
    else:
        pump.off()
    sleep(600)
`;

const focused = (page: Page) => page.locator('*:focus');

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Moves the focus with a key until something of that name has it. */
async function go(page: Page, key: string, name: RegExp, limit = 40): Promise<void> {
  for (let step = 0; step < limit; step++) {
    await page.keyboard.press(key);
    const now = await focused(page).getAttribute('aria-label');
    if (name.test(now ?? '')) return;
  }
  throw new Error(`${key} never came to ${name}.`);
}

/** Searches for a block and puts the one of that name where the focus was. */
async function add(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search for blocks' });
  await expect(search).toBeFocused();
  await search.fill(words);
  await expect(page.getByRole('status').filter({ hasText: /blocks? found/ })).toBeAttached();
  await go(page, 'ArrowDown', name);
  // The first Enter takes the block, the second one puts it down.
  await press(page, 'Enter', 'Enter');
}

/** Types a value into the field that has the focus. */
async function type(page: Page, value: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}

test('the greenhouse is built by keyboard alone', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Greenhouse', program: '', diagram: GREENHOUSE_BENCH });
  const { program } = workspace;
  await program.show('Blocks');
  await new BlocksPane(page).ready();

  await test.step('level, search, palette and workspace come one after another', async () => {
    await go(page, 'Tab', /^Blocks to show/);
    await go(page, 'Tab', /^Search for blocks/, 1);
    await go(page, 'Tab', /^Strong contrast/, 1);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('treeitem', { name: 'Lights & pins', selected: true })).toBeVisible();
    await go(page, 'Tab', /stacks? of blocks/, 3);
    await go(page, 'ArrowDown', /program/, 1);
  });

  await test.step('the sensor on its pin', async () => {
    await add(page, 'analog input', /^set, sensor/);
    await go(page, 'ArrowRight', /^dropdown: .*GPIO26/);
    await press(page, 'Enter', 'Home', 'Enter');
    await go(page, 'ArrowRight', /^dropdown: normal/);
    await press(page, 'Enter', 'ArrowDown', 'Enter');
  });

  await test.step('the pump on its pin', async () => {
    await add(page, 'pin output', /^set, led/);
    await go(page, 'ArrowRight', /^Edit text: led/);
    await type(page, 'pump');
    await go(page, 'ArrowRight', /^dropdown: .*GPIO2\b/);
    await press(page, 'Enter', 'Home', 'ArrowDown', 'Enter');
  });

  await test.step('the decision in a loop', async () => {
    await add(page, 'forever', /^forever/);
    await add(page, 'if', /^if, Empty, has 2 branches/);
    await go(page, 'ArrowRight', /^if, /);
    await add(page, 'compare', /^x, >, 30/);
    await go(page, 'ArrowRight', /^Edit text: x/);
    await add(page, 'volts', /^volts at, sensor/);
    await go(page, 'ArrowRight', /^Edit text: 30/);
    await type(page, '0.2');
  });

  await test.step('what to do', async () => {
    await press(page, 'ArrowUp', 'ArrowDown');
    await add(page, 'turn on', /^turn, pump, on/);
    await go(page, 'ArrowDown', /^End else/);
    await add(page, 'turn off', /^turn, pump, off/);
    await go(page, 'ArrowDown', /^End forever/);
    await add(page, 'wait seconds', /^wait, 1, seconds/);
    await go(page, 'ArrowRight', /^Edit text: 1/);
    await type(page, '600');
  });

  await page.keyboard.press('Control+Enter');
  await workspace.bench.expectState('water pump', 'on');
  await workspace.stopProgram();
  await program.show('Text');
  await program.expectText(GREENHOUSE);
});

test('a block explains itself, and the focus comes back', async ({ page, library }) => {
  const { program } = await library.createProject('Help');
  await program.show('Blocks');
  await (await new BlocksPane(page).ready()).click();
  await page.keyboard.press('w');
  await go(page, 'ArrowDown', /program/, 1);
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'where the program starts' });
  await expect(help).toContainText('run from top to bottom');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(focused(page)).toHaveAccessibleName(/program/);
});
