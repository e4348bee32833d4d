/** The same program, wiring and inputs give the same bytes in Chromium and in Node: every output, pin edge, snapshot and world value. */

import {
  fingerprintOf,
  forgetWorkers,
  listenToWorkers,
  recordInNode,
  recordOfPage,
  type RecordedRun,
} from './determinism.ts';
import { expect, test } from './fixtures.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { GREENHOUSE_BENCH } from './wirings.ts';

/** Everything at once: sensors with noise, random numbers, timers, interrupts, PWM, floats, allocation, two virtual days. */
const PROGRAM = `import random, math, time, gc
from machine import ADC, Pin, PWM, Timer
import dht

thermometer = ADC(Pin(34))
thermometer.atten(ADC.ATTN_11DB)
knob = ADC(Pin(35))
air = dht.DHT22(Pin(15))
pump = Pin(12, Pin.OUT)
lamp = PWM(Pin(2), freq=1000, duty_u16=0)
beats = 0

def beat(timer):
    global beats
    beats += 1
    lamp.duty_u16((beats * 997) % 65536)

Timer(0).init(period=60_000, mode=Timer.PERIODIC, callback=beat)

for quarter in range(192):
    celsius = (thermometer.read() / 4095 * 3.3 - 0.5) * 100
    pump.value(celsius > 30)
    air.measure()
    numbers = [random.random() for i in range(50)]
    print(quarter, celsius, air.temperature(), air.humidity(), knob.read_u16(), beats)
    print(sum(numbers), math.sin(celsius), math.exp(numbers[0]), hash(str(celsius)), time.ticks_us())
    if quarter % 24 == 0:
        gc.collect()
    time.sleep(900)

print("done", time.time(), gc.mem_alloc() > 0)
raise ValueError("the end")
`;

async function runInPage(workspace: WorkspacePage): Promise<RecordedRun> {
  await forgetWorkers(workspace.page);
  await workspace.runToEnd();
  return recordOfPage(workspace.page);
}

/** Part by part, so that a difference is seen where it is; then as a whole. */
function expectSame(one: RecordedRun, other: RecordedRun): void {
  for (const kind of ['output', 'edges', 'pwm', 'parts', 'world', 'notices'] as const) {
    const first = one[kind].findIndex(
      (item, index) => JSON.stringify(item) !== JSON.stringify(other[kind][index]),
    );
    expect({ kind, first, item: one[kind][first] }).toEqual({ kind, first: -1, item: undefined });
    expect(one[kind].length, kind).toBe(other[kind].length);
  }
  expect(fingerprintOf(one)).toBe(fingerprintOf(other));
}

test('a run in the page is the run in Node, byte for byte, at any speed', async ({ page, openProject }) => {
  await listenToWorkers(page);
  const workspace = await openProject({ name: 'Same', program: PROGRAM, diagram: GREENHOUSE_BENCH });
  await workspace.setSpeed('Max');
  const inPage = await runInPage(workspace);
  const inNode = await recordInNode({ program: PROGRAM, diagram: GREENHOUSE_BENCH });

  // Nothing is proved by comparing nothing.
  expect(inPage.at).toBeGreaterThan(172_800e9);
  expect(inPage.output.length).toBeGreaterThan(192);
  expect(inPage.parts.length).toBeGreaterThan(1000);
  expect(inPage.world.length).toBeGreaterThan(1000);
  expect(inPage.pwm.length).toBeGreaterThan(1000);
  expect(inPage.edges.length).toBeGreaterThan(1);
  expectSame(inPage, inNode);

  await test.step('and again', async () => expectSame(await runInPage(workspace), inNode));
});

test('a control that was set before the run counts in both alike', async ({ page, openProject }) => {
  const program = PROGRAM.replace('range(192)', 'range(8)');
  await listenToWorkers(page);
  const workspace = await openProject({ name: 'Same', program, diagram: GREENHOUSE_BENCH });
  await workspace.bench.slider('knob: Position').focus();
  for (const key of ['PageUp', 'PageUp', 'ArrowUp']) await page.keyboard.press(key);
  await workspace.setSpeed('Max');
  const inPage = await runInPage(workspace);
  const stimuli = [{ at: 0, part: 'knob', control: 'position', value: 21 }];
  expectSame(inPage, await recordInNode({ program, diagram: GREENHOUSE_BENCH, stimuli }));
  const untouched = await recordInNode({ program, diagram: GREENHOUSE_BENCH });
  expect(fingerprintOf(untouched)).not.toBe(fingerprintOf(inPage));
});

test('the speed changes nothing but the waiting', async ({ page, openProject }) => {
  const program =
    'from machine import Pin\nimport time\nlamp = Pin(2, Pin.OUT)\nfor i in range(40):\n    lamp.toggle()\n    print(i, time.ticks_us())\n    time.sleep_ms(25)\n';
  await listenToWorkers(page);
  const workspace = await openProject({ name: 'Paced', program, diagram: GREENHOUSE_BENCH });
  const paced = await runInPage(workspace);
  expect(paced.edges.length).toBeGreaterThanOrEqual(40);
  expectSame(paced, await recordInNode({ program, diagram: GREENHOUSE_BENCH }));
});
