import { expect, test } from 'vitest';
import { MINUTE } from '#common/time/duration.ts';
import { checkOf } from '../testing/read-block.ts';
import { evidenceOf } from '../testing/test-evidence.ts';

const BECOMES = 'kind: becomes\nexpect: pump:IN is high\nwithin: 10 min';
const HOLDS = 'kind: holds\nexpect: pump.on is false\nfrom: 10 min\nuntil: 60 min';

test('becomes: passes from the first moment on, until the deadline', () => {
  expect(
    checkOf(BECOMES).judge(
      evidenceOf({
        pin: [
          [0, 0],
          [10, 1],
        ],
      }),
    ).kind,
  ).toBe('passed');
  expect(
    checkOf(BECOMES).judge(
      evidenceOf({
        pin: [
          [0, 0],
          [10.1, 1],
        ],
      }),
    ),
  ).toMatchObject({
    kind: 'failed',
    measured: 'pin GPIO12 was low up to 10 min',
  });
});

test('becomes: a pin that nobody sets fails', () => {
  expect(checkOf(BECOMES).judge(evidenceOf({}))).toMatchObject({
    kind: 'failed',
    measured: expect.stringContaining('never set'),
  });
});

test('becomes: waits for `after`', () => {
  const late = `${BECOMES}\nafter: 20 min`;
  expect(
    checkOf(late).judge(
      evidenceOf({
        pin: [
          [0, 1],
          [5, 0],
        ],
      }),
    ).kind,
  ).toBe('failed');
  expect(
    checkOf(late).judge(
      evidenceOf({
        pin: [
          [0, 1],
          [21, 0],
        ],
      }),
    ).kind,
  ).toBe('passed');
});

test('becomes: pins stay as they are after the last line', () => {
  expect(
    checkOf(`${BECOMES}\nafter: 20 min`).judge(evidenceOf({ pin: [[0, 1]], until: 1, end: 'finished' })).kind,
  ).toBe('passed');
  expect(checkOf(BECOMES).judge(evidenceOf({ pin: [[0, 0]], until: 1, end: 'stopped' })).kind).toBe(
    'not-reached',
  );
});

test('holds: passes over the stretch, whatever is outside', () => {
  const evidence = evidenceOf({
    pump: [
      [0, true],
      [9, false],
      [61, true],
    ],
  });
  expect(checkOf(HOLDS).judge(evidence).kind).toBe('passed');
});

test('holds: fails at the first moment that is otherwise', () => {
  const evidence = evidenceOf({
    pump: [
      [0, false],
      [30, true],
      [31, false],
    ],
  });
  expect(checkOf(HOLDS).judge(evidence)).toMatchObject({
    kind: 'failed',
    measured: 'the water pump was on after 30 min',
    pointer: { at: 30 * MINUTE },
  });
});

test('holds: a run that is too short is not reached, a finished program holds', () => {
  expect(checkOf(HOLDS).judge(evidenceOf({ pump: [[0, false]], until: 30, end: 'stopped' })).kind).toBe(
    'not-reached',
  );
  expect(checkOf(HOLDS).judge(evidenceOf({ pump: [[0, false]], until: 30, end: 'finished' })).kind).toBe(
    'passed',
  );
});
