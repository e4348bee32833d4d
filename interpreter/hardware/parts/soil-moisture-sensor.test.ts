import { expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';

const PARTS = [{ id: 'soil', type: 'soil-moisture-sensor' }];
const WIRES = [
  ['board:3V3', 'soil:VCC'],
  ['board:GND', 'soil:GND'],
  ['soil:AOUT', 'board:GPIO8'],
] as const;

test('the wetter the soil, the lower the voltage', () => {
  const { board } = createBench({ parts: PARTS, wires: WIRES });
  board.adc.setAttenuation(8, 3);
  const read = (moisture: number) => {
    board.setControl('soil', 'moisture', moisture);
    return board.adc.readMicrovolts(8) / 1000;
  };
  expect([read(0), read(50), read(100)]).toEqual([2542, 1906, 1271]);
});

test('in a world it measures the soil there', () => {
  const bench = createBench({
    parts: PARTS,
    wires: WIRES,
    world: { type: 'greenhouse', settings: { soilMoisture: 70 } },
  });
  expect(bench.state('soil').moisture).toBe(70);
  bench.board.setControl('world', 'soilMoisture', 10);
  expect(bench.state('soil').moisture).toBe(10);
});
