/** Breakpoints on the simulated board: where a run stops, what is seen there, and that pauses change nothing else. */

import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { DEBUGGER, PROBE, VIRTUAL_TIME } from '../device/capability.ts';
import type { ProgramFiles } from '../device/device.ts';
import { boardOnly, play, type PlayOptions } from './testing/play.ts';

const device = createNodeDevice(boardOnly('pico'));
afterAll(() => device.dispose());

/** Plays a program with breakpoints in main.py; `onPause` is told each line and what was printed by then, then the run goes on. */
async function debug(
  program: string | ProgramFiles,
  lines: readonly number[],
  onPause: (line: number | undefined, text: string) => void = () => undefined,
  options: PlayOptions = {},
) {
  const debuggable = device.capability(DEBUGGER);
  const time = device.capability(VIRTUAL_TIME);
  debuggable?.setBreakpoints('main.py', lines);
  const pauses: (number | undefined)[] = [];
  let text = '';
  const listeners = [
    device.onOutput((chunk) => (text += chunk.text)),
    device.onStatus((status) => {
      if (status !== 'paused') return;
      const line = debuggable?.pausedAt?.line;
      pauses.push(line);
      onPause(line, text);
      time?.resume();
    }),
  ];
  const played = await play(device, program, options);
  for (const listener of listeners) listener.dispose();
  debuggable?.setBreakpoints('main.py', []);
  return { ...played, pauses };
}

const LAMP = `from machine import Pin
import time

lamp = Pin(15, Pin.OUT)
while time.ticks_ms() < 3000:
    lamp.on()
    print('on')
    # wait
    time.sleep(1)
    lamp.off()
`;

describe('a breakpoint', () => {
  it('pauses in every round, and at the next statement behind a comment', async () => {
    const seen: string[] = [];
    const { pauses, text } = await debug(LAMP, [4, 8], (line, printed) => seen.push(`${line} ${printed}`));
    expect(pauses).toEqual([4, 9, 9, 9]);
    expect(seen.slice(0, 3)).toEqual(['4 ', '9 on\n', '9 on\non\n']);
    expect(text).toBe('on\non\non\n');
  });

  it('shows the pins as the statements before have left them, and time stands still', async () => {
    const edges: number[] = [];
    const listener = device.capability(PROBE)?.onTrace((batch) => edges.push(batch.edges.length));
    const counts: number[] = [];
    const instants: (number | undefined)[] = [];
    await debug(LAMP, [7], () => {
      counts.push(edges.reduce((sum, count) => sum + count, 0));
      instants.push(device.capability(VIRTUAL_TIME)?.now);
    });
    listener?.dispose();
    // The first edge drives the pin low.
    expect(counts).toEqual([2, 4, 6]);
    expect(instants.map((now = 0) => Math.floor(now / 1e9))).toEqual([0, 1, 2]);
  });

  it('holds for main.py alone, where a module has the same lines', async () => {
    const files = {
      'main.py': 'import pump\nprint("main")\npump.start()\nprint("end")\n',
      'pump.py': 'def start():\n    print("one")\n    print("two")\n    print("three")\n',
    };
    const { pauses, text } = await debug(files, [2, 4]);
    expect(pauses).toEqual([2, 4]);
    expect(text).toBe('main\none\ntwo\nthree\nend\n');
  });

  it('pauses in functions, interrupt handlers and finally', async () => {
    const program = `from machine import Timer
import time
def tick(t):
    print('tick')
try:
    Timer(period=100, mode=Timer.ONE_SHOT, callback=tick)
    time.sleep(1)
finally:
    print('done')
`;
    expect((await debug(program, [4, 9])).pauses).toEqual([4, 9]);
  });

  it('set while the program runs holds at once; taken away, the program goes on', async () => {
    const program = 'print("started")\nn = 0\nwhile n < 2000000000:\n    n += 1\n';
    const debuggable = device.capability(DEBUGGER);
    let count = 0;
    const { pauses, result } = await debug(
      program,
      [],
      () => {
        if (++count < 3) return;
        debuggable?.setBreakpoints('main.py', []);
        void device.stop();
      },
      { once: { text: 'started', then: () => debuggable?.setBreakpoints('main.py', [4]) } },
    );
    expect(pauses).toEqual([4, 4, 4]);
    expect(result.end).toBe('stopped');
  });

  it('pauses at any speed of time', async () => {
    expect((await debug(LAMP, [9], undefined, { speed: 100 })).pauses).toEqual([9, 9, 9]);
  });
});

describe('Stop', () => {
  it('ends a paused program', async () => {
    const { pauses, result } = await debug('while True:\n    pass\n', [2], () => void device.stop());
    expect([pauses, result.end, device.status]).toEqual([[2], 'stopped', 'idle']);
  });

  it('is not held up by breakpoints on the way out', async () => {
    const program = 'try:\n    print(1)\nfinally:\n    print(3)\n';
    const { pauses, result } = await debug(program, [2, 4], () => void device.stop());
    expect([pauses, result.end]).toEqual([[2], 'stopped']);
  });
});

describe('a run with pauses', () => {
  it('gives the same bytes as one without', async () => {
    const program = `import random, time, gc
from machine import Pin, Timer
lamp = Pin(15, Pin.OUT)
ticks = []
timer = Timer(period=7, callback=lambda t: (lamp.toggle(), ticks.append(time.ticks_us())))
for i in range(40):
    x = [random.random() for _ in range(50)]
    print(i, time.ticks_us(), gc.mem_free(), lamp.value())
    time.sleep_ms(random.randint(1, 20))
timer.deinit()
print(ticks, gc.mem_free())
`;
    const contents = ({ result, output, edges, parts }: Awaited<ReturnType<typeof play>>): string => {
      const printed = output.map(({ at, text }) => text.replace(/^/gm, `${at} `));
      return JSON.stringify({ result, text: printed.join(''), edges, parts });
    };
    const plain = await play(device, program, { seed: 5 });
    const paused = await debug(program, [7, 8, 10], undefined, { seed: 5 });
    expect(paused.pauses).toHaveLength(81);
    expect(contents(paused)).toBe(contents(plain));
    expect(plain.edges.length).toBeGreaterThan(40);
  });
});
