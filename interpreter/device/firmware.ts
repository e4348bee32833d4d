/**
 * Installing MicroPython on a board from a local file. Whoever owns the drives and ports implements this; everything is plain data, so
 * that every call can cross a wall. Nothing here uses the network.
 */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Event } from '#common/lifecycle/emitter.ts';

/** Kinds of chip, by the names that people know. */
export type FirmwareChip =
  | 'RP2040'
  | 'RP2350'
  | 'ESP8266'
  | 'ESP32'
  | 'ESP32-S2'
  | 'ESP32-S3'
  | 'ESP32-C2'
  | 'ESP32-C3'
  | 'ESP32-C5'
  | 'ESP32-C6'
  | 'ESP32-C61'
  | 'ESP32-H2'
  | 'ESP32-P4';

/** What a firmware file says of itself. */
export interface FirmwareFile {
  readonly name: string;
  /** `uf2` is copied to a drive; `esp` is written through a port. */
  readonly kind: 'uf2' | 'esp';
  /** Bytes of the file. */
  readonly size: number;
  /** Chips that it runs on; empty where the file is for a chip that Pinlab does not know. */
  readonly chips: readonly FirmwareChip[];
  /** Board that it was built for, as MicroPython names it; undefined where no such name is in the file. */
  readonly board?: string;
  /** MicroPython's version; undefined where the file names none, which may mean that it is not MicroPython. */
  readonly version?: string;
}

/** Where firmware can go now. */
export interface FirmwareTarget {
  /** Names it in `install`. */
  readonly id: string;
  readonly kind: FirmwareFile['kind'];
  /** For people: `Pico in its bootloader (RPI-RP2)`. */
  readonly name: string;
  /** Folder of the drive, or path of the port. */
  readonly place: string;
  /** Chips that it can be; empty where only asking it would tell. */
  readonly chips: readonly FirmwareChip[];
}

export interface FirmwareOptions {
  /** ESP only: erases everything first, saved files too. */
  readonly erase?: boolean;
}

export type FirmwareStep = 'connecting' | 'erasing' | 'writing' | 'checking' | 'restarting';

export interface FirmwareProgress {
  readonly step: FirmwareStep;
  /** Bytes written, of so many; both 0 in steps that cannot tell. */
  readonly done: number;
  readonly total: number;
}

export interface FirmwareReport {
  /** `back`: the board answers as a port again. `not-seen`: all was written, but no port came within the time. */
  readonly board: 'back' | 'not-seen';
  /** Its port, where it is back. */
  readonly port?: string;
}

/** Every code, with what to tell the person, in `FIRMWARE_ADVICE`. */
export type FirmwareErrorCode =
  | 'not-firmware'
  | 'truncated'
  | 'wrong-board'
  | 'no-target'
  | 'no-answer'
  | 'no-room'
  | 'permission-denied'
  | 'port-busy'
  | 'write-failed'
  | 'not-verified'
  | 'busy'
  | 'cancelled'
  | 'unreachable';

export const FIRMWARE_ADVICE: Readonly<Record<FirmwareErrorCode, string>> = {
  'not-firmware':
    'This is no firmware file. A Pico takes a .uf2 file, an ESP32 a .bin file from micropython.org.',
  truncated: 'A part of this file is missing. Download it again.',
  'wrong-board': 'This firmware is for another kind of board. Choose the file for yours.',
  'no-target': 'The board is not there any more. Plug it in again: a Pico with the BOOTSEL button held down.',
  'no-answer':
    'The board’s bootloader does not answer. Hold BOOT down, press RESET, let BOOT go, then try again.',
  'no-room': 'The firmware does not fit on this board. Choose the file for your board.',
  'permission-denied': 'This account may not write there. Allow it, then try again.',
  'port-busy': 'Another program uses the port. Close other editors and serial monitors, then try again.',
  'write-failed':
    'The board went away before all was written. Plug it in again in its bootloader and install once more: it cannot be broken by this.',
  'not-verified': 'What is on the board now is not what is in the file. Install it once more.',
  busy: 'Firmware is being installed already. Wait for its end.',
  cancelled: 'Cancelled. The board may have no working firmware now: install it again.',
  unreachable:
    'The part of Pinlab that installs firmware does not answer any more. Start Pinlab again, then try again.',
};

export class FirmwareError extends PinlabError<FirmwareErrorCode> {
  override readonly name = 'FirmwareError';
}

/** The error with its advice as the message, or with a message of its own. */
export function firmwareError(
  code: FirmwareErrorCode,
  message: string = FIRMWARE_ADVICE[code],
  cause?: unknown,
): FirmwareError {
  return new FirmwareError(code, message, cause === undefined ? {} : { cause });
}

/** Every call rejects with a FirmwareError. */
export interface FirmwareInstaller {
  readonly onProgress: Event<FirmwareProgress>;
  /** Reads a file's own words and proves that it is whole. */
  inspect(bytes: Uint8Array, name: string): Promise<FirmwareFile>;
  /** Drives of bootloaders, and ports at which an ESP may be. */
  targets(): Promise<readonly FirmwareTarget[]>;
  /** Refuses (`wrong-board`) what cannot run there, before anything is changed. */
  install(
    targetId: string,
    bytes: Uint8Array,
    name: string,
    options?: FirmwareOptions,
  ): Promise<FirmwareReport>;
  /** What is under way rejects with `cancelled`; harmless otherwise. */
  cancel(): void;
}
