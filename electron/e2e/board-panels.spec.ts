/** The prompt and the files of a board: a virtual one, on a real serial port of this computer. */

import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessibility.ts';
import { expect } from './fixtures.ts';
import { test } from './served-board.ts';

const project = { name: 'Greenhouse', program: 'print("from the project")\n' };

test('Python typed at the prompt is answered by the board', async ({ page, openProject, chooseBoard }) => {
  await openProject(project);
  await expect(page.getByRole('tab', { name: 'Prompt' })).toHaveCount(0);
  await chooseBoard();
  await page.getByRole('tab', { name: 'Prompt' }).click();
  const rows = page.locator('.xterm-rows');
  await expect(rows).toContainText('>>>');
  const typing = page.getByRole('textbox', { name: 'Prompt of the board: type Python' });
  await typing.focus();
  await page.keyboard.type('6 * 7\n');
  await expect(rows).toContainText('42');
  await expectAccessible(page, 'the prompt of a board');

  await page.keyboard.type('while True: pass\n\n');
  await page.getByRole('button', { name: 'Interrupt (Ctrl+C)' }).click();
  await expect(rows).toContainText('KeyboardInterrupt');

  await typing.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(typing).not.toBeFocused();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Type again: 6 * 7' }).click();
  await page.keyboard.press('Enter');
  await expect(rows).toContainText(/KeyboardInterrupt.*6 \* 7\s*42/);
});

test('files are put on the board, looked at, compared, renamed and deleted', async ({
  page,
  openProject,
  chooseBoard,
}) => {
  await openProject(project);
  await chooseBoard();
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByText(/ free$/)).toBeVisible();

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Put files on the board' }).click();
  await (
    await chooser
  ).setFiles([
    { name: 'main.py', mimeType: 'text/x-python', buffer: Buffer.from('print("from the board")\n') },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Water twice.\n') },
  ]);
  const main = page.getByRole('row', { name: /main\.py/ });
  await expect(main).toContainText('Differs from your program');
  await expect(page.getByRole('row', { name: /notes\.txt/ })).toContainText('13 B');
  await expectAccessible(page, 'the files of a board');

  const act = async (name: string, action: string): Promise<void> => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  const dialog = page.getByRole('dialog');

  await act('main.py', 'Compare with mine');
  await expect(dialog).toContainText('from the board');
  await expect(dialog).toContainText('from the project');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await act('notes.txt', 'Rename');
  await dialog.getByRole('textbox', { name: 'New name' }).fill('plan.txt');
  await dialog.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByRole('row', { name: /plan\.txt/ })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await act('plan.txt', 'Copy to this computer');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('plan.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe('Water twice.\n');

  await act('plan.txt', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('row', { name: /plan\.txt/ })).toHaveCount(0);

  await act('main.py', 'Copy into the project');
  await expect(main).toContainText('Same as your program');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(main).toContainText('Differs from your program');
});
