import { describe, expect, it } from 'vitest';
import type { PortSummary } from './host.ts';
import { candidates, isSamePort } from './port-match.ts';

const PICO: PortSummary = {
  ...{ path: '/dev/ttyACM0', name: 'Board', vendorId: '2e8a', productId: '0005' },
  ...{ serialNumber: 'e6', location: '1-4' },
};
const CH340: PortSummary = {
  path: '/dev/ttyUSB0',
  name: 'CH340',
  vendorId: '1a86',
  productId: '7523',
  location: '1-2',
};
const VIRTUAL: PortSummary = { path: '/dev/pts/3', name: 'Virtual', virtual: true };

describe('the same port', () => {
  it.each([
    ['itself', PICO, PICO, true],
    ['another path, same serial number', { ...PICO, path: '/dev/ttyACM1', location: '1-1' }, PICO, true],
    ['same path, another serial number', { ...PICO, serialNumber: 'f7' }, PICO, false],
    ['another path in the same place', { ...CH340, path: '/dev/ttyUSB1' }, CH340, true],
    ['another kind in the same place', { ...PICO, location: '1-2' }, CH340, false],
    ['another kind at the same path', { ...PICO, path: '/dev/ttyUSB0' }, CH340, false],
    ['no USB, same path', { ...VIRTUAL }, VIRTUAL, true],
    ['no USB, another path', { ...VIRTUAL, path: '/dev/pts/4' }, VIRTUAL, false],
  ])('%s', (_, now, before, same) => expect(isSamePort(now, before)).toBe(same));
});

it('a lost board is looked for by serial number, then place, then path, in any mode of it', () => {
  const place = { ...PICO, path: '/dev/ttyACM3', productId: '0003' };
  const { serialNumber: _, ...inPlace } = place;
  const elsewhere = { ...PICO, path: '/dev/ttyACM9', location: '2-1' };
  expect(candidates(PICO, [CH340, inPlace, elsewhere])).toEqual([elsewhere, inPlace]);
});
