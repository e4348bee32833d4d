import { expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';

test('an LED behind a resistor shines and is dimmed by PWM', () => {
  const bench = createBench({
    parts: [
      { id: 'r1', type: 'resistor', attrs: { value: 220 } },
      { id: 'led1', type: 'led' },
    ],
    wires: [
      ['board:GPIO2', 'led1:A'],
      ['led1:C', 'r1:1'],
      ['r1:2', 'board:GND'],
    ],
  });
  bench.board.gpio.configure(2, { mode: 'out', pull: 'none', value: 1 });
  expect(bench.state('led1')).toEqual({ on: true, brightness: 1 });
  bench.board.pwm.start(2, { frequency: 1000, dutyU16: 6554 });
  expect(bench.state('led1').brightness).toBeCloseTo(0.1, 3);
  expect(bench.state('r1')).toEqual({ ohms: 220 });
});

test('two resistors divide a voltage; a nonsense value joins like a wire', () => {
  const bench = createBench({
    parts: [
      { id: 'r1', type: 'resistor', attrs: { value: 3000 } },
      { id: 'r2', type: 'resistor', attrs: { value: 1000 } },
      { id: 'bad', type: 'resistor', attrs: { value: 'much' } },
    ],
    wires: [
      ['board:3V3', 'r1:1'],
      ['r1:2', 'board:GPIO8'],
      ['board:GPIO8', 'r2:1'],
      ['r2:2', 'board:GND'],
      ['board:GND', 'bad:1'],
      ['bad:2', 'board:GPIO9'],
    ],
  });
  expect(bench.board.adc.readMicrovolts(8)).toBe(825_000);
  expect(bench.board.adc.readMicrovolts(9)).toBe(0);
});
