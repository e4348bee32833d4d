import { expect, test } from 'vitest';
import { MINUTE } from '#common/time/duration.ts';
import { checkOf } from '../testing/read-block.ts';
import { evidenceOf } from '../testing/test-evidence.ts';

const HOT = `
kind: reacts
when: world.heat is above 30
expect: pump.on is true
within: 11 min`;

const BOTH = `
kind: reacts
rules:
  - { when: world.heat is above 30, expect: pump.on is true, within: 11 min }
  - { when: world.heat is below 30, expect: pump.on is false, within: 11 min }`;

test('passes where the reaction comes in time and stays', () => {
  const evidence = evidenceOf({
    heat: [
      [0, 20],
      [30, 31],
    ],
    pump: [
      [0, false],
      [40, true],
    ],
  });
  expect(checkOf(HOT).judge(evidence).kind).toBe('passed');
});

test('fails with what was seen, what was wanted, and where', () => {
  const evidence = evidenceOf({
    heat: [
      [0, 20],
      [30, 31.5],
    ],
    pump: [
      [0, false],
      [45, true],
    ],
  });
  expect(checkOf(HOT).judge(evidence)).toEqual({
    kind: 'failed',
    measured: 'the water pump was off after 41 min, when the heat was 31.5 °C',
    wanted: 'the water pump is on within 11 min whenever the heat is above 30 °C',
    message:
      'the water pump was off after 41 min, when the heat was 31.5 °C / the water pump is on within 11 min whenever the heat is above 30 °C',
    pointer: { at: 41 * MINUTE, subject: 'pump.on' },
  });
});

test('fails where the reaction does not stay', () => {
  const evidence = evidenceOf({
    heat: [[0, 35]],
    pump: [
      [0, true],
      [60, false],
    ],
  });
  expect(checkOf(HOT).judge(evidence)).toMatchObject({ kind: 'failed', pointer: { at: 60 * MINUTE } });
  expect(checkOf(`${HOT}\nstays: false`).judge(evidence).kind).toBe('passed');
});

test('forgives a moment shorter than the glitch, but no longer one', () => {
  const blip = (minutes: number) =>
    evidenceOf({
      heat: [[0, 35]],
      pump: [
        [0, true],
        [60, false],
        [60 + minutes, true],
      ],
    });
  expect(checkOf(HOT).judge(blip(0.001)).kind).toBe('passed');
  expect(checkOf(HOT).judge(blip(0.01)).kind).toBe('failed');
  expect(checkOf(`${HOT}\nglitch: 1 s`).judge(blip(0.01)).kind).toBe('passed');
});

test('a situation that never came up, or too shortly, is not reached', () => {
  const cold = evidenceOf({ heat: [[0, 20]], pump: [[0, false]] });
  const short = evidenceOf({
    heat: [
      [0, 20],
      [30, 31],
      [35, 20],
    ],
    pump: [[0, false]],
  });
  expect(checkOf(HOT).judge(cold)).toMatchObject({ kind: 'not-reached' });
  expect(checkOf(HOT).judge(short)).toMatchObject({ kind: 'not-reached' });
});

test('a program that ended too soon is not reached, and the message says so', () => {
  const evidence = evidenceOf({ heat: [[0, 35]], pump: [[0, true]], until: 30, end: 'finished' });
  expect(checkOf(HOT).judge(evidence)).toMatchObject({
    kind: 'not-reached',
    message: expect.stringContaining('30 min'),
  });
});

test('of several rules the earliest failure counts', () => {
  const evidence = evidenceOf({
    heat: [
      [0, 20],
      [60, 35],
    ],
    pump: [
      [0, true],
      [61, false],
    ],
  });
  expect(checkOf(BOTH).judge(evidence)).toMatchObject({ kind: 'failed', pointer: { at: 11 * MINUTE } });
});

test('one rule that was reached is enough', () => {
  const evidence = evidenceOf({ heat: [[0, 20]], pump: [[0, false]] });
  expect(checkOf(BOTH).judge(evidence).kind).toBe('passed');
});

test('an edge does not count where the run begins with it', () => {
  const check = checkOf(HOT.replace('is above', 'rises above'));
  expect(check.judge(evidenceOf({ heat: [[0, 35]], pump: [[0, false]] })).kind).toBe('not-reached');
  expect(
    check.judge(
      evidenceOf({
        heat: [
          [0, 20],
          [5, 35],
        ],
        pump: [[0, false]],
      }),
    ).kind,
  ).toBe('failed');
});

test('a part that was never heard of fails; one that cannot be seen is not judged', () => {
  expect(checkOf(HOT).judge(evidenceOf({ heat: [[0, 35]] }))).toMatchObject({ kind: 'failed' });
  const blind = evidenceOf({ heat: [[0, 35]], unobserved: new Set(['parts']) });
  expect(checkOf(HOT).judge(blind)).toMatchObject({ kind: 'cannot-see' });
});
