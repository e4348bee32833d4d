import { expect, it } from 'vitest';

import { createPortLister } from './ports.ts';

it('names a port by what the system calls it, with comparable ids', async () => {
  const list = async () => [
    {
      path: 'COM5',
      friendlyName: 'USB Serial Device (COM5)',
      manufacturer: 'Microsoft',
      vendorId: '2E8A',
      productId: '0005',
    },
    {
      path: '/dev/ttyACM0',
      manufacturer: 'MicroPython',
      vendorId: '2e8a',
      productId: '0005',
      serialNumber: 'e66',
    },
    { path: '/dev/ttyS0' },
  ];
  expect(await createPortLister({ list, warn: () => undefined }).listPorts()).toEqual([
    { path: 'COM5', name: 'USB Serial Device (COM5)', vendorId: '2e8a', productId: '0005' },
    { path: '/dev/ttyACM0', name: 'MicroPython', vendorId: '2e8a', productId: '0005', serialNumber: 'e66' },
    { path: '/dev/ttyS0', name: '/dev/ttyS0' },
  ]);
});

it('has no ports, and says why, where the system cannot list them', async () => {
  const warnings: string[] = [];
  const list = () => Promise.reject(new Error('spawn udevadm ENOENT'));
  const lister = createPortLister({ list, warn: (message) => warnings.push(message) });
  expect(await lister.listPorts()).toEqual([]);
  expect(warnings).toEqual(['The serial ports cannot be listed: spawn udevadm ENOENT']);
});

it('asks the real serialport package by default', async () => {
  expect(Array.isArray(await createPortLister({ warn: () => undefined }).listPorts())).toBe(true);
});
