/** Controls on the parts reach a program that loops and one that sleeps, by pointer and by keyboard. */

import { expect, test } from './fixtures.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { CONTROL_BENCH } from './wirings.ts';

const LAMP_FOLLOWS_BUTTON = `from machine import Pin

lamp = Pin(15, Pin.OUT)
bell = Pin(14, Pin.IN, Pin.PULL_UP)

while True:
    lamp.value(not bell.value())
`;

const LAMP_TOGGLES_IN_SLEEP = `from machine import Pin
from time import sleep

lamp = Pin(15, Pin.OUT)
bell = Pin(14, Pin.IN, Pin.PULL_UP)
bell.irq(lambda pin: lamp.toggle(), Pin.IRQ_FALLING)

while True:
    sleep(3600)
`;

const PRINT_THE_KNOB = `from machine import ADC
from time import sleep_ms

knob = ADC(26)
shown = -1
while True:
    now = round(knob.read_u16() * 100 / 65535)
    if now != shown:
        shown = now
        print("knob", now)
    sleep_ms(20)
`;

const bell = ({ bench }: WorkspacePage) => bench.pane.getByRole('button', { name: 'bell: Press' });
const knob = ({ bench }: WorkspacePage) => bench.slider('knob: Position');

test('a push button held with the pointer switches the lamp of a looping program', async ({
  page,
  openProject,
}) => {
  const workspace = await openProject({
    name: 'Bell',
    program: LAMP_FOLLOWS_BUTTON,
    diagram: CONTROL_BENCH,
  });
  await workspace.start();
  await workspace.bench.expectState('lamp', 'off');
  await bell(workspace).hover();
  await page.mouse.down();
  await workspace.bench.expectState('lamp', 'on');
  await expect(bell(workspace)).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.up();
  await workspace.bench.expectState('lamp', 'off');
});

test('a push button pressed with the keyboard interrupts a sleeping program', async ({
  page,
  openProject,
}) => {
  const workspace = await openProject({
    name: 'Bell',
    program: LAMP_TOGGLES_IN_SLEEP,
    diagram: CONTROL_BENCH,
  });
  await workspace.start();
  await workspace.bench.expectState('lamp', 'off');
  await bell(workspace).focus();
  for (const [key, lamp] of [
    [' ', 'on'],
    ['Enter', 'off'],
  ] as const) {
    await page.keyboard.down(key);
    await workspace.bench.expectState('lamp', lamp);
    await page.keyboard.up(key);
    await expect(bell(workspace)).toHaveAttribute('aria-pressed', 'false');
  }
});

test('a potentiometer is turned by keyboard and by pointer while the program runs', async ({
  page,
  openProject,
}) => {
  const workspace = await openProject({ name: 'Knob', program: PRINT_THE_KNOB, diagram: CONTROL_BENCH });
  await workspace.start();
  await expect(workspace.output).toContainText('knob 0');
  await knob(workspace).focus();
  await page.keyboard.press('End');
  await expect(workspace.output).toContainText('knob 100');
  await page.keyboard.press('PageDown');
  await expect(workspace.output).toContainText('knob 90');
  await page.keyboard.press('ArrowLeft');
  await expect(workspace.output).toContainText('knob 89');

  const box = await knob(workspace).boundingBox();
  if (!box) throw new Error('The knob has no place on the page.');
  const [x, y] = [box.x + box.width * 0.496, box.y + box.height * 0.409];
  await page.mouse.move(x - 8, y + 4);
  await page.mouse.down();
  await page.mouse.move(x, y - 10, { steps: 4 });
  await page.mouse.up();
  // Straight up is the middle.
  await expect(knob(workspace)).toHaveAttribute('aria-valuenow', '50');
  await expect(workspace.output).toContainText('knob 50');
});

test('controls stay as they were left for the next run', async ({ page, openProject }) => {
  const workspace = await openProject({ name: 'Knob', program: PRINT_THE_KNOB, diagram: CONTROL_BENCH });
  await knob(workspace).focus();
  await page.keyboard.press('End');
  await workspace.start();
  await expect(workspace.output).toContainText('knob 100');
  await expect(workspace.output).not.toContainText('knob 0');
  await workspace.stopProgram();
  await workspace.start();
  await expect(workspace.output).toContainText('knob 100');
});
