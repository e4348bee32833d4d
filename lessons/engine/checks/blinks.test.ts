import { expect, test } from 'vitest';
import { MILLISECOND, SECOND } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import { checkOf } from '../testing/read-block.ts';
import { evidenceOf } from '../testing/test-evidence.ts';

const CHECK = 'kind: blinks\non: board:GPIO12\nperiod: 1 s\nduty: 50 %\ntolerance: 5 %\ncycles: 4';

/** Goes on and off, each for the given time in ms, `cycles` times. */
function blinking(on: number, off: number, cycles: number, start = 0): Evidence {
  const edges = Array.from({ length: cycles }, (_, index) => {
    const at = (start + index * (on + off)) * MILLISECOND;
    return [
      { at, pin: 'GPIO12', level: 1 as const },
      { at: at + on * MILLISECOND, pin: 'GPIO12', level: 0 as const },
    ];
  }).flat();
  return { ...evidenceOf({ until: 1 }), edges };
}

test('passes whatever the phase, within the tolerance', () => {
  expect(checkOf(CHECK).judge(blinking(500, 500, 10)).kind).toBe('passed');
  expect(checkOf(CHECK).judge(blinking(510, 510, 10, 333)).kind).toBe('passed');
});

test('fails with the measured period and duty', () => {
  expect(checkOf(CHECK).judge(blinking(1000, 1000, 10))).toMatchObject({
    kind: 'failed',
    measured: 'pin GPIO12 went on and off every 2 s, 50 % of it on',
    wanted: 'pin GPIO12 on and off every 1 s, 50 % of it on',
  });
  expect(checkOf(CHECK).judge(blinking(100, 900, 10))).toMatchObject({ kind: 'failed' });
});

test('fails where it stops, and where it never blinks', () => {
  expect(checkOf(CHECK).judge(blinking(500, 500, 3))).toMatchObject({
    measured: 'pin GPIO12 blinked 2 times and stopped',
  });
  expect(checkOf(CHECK).judge(blinking(500, 500, 1))).toMatchObject({
    measured: expect.stringContaining('did not blink'),
  });
  expect(checkOf(CHECK).judge(evidenceOf({}))).toMatchObject({
    measured: expect.stringContaining('never set'),
  });
});

test('leaves the time to settle out', () => {
  const late: Evidence = blinking(500, 500, 10, 4000);
  const evidence = {
    ...late,
    edges: [
      { at: 0, pin: 'GPIO12', level: 1 as const },
      { at: 5, pin: 'GPIO12', level: 0 as const },
      ...late.edges,
    ],
  };
  expect(checkOf(CHECK).judge(evidence).kind).toBe('failed');
  expect(checkOf(`${CHECK}\nsettle: 2 s`).judge(evidence).kind).toBe('passed');
});

test('sees a slow PWM signal as blinking', () => {
  const pwm = { ...evidenceOf({ until: 1 }), pwm: [{ at: SECOND, pin: 'GPIO12', frequency: 1, duty: 0.5 }] };
  expect(checkOf(CHECK).judge(pwm).kind).toBe('passed');
  expect(
    checkOf(CHECK).judge({ ...pwm, pwm: [{ at: SECOND, pin: 'GPIO12', frequency: 5, duty: 0.5 }] }).kind,
  ).toBe('failed');
});
