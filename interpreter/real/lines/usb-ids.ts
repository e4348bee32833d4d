/**
 * What the USB ids of a port tell before anything is asked of it: which chip, which board it likely is, whether it speaks Python.
 * Data; knows no port.
 */

/** What a port with these ids leads to. */
export interface UsbDevice {
  /** As a person would call it. A trade name, the same in every language. */
  readonly name: string;
  /** What answers there: MicroPython, a chip that any board may sit behind, or something that is no MicroPython. */
  readonly speaks: 'micropython' | 'maybe' | 'bootloader' | 'other';
  /** What DTR and RTS do: see line-kinds.ts. */
  readonly lines: 'cdc' | 'bridge' | 'none';
}

const micropython = (name: string): UsbDevice => ({
  name: `${name} (MicroPython)`,
  speaks: 'micropython',
  lines: 'cdc',
});
const cdc = (name: string): UsbDevice => ({ name, speaks: 'maybe', lines: 'cdc' });
const bridge = (name: string): UsbDevice => ({ name, speaks: 'maybe', lines: 'bridge' });
const other = (name: string): UsbDevice => ({ name, speaks: 'other', lines: 'cdc' });
const bootloader = (name: string): UsbDevice => ({ name, speaks: 'bootloader', lines: 'none' });

/** `vendor:product` in lower-case hexadecimal; `vendor:*` stands for all other products of a vendor. */
const DEVICES: Readonly<Record<string, UsbDevice>> = {
  '2e8a:0005': micropython('Raspberry Pi Pico'),
  '2e8a:0003': bootloader('Raspberry Pi Pico, waiting for firmware'),
  '2e8a:000f': bootloader('Raspberry Pi Pico 2, waiting for firmware'),
  '2e8a:0009': other('Raspberry Pi Pico with a C program'),
  '2e8a:000a': other('Raspberry Pi Pico with a C program'),
  '2e8a:000b': other('Raspberry Pi Pico with CircuitPython'),
  '2e8a:000c': other('Raspberry Pi Debug Probe'),
  '2e8a:*': cdc('Board with a Raspberry Pi chip'),
  '2341:025e': micropython('Arduino Nano RP2040 Connect'),
  '2341:005e': other('Arduino Nano RP2040 Connect with an Arduino program'),
  '2341:056b': micropython('Arduino Nano ESP32'),
  '2341:0070': other('Arduino Nano ESP32 with an Arduino program'),
  '2341:*': cdc('Arduino'),
  '303a:4001': micropython('ESP32-S2 or ESP32-S3'),
  '303a:1001': bridge('ESP32 with USB'),
  '303a:0002': bootloader('ESP32-S2, waiting for firmware'),
  '303a:*': cdc('ESP32'),
  'f055:*': micropython('Pyboard or similar'),
  '1209:adda': micropython('Board'),
  '0d28:0204': { ...cdc('BBC micro:bit'), speaks: 'maybe' },
  '239a:*': cdc('Adafruit board'),
  '2886:*': cdc('Seeed Studio board'),
  '1b4f:*': cdc('SparkFun board'),
  '10c4:*': bridge('Board with a CP210x chip'),
  '1a86:7523': bridge('Board with a CH340 chip'),
  '1a86:5523': bridge('Board with a CH341 chip'),
  '1a86:55d3': bridge('Board with a CH343 chip'),
  '1a86:55d4': bridge('Board with a CH9102 chip'),
  '1a86:*': bridge('Board with a WCH chip'),
  '0403:*': bridge('Board with an FTDI chip'),
  '067b:*': bridge('Board with a Prolific chip'),
};

/** Undefined where nobody knows the ids. They are hexadecimal, in either case. */
export function usbDevice(
  vendorId: string | undefined,
  productId: string | undefined,
): UsbDevice | undefined {
  if (vendorId === undefined) return undefined;
  const vendor = vendorId.toLowerCase();
  return DEVICES[`${vendor}:${productId?.toLowerCase() ?? ''}`] ?? DEVICES[`${vendor}:*`];
}

/** What a port tells of itself before it is opened. */
export interface PortWords {
  readonly vendorId?: string;
  readonly productId?: string;
  /** As the device, or its driver, calls itself. */
  readonly product?: string;
  readonly manufacturer?: string;
}

/** A name for a person; undefined where the port tells nothing. */
export function describePort({ vendorId, productId, product, manufacturer }: PortWords): string | undefined {
  const device = usbDevice(vendorId, productId);
  // A maker of many boards says which one it is; a chip that sits on many boards says nothing of use.
  const isOneOfMany = device !== undefined && !isListed(vendorId, productId) && device.lines === 'cdc';
  const ownName = product ?? manufacturer;
  return isOneOfMany ? (product ?? device.name) : (device?.name ?? ownName);
}

function isListed(vendorId: string | undefined, productId: string | undefined): boolean {
  return `${vendorId?.toLowerCase()}:${productId?.toLowerCase()}` in DEVICES;
}
