/** What is probably at a USB port, from its numbers alone. Only the board itself knows for sure (`pinlab board info`). */

import type { PortSummary } from '#common/host/host.ts';

/** Vendor (and product) in lower-case hexadecimal to words. A vendor alone stands for its other products. */
const KNOWN: Readonly<Record<string, string>> = {
  '2e8a:0005': 'MicroPython on a Pico, Pico W, Pico 2 or Pico 2 W',
  '2e8a:0003': 'Pico in its bootloader: install MicroPython (pinlab board firmware)',
  '2e8a:000f': 'Pico 2 in its bootloader: install MicroPython (pinlab board firmware)',
  '2e8a:0009': 'Pico with a C program, not MicroPython',
  '2e8a:000a': 'Pico with a C program, not MicroPython',
  '2e8a:000b': 'Pico with CircuitPython, not MicroPython',
  '2e8a:000c': 'Debug Probe, not a board',
  '2e8a': 'board with a Raspberry Pi chip',
  '303a:1001': 'ESP32-C3, C6, H2 or S3 (built-in USB)',
  '303a:4001': 'MicroPython on an ESP32-S2 or S3',
  '303a:0002': 'ESP32-S2 in its bootloader: install MicroPython (pinlab board firmware)',
  '303a': 'board with an Espressif chip',
  '2341:025e': 'MicroPython on an Arduino Nano RP2040',
  '2341:056b': 'MicroPython on an Arduino Nano ESP32',
  '2341': 'Arduino board',
  f055: 'MicroPython on a pyboard or the like',
  '0d28:0204': 'micro:bit',
  '10c4:ea60': 'board with a CP210x chip, such as many ESP32',
  '1a86': 'board with a CH340 or CH9102 chip, such as many ESP32 and ESP8266',
  '0403': 'board with an FTDI chip',
  '067b': 'board with a PL2303 chip',
  '239a': 'Adafruit board',
  '2886': 'Seeed board',
  '1b4f': 'SparkFun board',
  '1209:adda': 'MicroPython board',
};

export function whatIsAt({ vendorId, productId, virtual }: PortSummary): string {
  if (virtual) return 'virtual board of this computer';
  const vendor = vendorId?.toLowerCase();
  if (vendor === undefined) return 'port without USB numbers';
  return KNOWN[`${vendor}:${productId?.toLowerCase() ?? ''}`] ?? KNOWN[vendor] ?? 'unknown USB device';
}
