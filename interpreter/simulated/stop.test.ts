/** Stop ends every program, and the device is as good as new afterwards. */

import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { boardOnly, play } from './testing/play.ts';

const device = createNodeDevice(boardOnly('esp32_devkit'));
afterAll(() => device.dispose());

const ENDLESS = {
  'a busy loop': "print('started')\nwhile True:\n    pass\n",
  'a loop that swallows KeyboardInterrupt':
    "print('started')\nwhile True:\n    try:\n        while True:\n            x = 1\n    except:\n        pass\n",
  'a loop that swallows it around each statement':
    "print('started')\nwhile True:\n    try:\n        x = 1\n    except BaseException:\n        x = 2\n",
  'a loop without hooks': "print('started')\nexec('while True: pass')\n",
  'a long sleep': "import time\nprint('started')\ntime.sleep(1000)\n",
  'sleeps that swallow it':
    "import time\nprint('started')\nwhile True:\n    try:\n        time.sleep(1000)\n    except KeyboardInterrupt:\n        pass\n",
  'input()': "print('started')\ninput()\n",
  'input() that swallows it':
    "print('started')\nwhile True:\n    try:\n        input()\n    except KeyboardInterrupt:\n        pass\n",
  'a flood of output': "print('started')\nwhile True:\n    print('x' * 100)\n",
  'an interrupt handler':
    "from machine import Timer\nimport time\ndef tick(t):\n    print('started')\n    while True:\n        pass\nTimer(0).init(period=10, callback=tick)\ntime.sleep(1000)\n",
  'asyncio that catches it':
    "import asyncio\nasync def main():\n    print('started')\n    while True:\n        try:\n            await asyncio.sleep(1)\n        except Exception:\n            pass\nasyncio.run(main())\n",
  'timers after the end of main':
    "from machine import Timer\nTimer(0).init(period=100, callback=lambda t: print('started'))\n",
  'a generator in a comprehension':
    "print('started')\ndef f():\n    while True:\n        yield 1\nprint(sum(x for x in f()))\n",
};

describe('Stop', () => {
  it.each(Object.keys(ENDLESS) as (keyof typeof ENDLESS)[])('ends %s at speed 1', async (name) => {
    const { result } = await play(device, ENDLESS[name], {
      speed: 1,
      once: { text: 'started', then: () => void device.stop() },
    });
    expect(result.end).toBe('stopped');
    expect(device.status).toBe('idle');
  });

  it.each(['a busy loop', 'a long sleep', 'a flood of output', 'input()'] as const)(
    'ends %s at full speed',
    async (name) => {
      const { result } = await play(device, ENDLESS[name].replace('1000', '1e12'), {
        once: { text: 'started', then: () => void device.stop() },
      });
      expect(['stopped', 'finished']).toContain(result.end);
      expect(device.status).toBe('idle');
    },
  );

  it('lets finally and with clean up, and prints no traceback', async () => {
    const program =
      'from machine import Pin\nimport time\npump = Pin(4, Pin.OUT)\npump.on()\ntry:\n    print("started")\n' +
      '    while True:\n        time.sleep(1)\nfinally:\n    pump.off()\n    print("pump off")\n';
    const { result, text, edges } = await play(device, program, {
      speed: 1,
      once: { text: 'started', then: () => void device.stop() },
    });
    expect(result.end).toBe('stopped');
    expect(result.traceback).toBeUndefined();
    expect(text).toBe('started\npump off\n');
    expect(edges.at(-1)).toMatchObject({ pin: 'GPIO4', level: 0 });
  });

  it('is seen as KeyboardInterrupt by a program that asks for it', async () => {
    const program =
      "import time\ntry:\n    print('started')\n    time.sleep(100)\nexcept KeyboardInterrupt:\n    print('interrupted')\n";
    const { result, text } = await play(device, program, {
      speed: 1,
      once: { text: 'started', then: () => void device.stop() },
    });
    expect(text).toBe('started\ninterrupted\n');
    expect(result.end).toBe('stopped');
  });

  it('keeps the files and lets the next run be whole', async () => {
    await play(device, ENDLESS['a loop without hooks'], {
      once: { text: 'started', then: () => void device.stop() },
    });
    const lines: string[] = [];
    const listener = device.onOutput(({ text }) => {
      lines.push(text);
      void device.stop();
    });
    expect((await device.run()).end).toBe('stopped');
    listener.dispose();
    expect(lines.join('')).toBe('started\n');
    expect((await play(device, "print('fine')")).text).toBe('fine\n');
  });
});
