/** What is known of a serial port before anything is asked of it: by its USB ids. Data; knows no link and no view. */

import type { PortSummary } from '#common/host/host.ts';

/** `vendor:product` (or `vendor:` for all of a maker) in lower-case hexadecimal to the name of what is plugged in. */
const BOARD_IDS: Readonly<Record<string, string>> = {
  '2e8a:0005': 'Raspberry Pi Pico',
  '2e8a:': 'RP2040 / RP2350',
  '2341:025e': 'Arduino Nano RP2040',
  '2341:056b': 'Arduino Nano ESP32',
  '2341:': 'Arduino',
  '303a:': 'ESP32',
  '10c4:ea60': 'ESP32 (CP210x)',
  '1a86:7523': 'ESP32 (CH340)',
  '1a86:5523': 'ESP32 (CH341)',
  '1a86:55d3': 'ESP32 (CH343)',
  '1a86:55d4': 'ESP32 (CH9102)',
  '0403:': 'USB-UART (FTDI)',
  '067b:2303': 'USB-UART (PL2303)',
  'f055:': 'MicroPython',
  '0d28:0204': 'micro:bit',
  '239a:': 'Adafruit',
  '2886:': 'Seeed Studio',
  '1b4f:': 'SparkFun',
  '1209:adda': 'MicroPython',
};

/** The name of the board that is plugged in at a port, by all that its USB ids tell; undefined where they tell of none. */
export function boardNameOf({ virtual, name, vendorId, productId }: PortSummary): string | undefined {
  if (virtual) return name;
  if (vendorId === undefined) return undefined;
  const vendor = vendorId.toLowerCase();
  return BOARD_IDS[`${vendor}:${productId?.toLowerCase() ?? ''}`] ?? BOARD_IDS[`${vendor}:`];
}

/** Whether a port of now is the one from before: a board may come back at another path. */
export function isSamePort(now: PortSummary, before: PortSummary): boolean {
  if (now.path === before.path) return true;
  const sameKind = now.vendorId === before.vendorId && now.productId === before.productId;
  if (!sameKind || now.vendorId === undefined) return false;
  if (now.serialNumber !== undefined || before.serialNumber !== undefined)
    return now.serialNumber === before.serialNumber;
  return now.location !== undefined && now.location === before.location;
}
