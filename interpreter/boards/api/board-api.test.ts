import { describe, expect, it } from 'vitest';
import { BOARDS } from '../index.ts';
import { type BoardApi, findBoardApi, homesOf, lacks, neededVersion } from './board-api.ts';
import { API_BOARDS, BOARD_GROUPS, PARTIAL_NAMES } from './names.ts';

const api = (machine: string, platform = 'rp2', version?: string): BoardApi => {
  const found = findBoardApi({ machine, platform, ...(version && { version }) });
  if (!found) throw new Error(`Nothing is known about ${machine}.`);
  return found;
};

describe('findBoardApi', () => {
  it.each([
    ['Raspberry Pi Pico with RP2040', 'rp2', ['pico']],
    ['Raspberry Pi Pico W with RP2040', 'rp2', ['pico_w']],
    ['Raspberry Pi Pico2 with RP2350', 'rp2', ['pico2']],
    ['Raspberry Pi Pico 2 W with RP2350', 'rp2', ['pico2_w']],
    ['ESP32 module with ESP32', 'esp32', ['esp32']],
    ['Generic ESP32S3 module with Octal-SPIRAM with ESP32S3', 'esp32', ['esp32_s3']],
    ['Generic ESP32C3 module with ESP32C3', 'esp32', ['esp32_c3']],
    ['LOLIN_C3_MINI with ESP32-C3FH4', 'esp32', ['esp32_c3']],
    ['M5Stack Atom with ESP32', 'esp32', ['esp32']],
    ['ESP module with ESP8266', 'esp8266', ['esp8266']],
    ['PYBv1.1 with STM32F405RG', 'pyboard', ['pybv11']],
    ['Pimoroni Tiny 2040 with RP2040', 'rp2', BOARD_GROUPS['rp2']],
    ['Devkit with ESP32P4', 'esp32', BOARD_GROUPS['esp32-all']],
  ])('%s', (machine, platform, boards) => {
    expect(api(machine, platform).boards).toEqual(boards);
  });

  it('says nothing about boards that it does not know', () => {
    expect(findBoardApi({ machine: 'NUCLEO-F767ZI with STM32F767', platform: 'pyboard' })).toBeUndefined();
  });

  it('knows every simulated board exactly, pins included', () => {
    for (const board of BOARDS) expect(api(board.machine, board.platform)).toMatchObject({ pins: {} });
  });
});

describe('what a board lacks', () => {
  const pico = api('Raspberry Pi Pico with RP2040');
  const esp32 = api('Generic ESP32 module with ESP32', 'esp32');

  it.each([
    [pico, 'machine.ADC', 'read', true],
    [esp32, 'machine.ADC', 'read', false],
    [pico, 'machine.Pin', 'high', false],
    [esp32, 'machine.Pin', 'high', true],
    [pico, '', 'network', true],
    [esp32, '', 'network', false],
    [esp32, 'esp32', 'hall_sensor', true],
    [pico, 'machine.Pin', 'on', false],
    [pico, 'machine.Pin', 'hihg', false],
  ])('%# %s.%s', (board, owner, name, expected) => {
    expect(lacks(board, owner, name)).toBe(expected);
  });

  it('calls missing only what every board lacks that it may be', () => {
    const some = api('Somebody RP2040 with RP2040');
    expect(lacks(some, '', 'network')).toBe(false);
    expect(lacks(some, 'machine.ADC', 'read')).toBe(true);
  });

  it('names the boards that have it', () => {
    expect(homesOf('machine', 'DAC')).toEqual(['ESP32', 'ESP32-S2', 'Wio Terminal']);
  });

  it('compares versions by number', () => {
    const of = (version: string) =>
      neededVersion(api('Raspberry Pi Pico with RP2040', 'rp2', version), 'machine.USBDevice');
    expect([of('1.9.4'), of('1.22.2'), of('1.23.0-preview'), of('1.28.0')]).toEqual([
      '1.23',
      '1.23',
      undefined,
      undefined,
    ]);
  });
});

describe('the table of names', () => {
  it('writes boards as ids and groups that exist, and each name once', () => {
    const words = new Set([...Object.keys(API_BOARDS), ...Object.keys(BOARD_GROUPS)]);
    for (const [owner, rows] of Object.entries(PARTIAL_NAMES)) {
      const names = Object.values(rows).flatMap((text) => text.split(' '));
      expect([...new Set(names)], owner).toEqual(names);
      for (const boards of Object.keys(rows))
        for (const word of boards.split(' ')) expect(words).toContain(word);
    }
  });
});
