/** A small lesson and services in memory, for tests. */

import type { LessonFiles, LessonSummary } from '#common/host/host.ts';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { BOARDS } from '#interpreter/boards/index.ts';
import { MemoryDevice, type Script } from '#interpreter/device/memory-device.ts';
import { createMemoryHost, type MemoryHostOptions } from '../host/memory-host.ts';
import type { Services } from './services.ts';

export const LESSON_PATH = 'basics/start/hello';

export const LESSON_FILES: LessonFiles = {
  'lesson.md': `---
id: hello
version: 1.0.0
title: Say hello
summary: Print a word.
minutes: 5
---
Welcome.

\`\`\`scenario
id: plain
title: Any day
for: 1 min
\`\`\`

## Read {#read}
Just read this.

## Ask {#ask}
\`\`\`quiz
id: sum
ask: What is 1 + 1?
answers:
  - text: Two
    correct: true
    say: Right you are.
  - text: Eleven
    say: Numbers are not texts.
\`\`\`

## Print {#print}
\`\`\`check
id: no-error
title: The program runs
kind: no-error
scenario: plain
\`\`\`
\`\`\`hint
First **hint**.
\`\`\`
\`\`\`hint
Second hint.
\`\`\`
`,
  'diagram.json': '{ "version": 1, "board": "pico", "parts": [], "connections": [] }',
  'start/main.py': '# start\n',
  'solution/main.py': 'good',
};

const SUMMARY: LessonSummary = {
  path: LESSON_PATH,
  title: 'Say hello',
  summary: 'Print a word.',
  curriculum: 'Basics',
  unit: 'Start',
  minutes: 5,
};

/** Programs that the memory device knows. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  good: (run) => run.print('hello'),
  bad: (run) => run.raise('NameError', "name 'x' isn't defined", [{ file: 'main.py', line: 2 }]),
  // Comes to line 2, then waits as `endless` does.
  'one\ntwo\nthree': async (run) => {
    await run.reach(2);
    await run.readLine();
  },
  // Waits for input that never comes: a busy loop would let no timer of a test come between.
  endless: async (run) => void (await run.readLine()),
};

export function createTestServices(options: MemoryHostOptions = {}): Services {
  let id = 0;
  return {
    host: createMemoryHost({ lessons: [{ summary: SUMMARY, files: LESSON_FILES }], ...options }),
    catalog: { boards: BOARDS, parts: [], worlds: [] },
    createDevice: () => new MemoryDevice({ scripts: SCRIPTS }),
    requestFrame: () => () => undefined,
    timers: new ManualTimers(),
    createId: () => `id-${++id}`,
    now: () => 1_000,
  };
}
