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

test('text that goes ahead of the blocks stays, and the way back is offered', async ({ page, library }) => {
  const { program } = await library.createProject('My blocks');
  const blocks = new BlocksPane(page);
  await program.show('Blocks');
  await blocks.dragBelow('Text & console', /^print, .*Hello/, await blocks.ready());
  await program.show('Text');
  await program.expectText("print('Hello')\n");
  await program.replace('print("Goodbye")\n');

  await program.show('Blocks');
  await expect(program.pane.getByRole('heading', { name: 'The text is ahead of the blocks' })).toBeVisible();
  await program.pane.getByRole('button', { name: 'Show my last block version' }).click();
  await expect(blocks.block('print')).toBeVisible();
  await program.pane.getByRole('button', { name: 'Go back to these blocks' }).click();
  await expect(program.pane.getByText('You went back to the blocks.')).toBeVisible();
  await program.show('Text');
  await program.expectText("print('Hello')\n");

  await program.show('Blocks');
  await program.pane.getByRole('button', { name: 'Bring back my text' }).click();
  await program.show('Text');
  await program.expectText('print("Goodbye")\n');
});

test('a program that was never blocks says so and stays as it is', async ({ openProject }) => {
  const { program } = await openProject({ name: 'Text', program: 'print("only text")\n' });
  await program.show('Blocks');
  await expect(program.pane.getByRole('heading', { name: 'This program is written as text' })).toBeVisible();
  await program.pane.getByRole('button', { name: 'Go to the text' }).click();
  await program.expectText('print("only text")\n');
});
