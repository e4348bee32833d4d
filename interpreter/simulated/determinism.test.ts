/** The same program, diagram, inputs and seed give the same bytes; how fast time passes changes nothing. */

import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { SECOND } from '#common/time/duration.ts';
import type { TimedStimulus } from '../device/capability.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { play, type Played, type PlayOptions } from './testing/play.ts';

const DIAGRAM: Diagram = {
  version: 1,
  board: 'pico',
  parts: [
    { id: 'air', type: 'dht22' },
    { id: 'pot', type: 'potentiometer' },
    { id: 'soil', type: 'soil-moisture-sensor' },
    { id: 'btn', type: 'push-button', attrs: { bounce: true } },
    { id: 'r', type: 'resistor' },
    { id: 'led', type: 'led' },
  ],
  connections: [
    ['board:3V3', 'air:VCC'],
    ['board:GND', 'air:GND'],
    ['board:GPIO15', 'air:DATA'],
    ['board:3V3', 'pot:VCC'],
    ['board:GND', 'pot:GND'],
    ['board:GPIO26', 'pot:SIG'],
    ['board:3V3', 'soil:VCC'],
    ['board:GND', 'soil:GND'],
    ['board:GPIO27', 'soil:SIG'],
    ['board:GPIO14', 'btn:1'],
    ['board:GND', 'btn:2'],
    ['board:GPIO2', 'r:1'],
    ['r:2', 'led:A'],
    ['led:C', 'board:GND'],
  ].map(([from = '', to = '']) => ({ from, to })),
  world: { type: 'greenhouse' },
};

const STIMULI: readonly TimedStimulus[] = [
  { at: 1.2 * SECOND, part: 'btn', control: 'pressed', value: true },
  { at: 1.4 * SECOND, part: 'btn', control: 'pressed', value: false },
  { at: 3.3333333 * SECOND, part: 'pot', control: 'position', value: 73 },
  { at: 5 * SECOND, part: 'world', control: 'airTemperature', value: 33 },
];

/** Random numbers, timers, interrupts, sensors, a floating pin, PWM, busy loops, asyncio, garbage and what memory is left. */
const PROGRAM = `
import random, time, gc, dht, asyncio, os
from machine import Pin, PWM, ADC, Timer

led = Pin(2, Pin.OUT)
button = Pin(14, Pin.IN, Pin.PULL_UP)
presses = []
button.irq(lambda p: presses.append((time.ticks_us(), p.value())))
ticks = []
timer = Timer(period=70, callback=lambda t: (led.toggle(), ticks.append(time.ticks_us())))
sensor = dht.DHT22(Pin(15))
pot, soil, floating = ADC(26), ADC(27), Pin(20, Pin.IN)
pwm = PWM(Pin(16), freq=1000, duty_u16=100)
for i in range(6):
    try:
        sensor.measure()
        print(i, sensor.temperature(), sensor.humidity())
    except OSError as e:
        print(e)
    pwm.duty_u16(random.getrandbits(16))
    print(pot.read_u16(), soil.read_u16(), [floating.value() for _ in range(8)], random.random())
    x = 0
    while x < 3000:
        x += 1
    time.sleep(random.uniform(0.5, 1))
timer.deinit()
button.irq(None)
async def worker(n):
    for _ in range(5):
        await asyncio.sleep_ms(random.randint(1, 99))
        print(n, time.ticks_us(), end=" ")
async def main():
    await asyncio.gather(*[worker(n) for n in range(4)])
asyncio.run(main())
junk = [str(i) * 5 for i in range(400)]
print(presses, len(ticks), ticks[-1], gc.mem_free(), hash("x"), id(junk), os.urandom(4))
print(time.ticks_us(), time.time_ns())
`;

const device = createNodeDevice(DIAGRAM);
afterAll(() => device.dispose());

/** Everything that was told, whatever the batches were. */
function contents({ result, output, edges, pwm, parts, world, notices }: Played): string {
  const printed: { at: number; stream: string; text: string }[] = [];
  for (const chunk of output) {
    const last = printed.at(-1);
    if (last?.at === chunk.at && last.stream === chunk.stream) last.text += chunk.text;
    else printed.push({ ...chunk });
  }
  return JSON.stringify({ end: result.end, at: result.at, printed, edges, pwm, parts, world, notices });
}

const digest = (played: Played): string => createHash('sha256').update(contents(played)).digest('hex');
const run = (options: PlayOptions = {}): Promise<Played> =>
  play(device, PROGRAM, { stimuli: STIMULI, seed: 7, ...options });

describe('a run', async () => {
  const first = await run();

  it('has everything in it that could differ', () => {
    expect(first.result).toMatchObject({ end: 'finished' });
    expect(first.edges.length).toBeGreaterThan(50);
    expect(first.pwm.length).toBeGreaterThan(5);
    expect(first.parts.length).toBeGreaterThan(20);
    expect(first.world.length).toBeGreaterThan(1);
    expect(first.notices.length).toBeGreaterThan(0);
    expect(first.text).toContain('[(1200');
  });

  it('gives the same bytes again', async () => {
    expect(contents(await run())).toBe(contents(first));
  });

  it('gives the same bytes on another device', async () => {
    const other = createNodeDevice(DIAGRAM);
    expect(digest(await play(other, PROGRAM, { stimuli: STIMULI, seed: 7 }))).toBe(digest(first));
    other.dispose();
  });

  it('gives others for another seed', async () => {
    expect(digest(await run({ seed: 8 }))).not.toBe(digest(first));
  });

  it('gives the same at a hundredfold speed', async () => {
    expect(contents(await run({ speed: 100 }))).toBe(contents(first));
  });

  it('gives the same beginning up to a limit', async () => {
    const short = await run({ limit: 2 * SECOND });
    expect(short.result).toMatchObject({ end: 'time-limit', at: 2 * SECOND });
    expect(short.edges).toEqual(first.edges.slice(0, short.edges.length));
    expect(first.text.startsWith(short.text)).toBe(true);
    expect(short.text.length).toBeGreaterThan(100);
  });
});
