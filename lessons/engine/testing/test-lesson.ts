/** A tiny lesson and a device that plays its programs, for tests that run lessons. */

import { MINUTE } from '#common/time/duration.ts';
import { VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { Device } from '#interpreter/device/device.ts';
import { MemoryDevice, type Script } from '#interpreter/device/memory-device.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { Lesson } from '../lesson.ts';
import { loadLesson } from '../load.ts';
import { TEST_CATALOG, TEST_DIAGRAM } from './test-bench.ts';

const TEXT = `---
id: watering
version: 1.0.0
title: Watering
summary: Water when it is hot.
minutes: 5
---

\`\`\`scenario
id: cold
given:
  world.heat: uniform(5, 25)
for: 1 h
\`\`\`

\`\`\`scenario
id: hot
given:
  world.heat: uniform(35, 45)
for: 1 h
\`\`\`

## Hello {#hello}

\`\`\`check
id: says-hello
title: It says hello
kind: output
scenario: hot
contains: Hello
say: "It said {measured}."
\`\`\`

## Switch {#switch}

\`\`\`check
id: waters
title: It waters in the heat
kind: reacts
scenario: [cold, hot]
rules:
  - { when: world.heat is above 30, expect: pump.on is true, within: 10 min }
  - { when: world.heat is below 30, expect: pump.on is false, within: 10 min }
say: "At {world.heat} the pump was {pump.on}."
\`\`\`

\`\`\`check
id: has-loop
title: It has a loop
kind: source
uses: [while]
say: "There is no while."
\`\`\`

\`\`\`mistake
id: flood
explains: [waters]
seen:
  - { kind: holds, scenario: hot, from: 1 min, expect: pump.on is true }
  - { kind: holds, scenario: cold, from: 1 min, expect: pump.on is true }
say: "Always on, even at {world.heat}."
\`\`\`

\`\`\`mistake
id: inverted
explains: [waters]
seen:
  - { kind: holds, scenario: hot, from: 1 min, expect: pump.on is false }
  - { kind: holds, scenario: cold, from: 1 min, expect: pump.on is true }
say: "The wrong way round."
\`\`\`
`;

export const PROGRAMS = {
  start: 'while: nothing',
  right: 'while: waters in the heat',
  flood: '# fails: waters\n# earns: flood\nwhile: waters always',
  inverted: '# fails: waters\n# earns: inverted\nwhile: waters in the cold',
  raises: 'while: raises',
  ends: 'while: ends',
  forever: 'while: for ever',
} as const;

export const LESSON_FILES: Readonly<Record<string, string>> = {
  'lesson.md': TEXT,
  'diagram.json': JSON.stringify(TEST_DIAGRAM),
  'start/main.py': PROGRAMS.start,
  'solution/main.py': PROGRAMS.right,
  'mistakes/flood.py': PROGRAMS.flood,
  'mistakes/inverted.py': PROGRAMS.inverted,
};

export function testLesson(changes: Readonly<Record<string, string>> = {}): Lesson {
  const { lesson, problems } = loadLesson(
    { ...LESSON_FILES, ...changes },
    { path: 'a/b/watering', catalog: TEST_CATALOG },
  );
  if (!lesson) throw new Error(problems.map(({ message }) => message).join('\n'));
  return lesson;
}

/** Plays a program that looks at the heat once a minute and decides about the pump. */
function watering(says: string, decide: (heat: number) => boolean): Script {
  return async (run) => {
    await run.advance(0);
    const heat = Number(run.control('world', 'heat'));
    run.trace({
      world: [{ at: 0, values: { heat } }],
      parts: [{ at: 0, part: 'pump', state: { on: false } }],
    });
    if (says) run.print(says);
    for (;;) {
      run.trace({ parts: [{ at: run.now, part: 'pump', state: { on: decide(heat) } }] });
      await run.advance(MINUTE);
    }
  };
}

/** Every device that was made, and the seed of every run. */
export interface DeviceLog {
  readonly seeds: (number | undefined)[];
  readonly made: { readonly diagram: Diagram; readonly device: Device }[];
}

export function deviceMaker(log?: DeviceLog, without: readonly string[] = []): (diagram: Diagram) => Device {
  return (diagram) => {
    const device = new MemoryDevice({
      without,
      controls: { world: { heat: 20, hold: false } },
      scripts: {
        [PROGRAMS.start]: watering('', () => false),
        [PROGRAMS.right]: watering('Hello', (heat) => heat > 30),
        [PROGRAMS.flood]: watering('Hello', () => true),
        [PROGRAMS.inverted]: watering('Hello', (heat) => heat < 30),
        [PROGRAMS.raises]: async (run) => {
          await run.advance(MINUTE);
          run.raise('NameError', "name 'pmup' isn't defined", [{ file: 'main.py', line: 1 }]);
        },
        [PROGRAMS.ends]: async (run) => {
          run.print('Hello');
          await run.advance(MINUTE);
        },
        [PROGRAMS.forever]: async (run) => {
          await run.readLine();
        },
      },
    });
    log?.made.push({ diagram, device });
    device.onStatus((status) => {
      if (status === 'running') log?.seeds.push(device.capability(VIRTUAL_TIME)?.seed);
    });
    return device;
  };
}
