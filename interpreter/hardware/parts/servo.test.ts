import { describe, expect, test } from 'vitest';
import { MILLISECOND, SECOND } from '#common/time/duration.ts';
import { createBench } from '../testing/bench.ts';

const WIRES = [
  ['board:5V', 'arm:V+'],
  ['board:GND', 'arm:GND'],
  ['arm:PWM', 'board:GPIO5'],
] as const;

function createServo(attrs = {}) {
  return createBench({
    parts: [{ id: 'arm', type: 'servo', attrs }],
    wires: WIRES,
    world: { type: 'greenhouse' },
  });
}

describe('servo', () => {
  test('turns to the angle of the pulse at 60 degrees in 0.1 s', () => {
    const bench = createServo();
    bench.board.pwm.start(5, { frequency: 50, dutyNs: 1_500_000 });
    bench.advance(100 * MILLISECOND);
    expect(bench.state('arm')).toEqual({ angle: 60, target: 90 });
    bench.advance(60 * MILLISECOND);
    expect(bench.state('arm')).toEqual({ angle: 90, target: 90 });
    bench.board.pwm.setDutyNs(5, 500_000);
    bench.advance(SECOND);
    expect(bench.state('arm').angle).toBe(0);
    bench.board.pwm.setDutyNs(5, 2_500_000);
    bench.advance(SECOND);
    expect(bench.state('arm').angle).toBe(180);
  });

  test('a new goal on the way turns it round from where it is', () => {
    const bench = createServo();
    bench.board.pwm.start(5, { frequency: 50, dutyNs: 2_500_000 });
    bench.advance(110 * MILLISECOND);
    bench.board.pwm.setDutyNs(5, 500_000);
    expect(bench.state('arm').angle).toBe(66);
    bench.advance(50 * MILLISECOND);
    expect(bench.state('arm').angle).toBeLessThan(66);
    bench.advance(SECOND);
    expect(bench.state('arm').angle).toBe(0);
  });

  test('stays where it is without a signal, and is quiet when at rest', () => {
    const bench = createServo();
    bench.board.pwm.start(5, { frequency: 50, dutyNs: 1_500_000 });
    bench.advance(SECOND);
    bench.board.pwm.stop(5);
    const told = bench.parts.length;
    bench.advance(10 * SECOND);
    expect(bench.state('arm').angle).toBe(90);
    expect(bench.parts.length).toBe(told);
    expect(bench.notices).toEqual([]);
  });

  test('does not understand a wrong frequency or pulse and says what it wants', () => {
    const bench = createServo();
    bench.board.pwm.start(5, { frequency: 1000, dutyU16: 32768 });
    bench.board.pwm.start(5, { frequency: 50, dutyU16: 32768 });
    bench.advance(SECOND);
    expect(bench.state('arm').angle).toBe(0);
    expect(bench.notices.map(({ code }) => code)).toEqual(['servo-signal']);
    expect(bench.notices[0]?.message).toContain('50 Hz');
  });

  test('opens the vent of the world where it drives one', () => {
    const bench = createServo({ drives: 'vent' });
    bench.board.pwm.start(5, { frequency: 50, dutyNs: 1_500_000 });
    bench.advance(SECOND);
    expect(bench.world.at(-1)?.values.ventOpening).toBe(50);
    const idle = createServo();
    idle.board.pwm.start(5, { frequency: 50, dutyNs: 1_500_000 });
    idle.advance(SECOND);
    expect(idle.world.at(-1)?.values.ventOpening).toBe(0);
  });
});
