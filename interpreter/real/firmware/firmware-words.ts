/** Finds what MicroPython's firmware says of itself in its bytes: the board's name and the version. */

import type { FirmwareFile } from '../../device/firmware.ts';

/** `; Raspberry Pi Pico W with RP2040`, as it stands behind the version at the prompt. */
const MACHINE = /; ([\x20-\x3a\x3c-\x7e]{2,60}? with [A-Za-z0-9-]{3,30})/;
const VERSION = /MicroPython v?(\d+\.\d+(?:\.\d+)?(?:-[\w.-]+)?)/;

/** Large enough that no call has too many arguments, small enough to be quick. */
const PORTION = 8192;
/** No words are longer: portions overlap by so many bytes. */
const OVERLAP = 256;

export function readWords(content: Uint8Array): Pick<FirmwareFile, 'board' | 'version'> {
  const board = find(content, MACHINE);
  const version = find(content, VERSION);
  return { ...(board !== undefined && { board }), ...(version !== undefined && { version }) };
}

function find(content: Uint8Array, pattern: RegExp): string | undefined {
  for (let at = 0; at < content.length; at += PORTION) {
    const portion = content.subarray(at, at + PORTION + OVERLAP);
    const found = pattern.exec(String.fromCharCode(...portion));
    if (found) return found[1];
  }
  return undefined;
}
