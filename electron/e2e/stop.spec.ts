/** Stop always stops, whatever the program does; errors are explained where they happened; input() is answered. */

import { expect, test } from './fixtures.ts';
import { storedProgram } from './stored-projects.ts';

const UNSTOPPABLE = {
  'an empty loop': 'while True: pass\n',
  'a loop that swallows KeyboardInterrupt':
    'while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt:\n        print("never mind")\n',
  'a loop that swallows everything':
    'while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n',
  'one long call': 'print(sum(range(10**9)))\n',
  'a program that waits for input': 'name = input("Who? ")\n',
  'a sleep of an hour': 'import time\ntime.sleep(3600)\n',
};

test('Stop ends whatever runs, keeps the files, and Run works again', async ({ openProject, dataFolder }) => {
  const workspace = await openProject({ name: 'Endless', program: '' });
  for (const [what, program] of Object.entries(UNSTOPPABLE)) {
    await test.step(what, async () => {
      await workspace.program.replace(program);
      await workspace.start();
      await workspace.stopProgram();
      await expect(workspace.output).toContainText('Stopped after');
      await workspace.program.expectText(program);
      await expect.poll(() => storedProgram(dataFolder)).toBe(program);

      await workspace.program.replace('print("still alive")\n');
      await workspace.runToEnd();
      await expect(workspace.output).toContainText('still alive');
    });
  }
});

test('Stop works by keyboard from inside the editor', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Endless', program: 'while True: pass\n' });
  await workspace.program.editor.click();
  await page.keyboard.press('Control+Enter');
  await expect(workspace.stop).toBeEnabled();
  await page.keyboard.press('Control+.');
  await expect(workspace.stop).toBeDisabled();
  await expect(workspace.output).toContainText('Stopped after');
});

test('Run during a run starts the new text from the beginning', async ({ openProject }) => {
  const workspace = await openProject({ name: 'Endless', program: 'while True: pass\n' });
  await workspace.start();
  await workspace.program.replace('print("second")\n');
  await workspace.runToEnd();
  await expect(workspace.output).toContainText('second');
});

test('input() is answered in the console', async ({ openProject }) => {
  const program = 'name = input("Who are you? ")\nprint("Hello,", name)\n';
  const workspace = await openProject({ name: 'Greeting', program });
  await expect(workspace.answer).toBeDisabled();
  await workspace.start();
  await expect(workspace.output).toContainText('Who are you?');
  await workspace.answer.fill('Ada Lovelace');
  await workspace.answer.press('Enter');
  await expect(workspace.output).toContainText('Hello, Ada Lovelace');
  await workspace.expectEnded();
});

test('a traceback is explained, with a mark on its line', async ({ openProject }) => {
  const program = 'def half(n):\n    return 10 / n\n\nprint(half(5))\nprint(half(0))\n';
  const workspace = await openProject({ name: 'Divide', program });
  await workspace.runToEnd();
  const { program: pane, output } = workspace;
  await expect(output).toContainText('2.0');
  await expect(output).toContainText('ZeroDivisionError');
  await expect(pane.error).toContainText('Line 2:');
  await expect(pane.error).toContainText('Something was divided by zero.');
  await expect(pane.errorMarks).toHaveCount(1);
  await expect(pane.markedLine(2)).toBeVisible();

  await pane.error.getByRole('button', { name: 'Show line 2' }).click();
  await expect(pane.editor).toBeFocused();
  // The mark is true for the text that ran, and goes when the text changes.
  await pane.replace('print("mended")\n');
  await expect(pane.error).toBeHidden();
  await expect(pane.errorMarks).toHaveCount(0);
});

test('a syntax error is marked before anything runs', async ({ openProject }) => {
  const workspace = await openProject({ name: 'Typo', program: 'print("first")\nwhile True\n    pass\n' });
  await workspace.runToEnd();
  const { program: pane, output } = workspace;
  await expect(output).not.toContainText('first');
  await expect(pane.error).toContainText('Line 2:');
  await expect(pane.error).toContainText('Python cannot read this line.');
  await expect(pane.markedLine(2)).toBeVisible();
});

test('a module that the board lacks is named', async ({ openProject }) => {
  const workspace = await openProject({ name: 'Import', program: '\nimport numpy\n' });
  await workspace.runToEnd();
  await expect(workspace.program.error).toContainText('There is no module called numpy on this board.');
  await expect(workspace.program.markedLine(2)).toBeVisible();
});

test('a program that fills the memory ends with an error, and the board can go on', async ({
  openProject,
}) => {
  const workspace = await openProject({
    name: 'Hungry',
    program: 'kept = []\nwhile True:\n    kept.append(bytes(1000))\n',
  });
  await workspace.runToEnd();
  await expect(workspace.program.error).toContainText('The board has run out of memory.');
  await workspace.program.replace('def deep(n):\n    return deep(n + 1)\n\ndeep(0)\n');
  await workspace.runToEnd();
  await expect(workspace.program.error).toContainText('A function called itself too many times.');
  await workspace.program.replace('print("still alive")\n');
  await workspace.runToEnd();
  await expect(workspace.output).toContainText('still alive');
});
