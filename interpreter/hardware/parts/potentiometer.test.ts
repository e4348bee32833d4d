import { expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';

test('potentiometer divides what is between its ends, and floats without a supply', () => {
  const parts = [{ id: 'knob', type: 'potentiometer' }];
  const bench = createBench({
    parts,
    wires: [
      ['board:3V3', 'knob:VCC'],
      ['board:GND', 'knob:GND'],
      ['knob:SIG', 'board:GPIO8'],
    ],
  });
  bench.board.setControl('knob', 'position', 30);
  bench.board.adc.setAttenuation(8, 3);
  expect(bench.board.adc.readMicrovolts(8)).toBe(990_000);
  expect(bench.state('knob')).toEqual({ position: 30 });
  bench.board.setControl('knob', 'position', 500);
  expect(bench.board.controls().knob).toEqual({ position: 100 });

  const loose = createBench({ parts, wires: [['knob:SIG', 'board:GPIO4']] });
  loose.board.setControl('knob', 'position', 100);
  loose.board.gpio.read(4);
  expect(loose.notices.map(({ code }) => code)).toEqual(['floating-input']);
});

test('a potentiometer with its ends swapped turns the other way', () => {
  const bench = createBench({
    parts: [{ id: 'knob', type: 'potentiometer' }],
    wires: [
      ['board:3V3', 'knob:GND'],
      ['board:GND', 'knob:VCC'],
      ['knob:SIG', 'board:GPIO4'],
    ],
  });
  expect(bench.board.gpio.read(4)).toBe(1);
  bench.board.setControl('knob', 'position', 100);
  expect(bench.board.gpio.read(4)).toBe(0);
});
