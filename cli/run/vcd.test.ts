import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import { worlds } from '#interpreter/hardware/worlds/index.ts';
import { createVcdWriter } from './vcd.ts';

const EMPTY: TraceBatch = { until: 0, edges: [], pwm: [], parts: [], world: [], notices: [] };

function dump(batches: readonly Partial<TraceBatch>[], until: number): string {
  const board = BOARDS.find(({ id }) => id === 'esp32_devkit');
  if (!board) throw new Error('no board');
  let text = '';
  const writer = createVcdWriter({ board, world: worlds[0]?.definition, write: (piece) => (text += piece) });
  for (const batch of batches) writer.add({ ...EMPTY, ...batch });
  writer.finish(until);
  return text;
}

/** Identifier of a variable by scope and name. */
function idOf(text: string, scope: string, name: string): string {
  const body = new RegExp(`\\$scope module ${scope} \\$end\\n([^]*?)\\$upscope`).exec(text)?.[1] ?? '';
  const line = body.split('\n').find((candidate) => candidate.endsWith(` ${name} $end`));
  return line?.split(' ')[3] ?? '';
}

describe('createVcdWriter', () => {
  it('declares pins, PWM, parts and the world before the first value', () => {
    const text = dump(
      [{ parts: [{ at: 0, part: 'pump', state: { on: false, flow: 0.5, mode: 'idle' } }] }],
      10,
    );
    expect(text).toContain('$timescale 1 ns $end');
    expect(text).toMatch(/\$scope module pins \$end\n(\$var wire 1 \S+ GPIO\d+ \$end\n)+\$upscope/);
    expect(text).toMatch(
      /\$scope module pump \$end\n\$var wire 1 \S+ on \$end\n\$var real 64 \S+ flow \$end\n\$upscope/,
    );
    expect(text).toMatch(/\$var real 64 \S+ airTemperature \$end/);
    expect(text.indexOf('$var')).toBeLessThan(text.indexOf('$enddefinitions'));
    expect(text.lastIndexOf('$var')).toBeLessThan(text.indexOf('$enddefinitions'));
  });

  it('writes each change once, in the order of time, whatever kind it is', () => {
    const text = dump(
      [
        {
          edges: [
            { at: 0, pin: 'GPIO12', level: 0 },
            { at: 2_000, pin: 'GPIO12', level: 1 },
            { at: 5_000, pin: 'GPIO12', level: 1 },
          ],
          world: [{ at: 1_000, values: { airTemperature: 21.5 } }],
        },
      ],
      9_000,
    );
    const pin = idOf(text, 'pins', 'GPIO12');
    const air = idOf(text, 'world', 'airTemperature');
    const changes = text.slice(text.indexOf('$end\n0') + 5);
    expect(changes).toBe(`0${pin}\n#1000\nr21.5 ${air}\n#2000\n1${pin}\n#9000\n`);
  });

  it('tells PWM as duty and frequency, with an unknown level between the bounds', () => {
    const text = dump([{ pwm: [{ at: 100, pin: 'GPIO12', frequency: 1000, duty: 0.25 }] }], 200);
    expect(text).toContain(`r0.25 ${idOf(text, 'pwm', 'GPIO12.duty')}\n`);
    expect(text).toContain(`r1000 ${idOf(text, 'pwm', 'GPIO12.hz')}\n`);
    expect(text.slice(text.indexOf('#100'))).not.toMatch(
      new RegExp(`^[01]${idOf(text, 'pins', 'GPIO12')}$`, 'm'),
    );
  });

  it('identifiers are unique', () => {
    const ids = [...dump([], 0).matchAll(/\$var \S+ \d+ (\S+) /g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(94);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a valid dump also where nothing was told', () => {
    expect(dump([], 5)).toMatch(/\$enddefinitions \$end\n#0\n\$dumpvars\n[^]*\$end\n#5\n$/);
  });
});
