/** The same program on a board on a cable: a virtual one, on a real serial port of this computer. */

import { expectAccessible } from './accessibility.ts';
import { expect } from './fixtures.ts';
import { test } from './served-board.ts';

const PROGRAM = `from time import sleep

count = 0
while True:
    print("soil", 40 + count)
    count += 1
    sleep(0.2)
`;
const project = { name: 'Greenhouse', program: PROGRAM };

test('a program runs on a board, stops, and is saved there', async ({ page, openProject, chooseBoard }) => {
  const workspace = await openProject(project);
  await chooseBoard();
  await expect(page.getByText(/^Simulation, not running\./)).toBeVisible();
  await expectAccessible(page, 'a board that is connected');

  await workspace.run.click();
  await expect(workspace.output).toContainText('soil 40');
  await expect(workspace.output).toContainText('soil 42');
  await workspace.stop.click();
  await expect(workspace.output).toContainText('Stopped');

  await page.getByRole('button', { name: 'Save on the board' }).click();
  await expect(page.getByText(/^Saved on .* It starts by itself/)).toBeVisible();

  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByRole('row', { name: /main\.py/ })).toBeVisible();
});

test('a program that came from elsewhere is not replaced without a question', async ({
  page,
  openProject,
  chooseBoard,
}) => {
  await openProject(project);
  await chooseBoard();
  await page.getByRole('tab', { name: 'Files' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Put files on the board' }).click();
  const other = { name: 'main.py', mimeType: 'text/x-python', buffer: Buffer.from('print("other")\n') };
  await (await chooser).setFiles([other]);
  await expect(page.getByRole('row', { name: /main\.py/ })).toContainText('Differs');

  await page.getByRole('button', { name: 'Save on the board' }).click();
  const dialog = page.getByRole('dialog', { name: 'There is another program on the board' });
  await expect(dialog).toContainText('print("other")');
  await expect(dialog).toContainText('while True:');
  await expectAccessible(page, 'the question which program stays');
  await dialog.getByRole('button', { name: /into the editor$/ }).click();
  await expect(page.getByRole('textbox', { name: /Program text/ })).toContainText('print("other")');
});

test('a board that is unplugged is waited for, and can be let go', async ({
  page,
  openProject,
  board,
  chooseBoard,
}) => {
  const workspace = await openProject(project);
  await chooseBoard();
  await workspace.run.click();
  await expect(workspace.output).toContainText('soil 41');
  await board.stop();
  await expect(page.getByText('Unplugged. Waiting for it to come back…')).toBeVisible();
  await expect(workspace.output).toContainText('cut off');
  await expect(workspace.run).toBeDisabled();
  await expectAccessible(page, 'a board that is gone');
  await page.getByRole('button', { name: /^Disconnect / }).click();
  await workspace.run.click();
  await expect(workspace.output).toContainText('soil 40');
  await workspace.stop.click();
});
