import { expect, it } from 'vitest';

import { createPortLister } from './ports.ts';

it('has no ports, and says why once, where the system cannot list them', async () => {
  const warnings: string[] = [];
  const list = () => Promise.reject(new Error('no native module'));
  const lister = createPortLister({ list, warn: (message) => warnings.push(message) });
  expect(await lister.listPorts()).toEqual([]);
  expect(await lister.listPorts()).toEqual([]);
  expect(warnings).toEqual(['The serial ports cannot be listed: no native module']);
});

it('passes on what there is', async () => {
  const port = { path: 'COM5', name: 'Pico' };
  expect(await createPortLister({ list: async () => [port], warn: () => undefined }).listPorts()).toEqual([
    port,
  ]);
});
