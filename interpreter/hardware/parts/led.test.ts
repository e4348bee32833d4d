import { describe, expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';

const LED = { id: 'led1', type: 'led' };

describe('led', () => {
  test('shines while its pin is high, and tells each change once', () => {
    const bench = createBench({
      parts: [LED],
      wires: [
        ['board:GPIO2', 'led1:A'],
        ['led1:C', 'board:GND'],
      ],
    });
    bench.board.gpio.configure(2, { mode: 'out', pull: 'none' });
    bench.advance(1000);
    bench.board.gpio.write(2, 1);
    bench.advance(1000);
    bench.board.gpio.write(2, 1);
    bench.board.gpio.write(2, 0);
    bench.board.gpio.write(2, 1);
    bench.board.gpio.write(2, 0);
    bench.advance(1000);
    expect(bench.parts.map(({ at, state }) => [at, state.on])).toEqual([
      [0, false],
      [1000, true],
      [2000, false],
    ]);
    expect(bench.notices).toEqual([]);
  });

  test('is dimmed by PWM on either leg', () => {
    const bench = createBench({
      parts: [LED],
      wires: [
        ['board:GPIO2', 'led1:A'],
        ['led1:C', 'board:GPIO3'],
      ],
    });
    bench.board.gpio.configure(3, { mode: 'out', pull: 'none', value: 0 });
    bench.board.pwm.start(2, { frequency: 1000, dutyU16: 16384 });
    expect(bench.state('led1').brightness).toBeCloseTo(0.25, 3);
    bench.board.pwm.stop(2);
    bench.board.gpio.configure(2, { mode: 'out', pull: 'none', value: 1 });
    bench.board.pwm.start(3, { frequency: 1000, dutyU16: 16384 });
    expect(bench.state('led1').brightness).toBeCloseTo(0.75, 3);
  });

  test('a pull resistor inside the chip is too weak to feed it', () => {
    const bench = createBench({
      parts: [LED],
      wires: [
        ['board:GPIO2', 'led1:A'],
        ['led1:C', 'board:GND'],
      ],
    });
    bench.board.gpio.configure(2, { mode: 'in', pull: 'up' });
    expect(bench.board.gpio.read(2)).toBe(1);
    expect(bench.state('led1').on).toBe(false);
    bench.board.gpio.configure(2, { mode: 'out', pull: 'up', value: 1 });
    expect(bench.state('led1').on).toBe(true);
  });

  test('stays dark the wrong way round and says which leg is open', () => {
    const bench = createBench({ parts: [LED], wires: [['board:GPIO2', 'led1:C']] });
    bench.board.gpio.configure(2, { mode: 'out', pull: 'none', value: 1 });
    expect(bench.state('led1')).toEqual({ on: false, brightness: 0 });
    expect(bench.notices.map(({ code }) => code)).toEqual(['open-leg']);
    expect(bench.notices[0]?.message).toContain('leg A');
  });
});
