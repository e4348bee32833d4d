import { describe, expect, test } from 'vitest';
import { MINUTE } from '#common/time/duration.ts';
import { planScenario } from './plan-scenario.ts';
import { readScenario } from './scenario.ts';
import { readFields } from './testing/read-block.ts';
import { testBench } from './testing/test-bench.ts';

const GOOD = `id: day
given:
  world.hold: true
  world.heat: uniform(20, 29)
  dial.turn: 30
steps:
  - delay: 10 min
  - set:
      dial.turn: integer(1, 6)
  - at: 1 h
  - ramp:
      control: world.heat
      to: 40
      over: 10 min
      every: 5 min
  - set:
      dial.turn: one-of(7, 8)
for: 2 h`;

function read(text: string) {
  const { fields, problems } = readFields(text);
  return { scenario: readScenario(fields, testBench()), problems };
}

function plan(text: string, seed: number) {
  const { scenario, problems } = read(text);
  if (!scenario) throw new Error(problems[0]?.message);
  return planScenario(scenario, seed);
}

describe('planning', () => {
  test('what is given comes at 0, in the order of writing', () => {
    const given = plan(GOOD, 1).stimuli.slice(0, 3);
    expect(given).toEqual([
      { at: 0, part: 'world', control: 'hold', value: true },
      { at: 0, part: 'world', control: 'heat', value: expect.any(Number) },
      { at: 0, part: 'dial', control: 'turn', value: 30 },
    ]);
  });

  test('delays add up, `at` is from the beginning, ramps go in steps from the last value', () => {
    const { stimuli } = plan(GOOD, 1);
    const start = Number(stimuli[1]?.value);
    expect(stimuli.slice(3).map(({ at, value }) => [at / MINUTE, value])).toEqual([
      [10, expect.any(Number)],
      [65, start + (40 - start) / 2],
      [70, 40],
      [70, expect.any(Number)],
    ]);
  });

  test('the same seed draws the same, another seed otherwise, and the report says what', () => {
    const drawn = (seed: number) => plan(GOOD, seed).drawn;
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
    expect(Object.keys(drawn(3))).toEqual(['world.heat', 'dial.turn', 'dial.turn (2)']);
  });

  test('draws stay in their range', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { stimuli } = plan(GOOD, seed);
      const heat = Number(stimuli[1]?.value);
      expect(heat).toBeGreaterThanOrEqual(20);
      expect(heat).toBeLessThanOrEqual(29);
      expect([1, 2, 3, 4, 5, 6]).toContain(stimuli[3]?.value);
      expect([7, 8]).toContain(stimuli.at(-1)?.value);
    }
  });

  test('times can be drawn', () => {
    const { stimuli, drawn } = plan(GOOD.replace('delay: 10 min', 'delay: uniform(5 min, 6 min)'), 1);
    expect(stimuli[3]?.at).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(stimuli[3]?.at).toBeLessThan(6 * MINUTE);
    expect(drawn['delay']).toMatch(/ min$/);
  });
});

describe('reading', () => {
  test('defaults: any seed, three of them', () => {
    expect(read(GOOD)).toMatchObject({ scenario: { seed: 'any', repeats: 3, title: 'day' }, problems: [] });
    expect(read(`${GOOD}\nseed: 7`).scenario).toMatchObject({ seed: 7, repeats: 1 });
  });

  test.each([
    ['for: 2 h', 'for: two hours', 'not-a-time', 27],
    ['for: 2 h', '', 'missing-field', 10],
    ['delay: 10 min', 'delay: 10 minutes', 'not-a-time', 16],
    ['delay: 10 min', 'wait: 10 min', 'bad-step', 16],
    ['world.heat: uniform(20, 29)', 'world.heta: 20', 'unknown-control', 13],
    ['world.heat: uniform(20, 29)', 'heat: 20', 'unknown-control', 13],
    ['world.heat: uniform(20, 29)', 'world.heat: warm', 'not-a-value', 13],
    ['world.heat: uniform(20, 29)', 'world.heat: uniform(29, 20)', 'not-a-value', 13],
    ['dial.turn: 30', 'dail.turn: 30', 'unknown-control', 14],
    ['to: 40', 'too: 40', 'missing-field', 21],
    ['over: 10 min', 'over: 10', undefined, 0],
    ['for: 2 h', 'for: 2 h\nseed: maybe', 'bad-seed', 28],
    ['for: 2 h', 'for: 2 h\nrepeats: 0', 'bad-repeats', 28],
    ['for: 2 h', 'for: 2000 d', 'bad-length', 27],
  ])('%s -> %s: %s', (from, to, code, line) => {
    const { problems } = read(GOOD.replace(from, to));
    if (code === undefined) expect(problems).toEqual([]);
    else
      expect(problems.find((problem) => problem.code === code)?.where).toEqual({ file: 'lesson.md', line });
  });

  test('a drawn value inside braces is torn by its comma, and the fix says so', () => {
    const { problems } = read('id: a\ngiven: {world.heat: uniform(20, 29)}\nfor: 1 h');
    expect(problems[0]).toMatchObject({ where: { line: 11 }, fix: expect.stringContaining('its own line') });
  });
});
