import { expect, it } from 'vitest';

import { CONTRACT_LESSON, describeHostContract } from '#common/host/host-contract.ts';

import { createMemoryHost } from './memory-host.ts';

describeHostContract('memory', async () => ({ host: createMemoryHost({ lessons: [CONTRACT_LESSON] }) }));

it('shares no object with the caller, so that a stored project changes only by saving', async () => {
  const host = createMemoryHost();
  const files = { 'main.py': 'a' };
  await host.saveProject({ id: 'p', name: 'P', files });
  files['main.py'] = 'b';
  expect((await host.readProject('p')).files['main.py']).toBe('a');
});
