/** Blocks and text are one program: what is done in one is seen in the other, and nothing is lost. */

import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { storedProgram } from './stored-projects.ts';

const BLINK = `from time import sleep

for n in range(3):
    print('on')
    sleep(1)
`;

async function both(workspace: WorkspacePage): Promise<BlocksPane> {
  const blocks = new BlocksPane(workspace.page);
  await workspace.program.show('Both');
  await blocks.ready();
  return blocks;
}

/** Puts the cursor behind some words of the text. */
async function clickBehind({ page, program }: WorkspacePage, words: string): Promise<void> {
  await program.editor.getByText(words).click();
  await page.keyboard.press('End');
}

test('typing updates the blocks, and blocks update the text', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Both', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await expect(blocks.block('sleep')).toContainText('1');

  await clickBehind(workspace, 'sleep(1)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('5');
  await expect(blocks.block('sleep')).toContainText('15');

  await blocks.type(blocks.block('sleep'), '0.5');
  await program.expectText(BLINK.replace('sleep(1)', 'sleep(0.5)'));
});

test('one number changed in a block changes one line of a long program', async ({
  dataFolder,
  openProject,
}) => {
  const lines = Array.from({ length: 95 }, (_, n) => `value_${n}  =  ${n}   # odd   spaces\n`);
  const rest = `\tprint( value_1,value_2 )\r\n\n${lines.join('')}while True :\n\tpass`;
  const course = (seconds: string): string =>
    `from time import sleep\nif  True :\n\tsleep( ${seconds} ) ; x = 1\n${rest}`;
  const workspace = await openProject({ name: 'Course', program: course('7') });
  const blocks = new BlocksPane(workspace.page);
  await workspace.program.show('Blocks');
  await blocks.type(blocks.block('sleep'), '8');
  await workspace.program.expectSaved();
  await expect.poll(() => storedProgram(dataFolder)).toBe(course('8'));
});

test('one history for blocks and text', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'History', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await blocks.type(blocks.block('sleep'), '42');
  const changed = BLINK.replace('sleep(1)', 'sleep(42)');
  await program.expectText(changed);
  await clickBehind(workspace, "print('on')");
  await page.keyboard.type('  # lamp');
  await expect.poll(() => program.text()).toContain('# lamp');

  await blocks.block('program').click();
  await page.keyboard.press('ControlOrMeta+z');
  await program.expectText(changed);
  await program.undo();
  await program.expectText(BLINK);
  await expect(blocks.block('sleep')).toContainText('1');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await program.expectText(changed);
  await expect(blocks.block('sleep')).toContainText('42');
});

test('a block taken out of the program is a draft, and undo brings it back', async ({
  dataFolder,
  openProject,
}) => {
  const workspace = await openProject({ name: 'Drafts', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await blocks.dragBy(blocks.block('sleep'), { x: 150, y: 60 });
  await program.expectText(BLINK.replace('    sleep(1)\n', ''));
  await program.expectSaved();
  await program.show('Text');
  await program.show('Both');
  await expect(blocks.block('sleep')).toBeVisible();
  await program.undo();
  await program.expectText(BLINK);
  await expect(blocks.block('sleep')).toHaveCount(1);
  await expect.poll(() => storedProgram(dataFolder)).toBe(BLINK);
});

test('while the text is broken, blocks wait and say why; mended, nothing is lost', async ({
  page,
  openProject,
}) => {
  const workspace = await openProject({ name: 'Broken', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await clickBehind(workspace, 'for n in range(3):');
  await page.keyboard.press('Backspace');
  await expect(program.waiting).toContainText('Line 3');
  await expect(blocks.block('sleep')).toBeVisible();
  await blocks.dragBy(blocks.block('sleep'), { x: 150, y: 60 });
  await program.expectText(BLINK.replace('range(3):', 'range(3)'));

  await program.waiting.getByRole('button', { name: 'Go to line 3' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(':');
  await expect(program.waiting).toBeHidden();
  await program.expectText(BLINK);
  await blocks.type(blocks.block('sleep'), '2');
  await program.expectText(BLINK.replace('sleep(1)', 'sleep(2)'));
});

test('a program that is broken from the start opens as text with the place shown', async ({
  openProject,
}) => {
  const { program } = await openProject({ name: 'Broken', program: 'print("a"\nx = 1\n' });
  await expect(program.page.locator('.cm-lint-marker-warning')).toHaveCount(1);
  await program.show('Blocks');
  await expect(program.waiting).toContainText('Line 1');
});

test('a block and its lines are chosen together', async ({ openProject }) => {
  const workspace = await openProject({ name: 'Chosen', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await blocks.block('sleep').click({ position: { x: 12, y: 12 } });
  await expect(program.chosenLines).toHaveText(['    sleep(1)']);
  await clickBehind(workspace, "print('on')");
  await expect(workspace.page.locator('.pinlab-cursor')).toContainText('on');
});

test('breakpoints stand on both and are kept', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Breakpoints', program: BLINK });
  const { program } = workspace;
  const blocks = await both(workspace);
  await clickBehind(workspace, 'sleep(1)');
  await page.keyboard.press('F9');
  await expect(blocks.breakpoints).toContainText('wait');
  await blocks.block('print').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('F9');
  await expect(page.locator('.cm-breakpoint:visible')).toHaveCount(2);
  await program.expectSaved();
  await workspace.goHome();
  await page.getByRole('button', { name: 'Breakpoints' }).first().click();
  await expect(blocks.breakpoints).toHaveCount(2);
});

test('an error stands on its block', async ({ openProject }) => {
  const workspace = await openProject({ name: 'Error', program: 'print(1)\nprint(lamp)\n' });
  const blocks = await both(workspace);
  await workspace.runToEnd();
  await expect(blocks.failed).toHaveCount(1);
  await expect(blocks.failed).toContainText('lamp');
});

test('blocks that this version does not know are kept and named', async ({ openProject, page }) => {
  const laser = { type: 'laser_fire', id: 'l', x: 220, y: 40 };
  const workspaceState = { blocks: { languageVersion: 0, blocks: [{ type: 'program', id: 'p' }, laser] } };
  const file = JSON.stringify({ version: 1, python: '9-x', workspace: workspaceState });
  const { program } = await openProject({ name: 'Old', program: BLINK, files: { 'main.blocks.json': file } });
  await program.show('Blocks');
  const blocks = new BlocksPane(page);
  await expect(blocks.block('sleep')).toBeVisible();
  await expect(program.pane.getByText('“laser_fire”')).toBeVisible();
  await expect(blocks.block('unknown_statement')).toBeVisible();
});

test('a very long program stays text, and says so', async ({ openProject, page }) => {
  const { program } = await openProject({ name: 'Long', program: 'x = 1\n'.repeat(10_000) });
  await program.show('Blocks');
  await expect(program.waiting).toContainText('Blocks are off');
  await program.show('Text');
  await program.editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('y = 2');
  await expect(program.editor).toContainText('y = 2x = 1');
});
