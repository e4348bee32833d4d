/** The same program on a board on a cable: a virtual one, on a real serial port of this computer. */

import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test as base } from './fixtures.ts';
import { serveBoard, type ServedBoard } from './served-board.ts';

const test = base.extend<{ board: ServedBoard }>({
  board: async ({ dataFolder }, use) => {
    const board = await serveBoard(dataFolder);
    await use(board);
    await board.stop();
  },
});
test.skip(process.platform === 'win32', 'Virtual boards need pseudo-terminals.');

const PROGRAM = `from time import sleep

count = 0
while True:
    print("soil", 40 + count)
    count += 1
    sleep(0.2)
`;
const project = { name: 'Greenhouse', program: PROGRAM };

async function chooseBoard(page: Page, { port }: ServedBoard): Promise<void> {
  await page.getByRole('button', { name: /^Device:/ }).click();
  await page.getByRole('menuitemradio').filter({ hasText: port }).click();
  await expect(page.getByRole('button', { name: /^Device:.*, Connected$/ })).toBeVisible();
}

test('a program runs on a board, stops, and is saved there', async ({ page, openProject, board }) => {
  const workspace = await openProject(project);
  await chooseBoard(page, board);
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
  board,
}) => {
  await openProject(project);
  await chooseBoard(page, board);
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

test('a board that is unplugged is waited for, and can be let go', async ({ page, openProject, board }) => {
  const workspace = await openProject(project);
  await chooseBoard(page, board);
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
