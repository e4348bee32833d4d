import { describe, expect, test } from 'vitest';
import { SECOND } from '#common/time/duration.ts';
import { createBench } from '../testing/bench.ts';

const PARTS = [{ id: 'dht', type: 'dht22' }];
const WIRES = [
  ['board:3V3', 'dht:VCC'],
  ['board:GND', 'dht:GND'],
  ['dht:DATA', 'board:GPIO4'],
] as const;

describe('dht22', () => {
  test('answers with the bytes of the data sheet: 65.2 % and 35.1 degrees', () => {
    const { board } = createBench({ parts: PARTS, wires: WIRES });
    board.setControl('dht', 'humidity', 65.2);
    board.setControl('dht', 'temperature', 35.1);
    expect([...(board.transact('dht', 4) ?? [])]).toEqual([0x02, 0x8c, 0x01, 0x5f, 0xee]);
  });

  test('sets the sign bit below zero: -10.1 degrees', () => {
    const { board } = createBench({ parts: PARTS, wires: WIRES });
    board.setControl('dht', 'humidity', 65.2);
    board.setControl('dht', 'temperature', -10.1);
    expect([...(board.transact('dht', 4) ?? [])]).toEqual([0x02, 0x8c, 0x80, 0x65, 0x73]);
  });

  test('measures at most every two seconds', () => {
    const bench = createBench({ parts: PARTS, wires: WIRES });
    const read = () => (bench.board.transact('dht', 4)?.[3] ?? 0) / 10;
    bench.board.setControl('dht', 'temperature', 20);
    expect(read()).toBe(20);
    bench.board.setControl('dht', 'temperature', 25);
    bench.advance(1.9 * SECOND);
    expect(read()).toBe(20);
    bench.advance(0.1 * SECOND);
    expect(read()).toBe(25);
  });

  test('does not answer on another pin, without supply, or through its NC pin', () => {
    const { board } = createBench({ parts: PARTS, wires: WIRES });
    expect(board.transact('dht', 5)).toBeUndefined();
    const unpowered = createBench({ parts: PARTS, wires: [WIRES[1], WIRES[2]] });
    expect(unpowered.board.transact('dht', 4)).toBeUndefined();
    const wrong = createBench({ parts: PARTS, wires: [WIRES[0], WIRES[1], ['dht:NC', 'board:GPIO4']] });
    expect(wrong.board.transact('dht', 4)).toBeUndefined();
  });

  test('measures the world where there is one', () => {
    const bench = createBench({
      parts: PARTS,
      wires: WIRES,
      world: {
        type: 'greenhouse',
        settings: { airTemperature: 12, airHumidity: 80, holdAirTemperature: true },
      },
    });
    expect(bench.state('dht')).toEqual({ temperature: 12, humidity: 80 });
  });
});
