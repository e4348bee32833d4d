import { describe, expect, it } from 'vitest';
import type { BoardDefinition } from '../diagram/catalog.ts';
import { findBoardPin } from '../diagram/lookup.ts';
import { ESP32_DEVKIT } from './esp32-devkit.ts';
import { BOARDS, findBoard, unknownBoard } from './index.ts';
import { PICO } from './pico.ts';

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const gpioNumbers = (
  board: BoardDefinition,
  wanted: (pin: BoardDefinition['pins'][number]) => boolean,
): number[] => board.pins.filter((pin) => pin.role === 'gpio' && wanted(pin)).map((pin) => pin.gpio ?? -1);

describe.each(BOARDS.map((board) => [board.id, board] as const))('board %s', (_, board) => {
  it('has no name twice', () => {
    const names = board.pins.flatMap((pin) => [pin.name, ...pin.aliases]).map((name) => name.toUpperCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives each GPIO its number, its canonical name and its bare number', () => {
    for (const pin of board.pins.filter((pin) => pin.role === 'gpio')) {
      expect(pin.name).toBe(`GPIO${pin.gpio}`);
      expect(findBoardPin(board, String(pin.gpio))).toBe(pin);
    }
  });

  it('has no ADC channel twice', () => {
    const channels = board.pins.flatMap((pin) => (pin.adc ? [`${pin.adc.unit}:${pin.adc.channel}`] : []));
    expect(new Set(channels).size).toBe(channels.length);
  });

  it('has a ground, a 3.3 V supply and a 5 V supply', () => {
    expect(findBoardPin(board, 'GND')?.role).toBe('ground');
    expect(findBoardPin(board, '3V3')?.volts).toBe(3.3);
    expect(findBoardPin(board, '5V')?.volts).toBe(5);
    expect(findBoardPin(board, 'GND.2')).toBe(findBoardPin(board, 'GND.1'));
  });

  it('is found by its id and by every alias, in any case', () => {
    for (const id of [board.id, ...board.aliases]) {
      expect(findBoard(id)).toBe(board);
      expect(findBoard(id.toUpperCase())).toBe(board);
    }
  });
});

describe('Raspberry Pi Pico', () => {
  it('has the pins that its firmware lists', () => {
    // Pin.board of MicroPython 1.28 on RPI_PICO; Pin.cpu has GPIO0 to GPIO29.
    const firmware = [...range(0, 22), 25, 26, 27, 28].map((number) => `GP${number}`);
    expect(firmware.map((name) => findBoardPin(PICO, name)?.role)).toEqual(firmware.map(() => 'gpio'));
    expect(gpioNumbers(PICO, () => true)).toEqual(range(0, 29));
    expect(findBoardPin(PICO, 'LED')?.gpio).toBe(PICO.led);
  });

  it('breaks out 26 GPIOs, three of them analog', () => {
    expect(gpioNumbers(PICO, (pin) => pin.brokenOut !== false)).toEqual([...range(0, 22), 26, 27, 28]);
    expect(gpioNumbers(PICO, (pin) => pin.adc !== undefined && pin.brokenOut !== false)).toEqual([
      26, 27, 28,
    ]);
  });

  it('drives and pulls every pin', () => {
    expect(gpioNumbers(PICO, (pin) => pin.output === false || pin.pulls === false)).toEqual([]);
  });
});

describe('ESP32 DevKit V1', () => {
  it('knows every name printed on the board', () => {
    const printed = (
      'VIN GND.2 D13 D12 D14 D27 D26 D25 D33 D32 D35 D34 VN VP EN ' +
      '3V3 GND.1 D15 D2 D4 RX2 TX2 D5 D18 D19 D21 RX0 TX0 D22 D23'
    ).split(' ');
    expect(printed).toHaveLength(30);
    expect(printed.filter((name) => findBoardPin(ESP32_DEVKIT, name) === undefined)).toEqual([]);
    expect(printed.filter((name) => findBoardPin(ESP32_DEVKIT, name)?.brokenOut === false)).toEqual([]);
  });

  it('only reads 34 to 39, without pulls', () => {
    expect(gpioNumbers(ESP32_DEVKIT, (pin) => pin.output === false)).toEqual(range(34, 39));
    expect(gpioNumbers(ESP32_DEVKIT, (pin) => pin.pulls === false)).toEqual(range(34, 39));
  });

  it('has the analog inputs of the data sheet', () => {
    expect(gpioNumbers(ESP32_DEVKIT, (pin) => pin.adc?.unit === 1)).toEqual(range(32, 39));
    expect(gpioNumbers(ESP32_DEVKIT, (pin) => pin.adc?.unit === 2)).toEqual([
      0, 2, 4, 12, 13, 14, 15, 25, 26, 27,
    ]);
    expect(findBoardPin(ESP32_DEVKIT, 'D34')?.adc).toEqual({ unit: 1, channel: 6 });
  });

  it('warns of strapping, flash and console pins', () => {
    expect(gpioNumbers(ESP32_DEVKIT, (pin) => pin.caution !== undefined)).toEqual([
      0,
      1,
      2,
      3,
      5,
      ...range(6, 12),
      15,
    ]);
  });

  it('measures at the 0 dB range by default', () => {
    const { attenuations, referenceVolts } = ESP32_DEVKIT.adc;
    expect(attenuations.find(({ value }) => value === 0)?.volts).toBe(referenceVolts);
  });
});

it('says what was probably meant by an unknown board', () => {
  expect(findBoard('pcio')).toBeUndefined();
  expect(unknownBoard('pcio').fix).toBe('Did you mean "pico"?');
  expect(unknownBoard('arduino uno').fix).toBe('The boards are pico and esp32_devkit.');
});
