/** A program pauses at its breakpoints: the bench stands still, and the learner goes on or stops. */

import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { BlocksPane } from './pages/blocks-pane.ts';
import { CONTROL_BENCH } from './wirings.ts';

const BLINK = `from machine import Pin
import time

lamp = Pin(15, Pin.OUT)
while True:
    lamp.on()
    time.sleep(1)
    lamp.off()
    time.sleep(1)
`;

test('a run pauses before a line with a mark, goes on and stops', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Blink', program: BLINK, diagram: CONTROL_BENCH });
  const { program, bench } = workspace;
  await program.toggleBreakpoint(6);
  await workspace.run.click();
  await workspace.expectPaused(6);
  await expect(program.runningLine).toHaveText('    lamp.on()');
  await bench.expectState('lamp', 'off');
  const time = await workspace.clock.innerText();

  await program.toggleBreakpoint(8);
  await workspace.continue.click();
  await workspace.expectPaused(8);
  await bench.expectState('lamp', 'on');
  expect(await workspace.clock.innerText()).not.toBe(time);

  await program.show('Both');
  await expect(new BlocksPane(page).running).toHaveCount(1);
  await expectAccessible(page, 'a paused program');
  await page.keyboard.press('Control+Enter');
  await workspace.expectPaused(6);
  await bench.expectState('lamp', 'off');

  await workspace.stopProgram();
  await expect(workspace.output).toContainText('Stopped after');
  await expect(program.runningLine).toHaveCount(0);
  await expect(workspace.continue).toBeHidden();
});

test('without its marks a paused program runs freely', async ({ openProject }) => {
  const workspace = await openProject({
    name: 'Count',
    program: 'for n in range(3):\n    print("n =", n)\n',
  });
  await workspace.program.toggleBreakpoint(2);
  await workspace.run.click();
  await workspace.expectPaused(2);
  await workspace.continue.click();
  await expect(workspace.output).toContainText('n = 0');
  await workspace.expectPaused(2);
  await workspace.program.toggleBreakpoint(2);
  await workspace.continue.click();
  await workspace.expectEnded();
  await expect(workspace.output).toContainText('n = 2');
});
