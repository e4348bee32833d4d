import { describe, expect, test } from 'vitest';
import { ATTN_11DB, createBench } from '../testing/bench.ts';

const KNOB = { id: 'knob', type: 'potentiometer' };
const WIRES = [
  ['board:3V3', 'knob:VCC'],
  ['board:GND', 'knob:GND'],
  ['knob:SIG', 'board:GPIO8'],
] as const;

describe('Adc', () => {
  test('is linear over the chosen range and stays at its ends', () => {
    const { board } = createBench({ parts: [KNOB], wires: WIRES });
    board.adc.configure(8);
    board.adc.setAttenuation(8, ATTN_11DB);
    const raw = [0, 25, 50, 100].map((position) => {
      board.setControl('knob', 'position', position);
      return board.adc.read(8);
    });
    expect(raw).toEqual([0, 1024, 2048, 4095]);
    board.adc.setAttenuation(8, 0);
    board.setControl('knob', 'position', 50);
    expect(board.adc.read(8)).toBe(4095);
  });

  test('scales to 16 bits by repeating the upper bits', () => {
    const { board } = createBench({ parts: [KNOB], wires: WIRES });
    board.adc.configure(8);
    board.adc.setAttenuation(8, ATTN_11DB);
    const read = (position: number) => {
      board.setControl('knob', 'position', position);
      return board.adc.readU16(8);
    };
    expect([read(0), read(50), read(100)]).toEqual([0, (2048 << 4) | (2048 >> 8), 65535]);
    board.adc.setWidth(10);
    expect([board.adc.read(8), read(100)]).toEqual([1023, 65535]);
    expect(() => board.adc.setWidth(13)).toThrow(/from 9 to 12/);
  });

  test('reads microvolts in whole millivolts, at most the full scale', () => {
    const { board } = createBench({ parts: [KNOB], wires: WIRES });
    board.adc.configure(8);
    board.setControl('knob', 'position', 25);
    expect(board.adc.readMicrovolts(8)).toBe(825_000);
    board.setControl('knob', 'position', 100);
    expect(board.adc.readMicrovolts(8)).toBe(1_100_000);
  });

  test('a pin without ADC is a ValueError that lists the pins with one', () => {
    const { adc } = createBench().board;
    expect(() => adc.configure(2)).toThrow('GPIO2 has no ADC. Pins with one: 8, 9.');
    expect(() => adc.setAttenuation(8, 7)).toThrow(/ADC.ATTN_0DB, ADC.ATTN_11DB/);
    expect(adc.gpioOfChannel(1)).toBe(9);
    expect(() => adc.gpioOfChannel(5)).toThrow('no ADC channel 5');
  });

  test('a floating input gives seeded noise; a driven one gives the same value twice', () => {
    const noise = (seed: number) => {
      const { adc } = createBench({ seed }).board;
      return Array.from({ length: 8 }, () => adc.read(8));
    };
    expect(noise(1)).toEqual(noise(1));
    expect(noise(1)).not.toEqual(noise(2));
    expect(new Set(noise(1)).size).toBeGreaterThan(4);
    const { board } = createBench({ parts: [KNOB], wires: WIRES });
    expect(board.adc.read(8)).toBe(board.adc.read(8));
  });

  test('takes the pin from outputs and pulls', () => {
    const { board } = createBench();
    board.gpio.configure(8, { mode: 'out', pull: 'up', value: 1 });
    expect(board.adc.read(8)).not.toBe(4095);
    expect(board.gpio.state(8)).toMatchObject({ mode: 'analog', pull: 'none' });
  });

  test('reads PWM as its average', () => {
    const { board } = createBench({ wires: [['board:GPIO2', 'board:GPIO8']] });
    board.adc.setAttenuation(8, ATTN_11DB);
    board.pwm.start(2, { frequency: 1000, dutyU16: 32768 });
    expect(board.adc.read(8)).toBeCloseTo(2048, -1);
  });
});
