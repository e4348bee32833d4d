import { describe, expect, it } from 'vitest';
import { asStartProgram, fromStartProgram } from './start-program.ts';

const TIGHT = 'while True:\n    pass\n';

/** Programs that need a pause, with what they begin with on the board. */
const NEEDY: Readonly<Record<string, readonly [string, string]>> = {
  'an empty line after the imports': [
    `from machine import Pin\nimport sys\n\n${TIGHT}`,
    "from machine import Pin\nimport sys\n__import__('time').sleep_ms(800)  # Pinlab: time for Stop after power-on\nwhile True:",
  ],
  'a comment at the top': [
    `# My program\nx = 1\n${TIGHT}`,
    "__import__('time').sleep_ms(800)  # Pinlab: time for Stop after power-on  # My program\nx = 1",
  ],
  neither: [
    `from machine import Pin\nled = Pin(25)\n${TIGHT}`,
    "__import__('time').sleep_ms(800); from machine import Pin  # Pinlab: time for Stop after power-on\nled = Pin(25)",
  ],
  'a statement over several lines first': [
    `x = [\n  1,\n]\n${TIGHT}`,
    "__import__('time').sleep_ms(800); x = [\n  1,",
  ],
  'a text over several lines first': [
    `"""My\n\nprogram"""\n${TIGHT}`,
    '__import__(\'time\').sleep_ms(800); """My\n\nprogram"""',
  ],
  'nothing but a loop': [
    TIGHT,
    "__import__('time').sleep_ms(800)  # Pinlab: time for Stop after power-on (this line is added)\nwhile True:",
  ],
  'line breaks of Windows': [
    `import sys\r\n\r\n${TIGHT}`,
    "import sys\r\n__import__('time').sleep_ms(800)  # Pinlab: time for Stop after power-on\r\nwhile True:",
  ],
  'no line break at the end': ['while 1: pass', "__import__('time').sleep_ms(800)"],
  'a loop that waits, and one that does not': [
    `import time\n\nwhile time.ticks_ms() < 9:\n  time.sleep(1)\n${TIGHT}`,
    'import time\n__import__',
  ],
  'a pause that comes too late': [`def f():\n  pass\ntime.sleep(1)\n${TIGHT}`, '__import__'],
  'deep sleep': ['import machine\nmachine.deepsleep(1000)\n', '__import__'],
  'Ctrl-C that is caught': [
    'import time\nwhile True:\n  try:\n    time.sleep(1)\n  except:\n    pass\n',
    '__import__',
  ],
};

const CALM: readonly string[] = [
  '',
  "print('while True:')\n",
  '# while True:\nx = 1\n',
  'import time\nwhile True:\n    print(1)\n    time.sleep(1)\n',
  'import asyncio\nasync def main():\n  while True:\n    await asyncio.sleep(1)\nasyncio.run(main())\n',
  `import time\ntime.sleep(0.5)\n${TIGHT}`,
  `from time import sleep_ms\nsleep_ms(700)\n${TIGHT}`,
];

describe('a program that a board starts with', () => {
  it.each(Object.entries(NEEDY))('gets a pause: %s', (_, [text, expected]) => {
    const stored = asStartProgram(text);
    expect(stored.startsWith(expected)).toBe(true);
    expect(fromStartProgram(stored)).toBe(text);
    expect(asStartProgram(stored)).toBe(stored);
  });

  it('keeps the number of every line unless its first line opens a block', () => {
    for (const [name, [text]] of Object.entries(NEEDY)) {
      const opensBlock = /^(while|def)/.test(text);
      const added = asStartProgram(text).split('\n').length - text.split('\n').length;
      expect([name, added]).toEqual([name, opensBlock ? 1 : 0]);
    }
  });

  it.each(CALM)('is left alone where the board listens anyway: %j', (text) => {
    expect(asStartProgram(text)).toBe(text);
    expect(fromStartProgram(text)).toBe(text);
  });

  it('gives back texts that only look as if they had a pause', () => {
    const own = "x = 1\n__import__('time').sleep_ms(800)\n";
    expect(fromStartProgram(own)).toBe(own);
  });
});
