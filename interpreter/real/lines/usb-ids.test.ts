import { describe, expect, it } from 'vitest';
import { describePort, usbDevice } from './usb-ids.ts';

describe('USB ids', () => {
  it.each([
    ['2E8A', '0005', 'micropython', 'cdc'],
    ['2e8a', '000f', 'bootloader', 'none'],
    ['2e8a', '000a', 'other', 'cdc'],
    ['2e8a', '1234', 'maybe', 'cdc'],
    ['303a', '4001', 'micropython', 'cdc'],
    ['303A', '1001', 'maybe', 'bridge'],
    ['10c4', 'ea60', 'maybe', 'bridge'],
    ['1a86', '7523', 'maybe', 'bridge'],
    ['0403', '6001', 'maybe', 'bridge'],
    ['f055', '9802', 'micropython', 'cdc'],
    ['0d28', '0204', 'maybe', 'cdc'],
  ])('%s:%s speak %s, with lines as %s', (vendorId, productId, speaks, lines) => {
    expect(usbDevice(vendorId, productId)).toMatchObject({ speaks, lines });
  });

  it('tell nothing where nobody knows them, or there are none', () => {
    expect(usbDevice('ffff', '0001')).toBeUndefined();
    expect(usbDevice(undefined, undefined)).toBeUndefined();
  });
});

describe('the name of a port', () => {
  it.each([
    [
      'a board',
      { vendorId: '2E8A', productId: '0005', product: 'Board in FS mode' },
      'Raspberry Pi Pico (MicroPython)',
    ],
    [
      'one of a maker’s boards',
      { vendorId: '239a', productId: '80f2', product: 'Feather RP2040' },
      'Feather RP2040',
    ],
    ['one of a maker’s boards that says nothing', { vendorId: '239a', productId: '80f2' }, 'Adafruit board'],
    [
      'a chip on any board',
      { vendorId: '1a86', productId: '7523', product: 'USB Serial' },
      'Board with a CH340 chip',
    ],
    ['a stranger', { vendorId: 'ffff', productId: '1', manufacturer: 'ACME' }, 'ACME'],
    ['nothing', {}, undefined],
  ])('is that of %s', (_name, port, name) => {
    expect(describePort(port)).toBe(name);
  });
});
