/** Numbers that a simulated program prints become curves, which can be held, moved through, read as a table and saved. */

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './accessibility.ts';

/** A wave a second, two names a line, and a line that says nothing. */
const WAVES = `import math, time
print("Measuring")
for n in range(600):
    print("temp:", round(21 + 4 * math.sin(n / 20), 2), "C, light:", n % 50)
    time.sleep(1)
while True:
    time.sleep(1)
`;

const project = { name: 'Greenhouse', program: WAVES };

test('printed numbers are drawn with their names, held, zoomed and shown from the start', async ({
  page,
  openProject,
}) => {
  const workspace = await openProject(project);
  await page.getByRole('tab', { name: 'Plotter' }).click();
  await expect(page.getByRole('heading', { name: 'Numbers become curves' })).toBeVisible();
  await expectAccessible(page, 'the empty plotter');
  await workspace.setSpeed('Max');
  await workspace.start();
  const temp = page.getByRole('button', { name: /^temp/ });
  await expect(temp).toBeVisible();
  await expect(page.getByRole('button', { name: 'light 49', exact: true })).toBeVisible();
  const picture = page.getByRole('group', { name: 'Curves over time' });
  await expect(picture.locator('canvas')).toBeVisible();
  await expect(picture).toContainText(/From 0 s to .*temp is .*lowest 17, highest 25\./);
  await expectAccessible(page, 'curves');

  await page.getByRole('button', { name: 'Hold the picture' }).click();
  await expect(page.getByText('Held. New values are still collected.')).toBeVisible();
  await picture.press('+');
  await picture.press('+');
  await picture.press('ArrowLeft');
  await expect(picture).not.toContainText('From 0 s');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByText('Held. New values are still collected.')).toBeHidden();
  await expect(picture).toContainText('From 0 s');

  await temp.click();
  await expect(temp).toHaveAttribute('aria-pressed', 'false');
  await expect(picture).not.toContainText('temp is');
  await workspace.stopProgram();
});

test('the curves are the same as a table and as files', async ({ page, openProject }) => {
  const workspace = await openProject({
    name: 'Two values',
    program: 'import time\nfor n in range(3):\n    print("a:", n, "b:", n * 2.5)\n    time.sleep(1)\n',
  });
  await workspace.setSpeed('Max');
  await workspace.runToEnd();
  await page.getByRole('tab', { name: 'Plotter' }).click();
  const more = page.getByRole('button', { name: 'More', exact: true });

  await more.click();
  const table = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as table (CSV)' }).click();
  const csv = await table;
  expect(csv.suggestedFilename()).toBe('Two values plot.csv');
  const [head, ...lines] = (await readFile(await csv.path(), 'utf8')).trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFTime (s),a,b');
  expect(lines.map((line) => line.replace(/^[\d.]+,/, ''))).toEqual(['0,0', '1,2.5', '2,5']);

  await expect(page.locator('canvas')).toBeVisible();
  await more.click();
  const picture = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as picture (PNG)' }).click();
  const png = await picture;
  expect(png.suggestedFilename()).toBe('Two values plot.png');
  expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG');

  await more.click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);
  await expectAccessible(page, 'a table of values');

  await more.click();
  await page.getByRole('menuitem', { name: 'Clear the curves' }).click();
  await expect(page.getByRole('heading', { name: 'Numbers become curves' })).toBeVisible();
});

test('the tabs are reached and changed by keyboard', async ({ page, openProject }) => {
  await openProject(project);
  await page.getByRole('tab', { name: 'Console' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Plotter' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Plotter' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'Files' })).toHaveCount(0);
});
