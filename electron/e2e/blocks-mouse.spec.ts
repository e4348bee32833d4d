/** The greenhouse built of blocks by mouse, from an empty workspace to a running pump; level and search included. */

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import { GREENHOUSE_BENCH } from './wirings.ts';

const GREENHOUSE = `from machine import Pin, ADC
from time import sleep

sensor = ADC(Pin(34))
pump = Pin(12, Pin.OUT)

while True:
    if sensor.read_u16() * 3.3 / 65535 > 0.2:
        pump.on()
    else:
        pump.off()
    sleep(1)
`;

/** Drags a value from the palette so that its left edge lies on that of what it takes the place of. */
async function dragOnto(page: Page, blocks: BlocksPane, category: string, words: RegExp, place: Locator) {
  await blocks.openCategory(category);
  const option = blocks.editor.getByRole('option', { name: words }).first();
  await option.scrollIntoViewIfNeeded();
  const [from, to] = [await option.boundingBox(), await place.boundingBox()];
  if (!from || !to) throw new Error('This block is not on the page.');
  const grip = { x: 4, y: from.height / 2 };
  await page.mouse.move(from.x + grip.x, from.y + grip.y);
  await page.mouse.down();
  await page.mouse.move(to.x + grip.x + 20, to.y + to.height / 2 + 20, { steps: 8 });
  await page.mouse.move(to.x + grip.x + 2, to.y + to.height / 2 + 2, { steps: 4 });
  await page.mouse.up();
}

/** Opens the menu of a field and chooses. */
async function choose(page: Page, field: Locator, option: RegExp): Promise<void> {
  await field.click();
  await page.locator('.blocklyDropDownDiv').getByRole('option', { name: option }).click();
}

test('the greenhouse is built by mouse', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Greenhouse', program: '', diagram: GREENHOUSE_BENCH });
  const { program } = workspace;
  await program.show('Blocks');
  const blocks = new BlocksPane(page);
  const start = await blocks.ready();

  await test.step('sensor and pump on their pins', async () => {
    await blocks.dragBelow('Sensors', /^set, sensor, to, analog input/, start);
    await choose(page, blocks.block('pin_number').locator('.blocklyDropdownField'), /thermometer, GPIO34/);
    await blocks.dragBelow('Lights & pins', /^set, led, to/, blocks.block('assign').first());
    const pump = blocks.block('assign').nth(1);
    await choose(page, pump.locator('.pin_number .blocklyDropdownField'), /water pump, GPIO12/);
    await blocks.type(pump, 'pump');
  });

  await test.step('the decision in a loop', async () => {
    await blocks.dragBelow('Decide & repeat', /^forever/, blocks.block('assign').nth(1));
    await blocks.dragInto('Decide & repeat', /^if, .*2 branches/, blocks.block('forever'));
    const condition = blocks.block('if').locator('.blocklyBlock').first();
    await dragOnto(page, blocks, 'Decide & repeat', /^.+, >, 30/, condition);
    await dragOnto(page, blocks, 'Sensors', /^volts at/, blocks.block('compare').locator('.name').first());
    await blocks.type(blocks.block('compare').locator('.number').first(), '0.2');
  });

  await test.step('what to do', async () => {
    await blocks.dragInto('Lights & pins', /^turn, pump, on/, blocks.block('if'));
    const otherwise = blocks.block('if').getByText('else', { exact: true });
    await blocks.dragBelow('Lights & pins', /^turn, pump, off/, otherwise);
    await blocks.dragBelow('Waiting & time', /^wait, 1, seconds/, blocks.block('if'));
  });

  await program.show('Text');
  await program.expectText(GREENHOUSE);
  await program.show('Blocks');
  await workspace.start();
  await workspace.bench.expectState('water pump', 'on');
});

test('level and search change what the palette offers', async ({ page, library }) => {
  const { program } = await library.createProject('Palette');
  await program.show('Blocks');
  const blocks = new BlocksPane(page);
  await blocks.ready();
  const category = (name: string): Locator => blocks.editor.getByRole('treeitem', { name });
  await expect(category('Lights & pins')).toBeVisible();
  await expect(category('Files')).toHaveCount(0);
  await page.getByRole('combobox', { name: /^Blocks to show/ }).click();
  await page.getByRole('option', { name: 'Everything' }).click();
  await expect(category('Files')).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Search for blocks' });
  await search.fill('sleep_ms');
  await expect(blocks.editor.getByRole('option').first()).toHaveAccessibleName(/^wait, 500, ms/);
  await search.fill('zebra');
  await expect(page.getByRole('status').filter({ hasText: 'No block found' })).toBeAttached();
  await expect(blocks.editor.getByText('No block has these words.')).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
});
