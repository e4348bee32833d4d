import { describe, expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';

describe('Pwm', () => {
  test('starts when frequency and duty are known, and tells each change once', () => {
    const bench = createBench();
    const { pwm } = bench.board;
    pwm.start(2, { frequency: 1000 });
    expect(pwm.isRunning(2)).toBe(false);
    pwm.setDutyU16(2, 65535);
    pwm.setDutyU16(2, 65535);
    bench.advance(100);
    pwm.setFrequency(2, 50);
    pwm.stop(2);
    pwm.stop(2);
    expect(bench.pwm).toEqual([
      { at: 0, pin: 'GPIO2', frequency: 1000, duty: 1 },
      { at: 100, pin: 'GPIO2', frequency: 50, duty: 1 },
      { at: 100, pin: 'GPIO2', frequency: 0, duty: 0 },
    ]);
  });

  test('a duty in ns keeps its length when the frequency changes, one in u16 its share', () => {
    const { pwm } = createBench().board;
    pwm.start(2, { frequency: 50, dutyNs: 1_500_000 });
    expect(pwm.dutyU16(2)).toBe(Math.round(65535 * 0.075));
    pwm.setFrequency(2, 100);
    expect([pwm.dutyNs(2), pwm.dutyU16(2)]).toEqual([1_500_000, Math.round(65535 * 0.15)]);
    pwm.setDutyU16(2, 13107);
    pwm.setFrequency(2, 50);
    expect([pwm.dutyNs(2), pwm.frequency(2)]).toEqual([4_000_000, 50]);
  });

  test('no single edges are told while it runs; its end tells the level', () => {
    const bench = createBench();
    bench.board.gpio.configure(2, { mode: 'out', pull: 'none', value: 0 });
    bench.edges.length = 0;
    bench.board.pwm.start(2, { frequency: 1000, dutyU16: 32768 });
    bench.advance(5_000_000);
    expect(bench.edges).toEqual([]);
    bench.board.pwm.stop(2);
    expect(bench.edges).toEqual([{ at: 5_000_000, pin: 'GPIO2', level: 0 }]);
  });

  test('a digital read sees the phase, which a new duty does not restart', () => {
    const bench = createBench();
    const { pwm, gpio } = bench.board;
    pwm.start(2, { frequency: 1000, dutyU16: 32768 });
    const at = (instant: number) => {
      bench.clock.advanceTo(instant);
      return gpio.read(2);
    };
    expect([at(0), at(499_000), at(501_000), at(1_000_000)]).toEqual([1, 1, 0, 1]);
    bench.clock.advanceTo(1_300_000);
    pwm.setDutyU16(2, 16384);
    expect([gpio.read(2), at(1_999_000), at(2_000_000)]).toEqual([0, 0, 1]);
  });

  test('Pin takes the pin back from PWM', () => {
    const bench = createBench();
    bench.board.pwm.start(2, { frequency: 1000, dutyU16: 32768 });
    bench.board.gpio.configure(2, { mode: 'out', pull: 'none', value: 1 });
    expect(bench.board.gpio.read(2)).toBe(1);
    expect(bench.board.pwm.isRunning(2)).toBe(false);
    expect(bench.pwm.at(-1)).toMatchObject({ frequency: 0 });
  });

  test('refuses values out of range in the words of the port', () => {
    const { pwm } = createBench().board;
    expect(() => pwm.start(2, { frequency: 0, dutyU16: 0 })).toThrow('frequency must be from 1Hz to 40MHz');
    expect(() => pwm.start(2, { frequency: 50_000_000 })).toThrow('frequency must be from 1Hz to 40MHz');
    expect(() => pwm.start(2, { frequency: NaN })).toThrow('frequency');
    expect(() => pwm.start(2, { dutyU16: 65536 })).toThrow('duty_u16 must be from 0 to 65535');
    expect(() => pwm.start(2, { frequency: 1000, dutyNs: 1_000_001 })).toThrow('duty larger than period');
    expect(() => pwm.start(9, { frequency: 1000 })).toThrow(/can only be input/);
    expect(pwm.frequency(2)).toBe(0);
  });
});
