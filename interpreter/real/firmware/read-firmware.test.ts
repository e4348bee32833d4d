import { describe, expect, it } from 'vitest';
import { FirmwareError } from '../../device/firmware.ts';
import { readFirmware, refuseWrongChip } from './read-firmware.ts';
import { ERRATUM_BLOCK, makeEsp8266Image, makeEspImage, makeUf2 } from './testing/firmware-files.ts';

const RP2040 = 0xe48b_ff56;
const RP2350_ARM = 0xe48b_ff59;
const RP2350_RISCV = 0xe48b_ff5a;
const WORDS = 'MicroPython v1.28.0 on 2026-01-02\0; Raspberry Pi Pico W with RP2040\0';

function failure(task: () => unknown): { code: string; message: string } {
  try {
    task();
  } catch (error) {
    if (error instanceof FirmwareError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('UF2 files', () => {
  it('say their chip, board and version, wherever the words lie', () => {
    for (const before of [0, 240, 250, 8180]) {
      const content = `${'x'.repeat(before)}${WORDS}${'y'.repeat(700)}`;
      const bytes = makeUf2([{ family: RP2040, content }]);
      expect(readFirmware(bytes, 'pico.uf2')).toEqual({
        name: 'pico.uf2',
        kind: 'uf2',
        size: bytes.length,
        chips: ['RP2040'],
        board: 'Raspberry Pi Pico W with RP2040',
        version: '1.28.0',
      });
    }
  });

  it.each([
    [RP2350_ARM, 'RP2350'],
    [RP2350_RISCV, 'RP2350'],
  ])('family %i is %s, also behind the block for the erratum', (family, chip) => {
    const bytes = makeUf2([ERRATUM_BLOCK, { family, content: 'x'.repeat(1000) }]);
    expect(readFirmware(bytes, 'a.uf2').chips).toEqual([chip]);
  });

  it('of the absolute family alone are for the RP2350', () => {
    const bytes = makeUf2([{ family: 0xe48b_ff57, content: 'x'.repeat(1000) }]);
    expect(readFirmware(bytes, 'a.uf2').chips).toEqual(['RP2350']);
  });

  it('of an unknown family have no chip that is known', () => {
    const bytes = makeUf2([{ family: 0x68ed_2b88, content: 'x' }]);
    expect(readFirmware(bytes, 'a.uf2').chips).toEqual([]);
  });

  it('do not count blocks that are not for flash', () => {
    const bytes = makeUf2([
      { family: RP2040, content: 'x'.repeat(600) },
      { content: 'note', flags: 1, count: 9 },
    ]);
    expect(readFirmware(bytes, 'a.uf2').chips).toEqual(['RP2040']);
  });

  it('are refused wherever they are cut off', () => {
    const whole = makeUf2([ERRATUM_BLOCK, { family: RP2350_ARM, content: 'x'.repeat(1500) }]);
    for (let end = 512 + 1; end < whole.length; end += 111)
      expect(failure(() => readFirmware(whole.subarray(0, end), 'a.uf2')).code).toBe('truncated');
    for (let end = 1024; end < whole.length; end += 512)
      expect(failure(() => readFirmware(whole.subarray(0, end), 'a.uf2')).message).toContain('of 6 blocks');
  });

  it('are refused where a block is damaged, with its number', () => {
    const bytes = makeUf2([{ family: RP2040, content: 'x'.repeat(1000) }]);
    bytes[512] = 0;
    expect(failure(() => readFirmware(bytes, 'a.uf2')).message).toContain('Block 2 of a.uf2');
  });
});

describe('ESP images', () => {
  it.each([
    [0, 'ESP32'],
    [2, 'ESP32-S2'],
    [5, 'ESP32-C3'],
    [9, 'ESP32-S3'],
    [13, 'ESP32-C6'],
  ])('chip id %i is %s', (chipId, chip) => {
    const bytes = makeEspImage({ chipId, words: '; Generic ESP32 module with ESP32\0' });
    expect(readFirmware(bytes, 'a.bin')).toMatchObject({
      kind: 'esp',
      chips: [chip],
      board: 'Generic ESP32 module with ESP32',
    });
  });

  it('without an extended header are for the ESP8266', () => {
    expect(readFirmware(makeEsp8266Image(), 'a.bin').chips).toEqual(['ESP8266']);
  });

  it('of an unknown chip have none', () => {
    expect(readFirmware(makeEspImage({ chipId: 999 }), 'a.bin').chips).toEqual([]);
  });

  it('that end before the program are no whole firmware', () => {
    const found = failure(() => readFirmware(makeEspImage({ chipId: 0, size: 30_000 }), 'boot.bin'));
    expect(found.code).toBe('truncated');
    expect(found.message).toContain('only the bootloader');
  });
});

describe('other files', () => {
  it.each([
    ['PK\u0003\u0004', 'ZIP archive'],
    ['<!doctype html>', 'web page'],
    ['\u007fELF', 'ELF file'],
    [':10000000', 'HEX file'],
    ['print(1)\n', 'no firmware file'],
    ['', 'empty'],
  ])('%j is named for what it is', (text, words) => {
    const { code, message } = failure(() => readFirmware(new TextEncoder().encode(text), 'x.bin'));
    expect(code).toBe('not-firmware');
    expect(message).toContain(words);
  });
});

describe('refuseWrongChip', () => {
  const file = readFirmware(makeUf2([{ family: RP2040, content: 'x' }]), 'pico.uf2');

  it('lets the right chip and an unasked one pass', () => {
    refuseWrongChip(file, ['RP2040']);
    refuseWrongChip(file, []);
  });

  it('names both chips', () => {
    expect(failure(() => refuseWrongChip(file, ['RP2350']))).toEqual({
      code: 'wrong-board',
      message: 'pico.uf2 is for an RP2040, but this board has an RP2350. Choose the file for your board.',
    });
  });
});
