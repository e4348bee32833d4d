import { expect, it } from 'vitest';

import { createExternalOpener } from './open-external.ts';

it('hands the address to the system', async () => {
  const opened: string[] = [];
  await createExternalOpener(async (address) => opened.push(address)).openExternal(
    'https://micropython.org/',
  );
  expect(opened).toEqual(['https://micropython.org/']);
});

it.each([
  ['there is none', undefined],
  ['it fails', () => Promise.reject(new Error('no browser'))],
])('gives the address back for copying where %s', async (_name, open) => {
  await expect(createExternalOpener(open).openExternal('https://micropython.org/')).rejects.toMatchObject({
    code: 'not-supported',
    message: 'This computer could not open https://micropython.org/. Copy the address into a browser.',
  });
});
