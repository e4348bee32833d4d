/** Any firmware file that Pinlab can install: which kind it is, and for which chips. Knows no drives and no ports. */

import { type FirmwareChip, type FirmwareFile, firmwareError } from '../../device/firmware.ts';
import { looksLikeEspImage, readEspImage } from './esp-image.ts';
import { looksLikeUf2, readUf2 } from './uf2.ts';

/** Throws a FirmwareError that says what the file is instead, where that can be seen. */
export function readFirmware(bytes: Uint8Array, name: string): FirmwareFile {
  if (bytes.length === 0) throw firmwareError('not-firmware', `${name} is empty. Download it again.`);
  if (looksLikeUf2(bytes)) return readUf2(bytes, name);
  if (looksLikeEspImage(bytes)) return readEspImage(bytes, name);
  throw firmwareError('not-firmware', `${name} ${whatElse(bytes)}`);
}

/** Throws `wrong-board` unless the file runs on one of these chips. */
export function refuseWrongChip({ chips, name }: FirmwareFile, there: readonly FirmwareChip[]): void {
  if (chips.length === 0)
    throw firmwareError('wrong-board', `${name} is for a chip that Pinlab does not know.`);
  if (there.length === 0 || there.some((chip) => chips.includes(chip))) return;
  throw firmwareError(
    'wrong-board',
    `${name} is for ${oneOf(chips)}, but this board has ${oneOf(there)}. Choose the file for your board.`,
  );
}

function oneOf(chips: readonly FirmwareChip[]): string {
  return chips.map((chip) => `an ${chip}`).join(' or ');
}

/** First characters of files that people take for firmware. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['PK', 'is a ZIP archive. Unpack it and choose the .uf2 or .bin file in it.'],
  ['<!', 'is a web page. The download did not work: download the file again.'],
  ['<h', 'is a web page. The download did not work: download the file again.'],
  ['\u007fELF', 'is an ELF file. Choose the .uf2 or .bin file beside it.'],
  [':', 'is a HEX file. Choose the .uf2 or .bin file for your board.'],
];

function whatElse(bytes: Uint8Array): string {
  const begin = String.fromCharCode(...bytes.subarray(0, 4));
  const known = OTHERS.find(([first]) => begin.startsWith(first));
  return (
    known?.[1] ??
    'is no firmware file. A Pico takes a .uf2 file, an ESP32 a .bin file, both from micropython.org.'
  );
}
