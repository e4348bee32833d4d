import { describe, expect, test } from 'vitest';
import { SECOND } from '#common/time/duration.ts';
import { createBench } from '../testing/bench.ts';

const PARTS = [{ id: 'temp', type: 'analog-temperature-sensor' }];
const WIRES = [
  ['board:3V3', 'temp:VCC'],
  ['board:GND', 'temp:GND'],
  ['temp:OUT', 'board:GPIO8'],
] as const;

describe('analog-temperature-sensor', () => {
  test('gives 0.5 V at 0 degrees and 10 mV for each degree', () => {
    const { board } = createBench({ parts: PARTS, wires: WIRES });
    const read = (degrees: number) => {
      board.setControl('temp', 'temperature', degrees);
      return board.adc.readMicrovolts(8);
    };
    expect([read(0), read(25), read(-40), read(60)]).toEqual([500_000, 750_000, 100_000, 1_100_000]);
  });

  test('in a world it measures the air there and its own control counts for nothing', () => {
    const bench = createBench({
      parts: PARTS,
      wires: WIRES,
      world: { type: 'greenhouse', settings: { airTemperature: 35, holdAirTemperature: true } },
    });
    bench.board.setControl('temp', 'temperature', 5);
    bench.advance(60 * SECOND);
    expect(bench.board.adc.readMicrovolts(8)).toBe(850_000);
    expect(bench.state('temp')).toEqual({ temperature: 35, voltage: 0.85 });
    bench.board.setControl('world', 'airTemperature', 10);
    expect(bench.board.adc.readMicrovolts(8)).toBe(600_000);
  });

  test('without supply it floats and says which wire is missing', () => {
    const bench = createBench({ parts: PARTS, wires: [WIRES[1], WIRES[2]] });
    expect(bench.notices).toHaveLength(1);
    expect(bench.notices[0]).toMatchObject({ code: 'no-supply' });
    expect(bench.notices[0]?.message).toContain('connect its VCC pin to a power pin');
    expect(bench.state('temp').voltage).toBe(0);
  });
});
