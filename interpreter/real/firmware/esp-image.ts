/**
 * Images for Espressif chips, as they are written from the bootloader's place on. Proves that a file begins with such an image and says
 * for which chip. Knows no ports. Format: "Firmware Image Format" in Espressif's esptool documentation.
 */

import { type FirmwareChip, type FirmwareFile, firmwareError } from '../../device/firmware.ts';
import { readWords } from './firmware-words.ts';

const MAGIC = 0xe9;
const HEADER = 24;
const MOST_SEGMENTS = 16;
const CHIP_ID_AT = 12;
const EXTENDED_AT = 8;
/** Memory of the ESP8266 begins above this; the extended header begins with the number of a pin. */
const LOWEST_ADDRESS = 0x3f00_0000;

/** Chip id of the extended header to chip. */
const CHIP_OF: ReadonlyMap<number, FirmwareChip> = new Map([
  [0, 'ESP32'],
  [2, 'ESP32-S2'],
  [5, 'ESP32-C3'],
  [9, 'ESP32-S3'],
  [12, 'ESP32-C2'],
  [13, 'ESP32-C6'],
  [16, 'ESP32-H2'],
  [18, 'ESP32-P4'],
  [20, 'ESP32-C61'],
  [23, 'ESP32-C5'],
]);

/** Where the first image of a chip lies in its flash. All others: 0. */
const OFFSET_OF: Readonly<Partial<Record<FirmwareChip, number>>> = {
  ESP32: 0x1000,
  'ESP32-S2': 0x1000,
  'ESP32-C5': 0x2000,
  'ESP32-P4': 0x2000,
};

/** A whole image of MicroPython has the partition table and the program behind the bootloader, bytes. */
const SMALLEST = 64 * 1024;
/** Where the program lies in flash, whatever the chip: a whole image reaches beyond. */
const PROGRAM_AT = 0x1_0000;

export function flashOffset(chip: FirmwareChip): number {
  return OFFSET_OF[chip] ?? 0;
}

export function looksLikeEspImage(bytes: Uint8Array): boolean {
  const segments = bytes[1] ?? 0;
  return bytes.length >= HEADER && bytes[0] === MAGIC && segments > 0 && segments <= MOST_SEGMENTS;
}

/** Throws a FirmwareError where the file is none, or not whole. */
export function readEspImage(bytes: Uint8Array, name: string): FirmwareFile {
  if (!looksLikeEspImage(bytes))
    throw firmwareError('not-firmware', `${name} does not begin as an image for an ESP does.`);
  const chip = chipOf(bytes);
  const needed = chip === undefined || chip === 'ESP8266' ? SMALLEST : PROGRAM_AT - flashOffset(chip);
  if (bytes.length <= needed)
    throw firmwareError(
      'truncated',
      `${name} is too small to be all of MicroPython: a part of it is missing, or it is only the bootloader or an update (.app-bin). Take the whole .bin file.`,
    );
  return {
    ...{ name, kind: 'esp' as const, size: bytes.length, chips: chip === undefined ? [] : [chip] },
    ...readWords(bytes),
  };
}

/** An ESP8266 has no extended header: the address of its first segment stands there. */
function chipOf(bytes: Uint8Array): FirmwareChip | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(EXTENDED_AT, true) >= LOWEST_ADDRESS) return 'ESP8266';
  return CHIP_OF.get(view.getUint16(CHIP_ID_AT, true));
}
