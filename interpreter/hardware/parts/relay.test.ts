import { describe, expect, test } from 'vitest';
import { MINUTE } from '#common/time/duration.ts';
import { createBench } from '../testing/bench.ts';

const WIRES = [
  ['board:3V3', 'pump:VCC'],
  ['board:GND', 'pump:GND'],
  ['pump:IN', 'board:GPIO5'],
] as const;

function createRelay(attrs = {}, wires: typeof WIRES | readonly [(typeof WIRES)[2]] = WIRES) {
  const parts = [{ id: 'pump', type: 'relay', label: 'water pump', attrs }];
  return createBench({ parts, wires, world: { type: 'greenhouse' } });
}

const out = (value: 0 | 1) => ({ mode: 'out', pull: 'none', value }) as const;

describe('relay', () => {
  test('follows its pin and tells each switching with its time', () => {
    const bench = createRelay();
    bench.board.gpio.configure(5, out(0));
    bench.advance(100);
    bench.board.gpio.write(5, 1);
    bench.advance(100);
    bench.board.gpio.write(5, 0);
    bench.advance(100);
    expect(bench.parts.map(({ at, state }) => [at, state.on])).toEqual([
      [0, false],
      [100, true],
      [200, false],
    ]);
  });

  test('a pump wets the soil of the world; switched off it stops', () => {
    const bench = createRelay();
    const moisture = () => bench.world.at(-1)?.values.soilMoisture ?? NaN;
    bench.board.gpio.configure(5, out(1));
    bench.advance(2 * MINUTE);
    const wet = moisture();
    expect(wet).toBeGreaterThan(50);
    expect(bench.world.at(-1)?.values.pumpFlow).toBe(6);
    bench.board.gpio.write(5, 0);
    bench.advance(2 * MINUTE);
    expect(moisture()).toBeLessThanOrEqual(wet + 0.2);
    expect(bench.world.at(-1)?.values.pumpFlow).toBe(0);
  });

  test('another load works in the world under its own name', () => {
    const bench = createRelay({ load: 'heater' });
    bench.board.gpio.configure(5, out(1));
    bench.advance(1);
    expect(bench.world.at(-1)?.values).toMatchObject({ heaterPower: 100, pumpFlow: 0 });
    expect(bench.state('pump')).toEqual({ on: true, load: 'heater' });
  });

  test('active low turns it round; a floating pin leaves it off', () => {
    const bench = createRelay({ activeLow: true });
    expect(bench.state('pump').on).toBe(false);
    bench.board.gpio.configure(5, out(0));
    expect(bench.state('pump').on).toBe(true);
    bench.board.gpio.write(5, 1);
    expect(bench.state('pump').on).toBe(false);
  });

  test('without supply it does nothing and says so', () => {
    const bench = createRelay({}, [WIRES[2]]);
    bench.board.gpio.configure(5, out(1));
    expect(bench.state('pump').on).toBe(false);
    expect(bench.notices.map(({ code }) => code)).toEqual(['no-supply', 'no-supply']);
    expect(bench.notices[0]?.message).toContain('water pump');
  });

  test('does not follow PWM and says so once', () => {
    const bench = createRelay();
    bench.board.pwm.start(5, { frequency: 1000, dutyU16: 40000 });
    bench.board.pwm.setDutyU16(5, 50000);
    expect(bench.state('pump').on).toBe(false);
    expect(bench.notices.map(({ code }) => code)).toEqual(['pwm-on-relay']);
  });
});
