/** A program made of blocks: dragged from the palette, read as text, run, lit up where it runs. */

import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';

const BLINK = `from machine import Pin
from time import sleep

led = Pin(2, Pin.OUT)

while True:
    print('Hello')
    sleep(1)
`;

test('blocks dragged from the palette become a program that runs and lights up', async ({
  page,
  library,
}) => {
  const workspace = await library.createProject('My blocks');
  const { program } = workspace;
  const blocks = new BlocksPane(page);
  await program.show('Blocks');
  await blocks.dragBelow('Lights & pins', /^set, led, to/, await blocks.ready());
  await blocks.dragBelow('Decide & repeat', /^forever/, blocks.block('assign'));
  await blocks.dragInto('Text & console', /^print, .*Hello/, blocks.block('forever'));
  await blocks.dragBelow('Waiting & time', /^wait, 1, seconds/, blocks.block('print'));

  await program.show('Text');
  await program.expectText(BLINK);
  await program.expectSaved();

  await program.show('Blocks');
  await workspace.start();
  await expect(workspace.output).toContainText('Hello');
  await expect(blocks.running).toHaveCount(1);
  await expect(blocks.running).toContainText('wait');
  await workspace.stopProgram();
  await expect(blocks.running).toHaveCount(0);
});

test('a block is brought in by keyboard alone', async ({ page, library }) => {
  const { program } = await library.createProject('My blocks');
  const blocks = new BlocksPane(page);
  await program.show('Blocks');
  await (await blocks.ready()).click();
  await page.keyboard.press('t');
  const category = blocks.editor.getByRole('treeitem', { name: 'Decide & repeat' });
  for (let step = 0; step < 9 && (await category.getAttribute('aria-selected')) !== 'true'; step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await program.show('Text');
  await expect.poll(() => program.text()).toContain('while True:');
});
