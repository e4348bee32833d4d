import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { CONTRACT_LESSON, describeHostContract } from '#common/host/host-contract.ts';

import { createFileHost } from './file-host.ts';

describeHostContract('file system', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pinlab-host-'));
  const lessonsDir = join(root, 'lessons');
  for (const [name, text] of Object.entries(CONTRACT_LESSON.files)) {
    const path = join(lessonsDir, CONTRACT_LESSON.summary.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  let time = 0;
  const create = () =>
    createFileHost({
      dataDir: join(root, 'data'),
      lessonsDir,
      now: () => ++time,
      listPorts: async () => [],
      openExternal: async () => undefined,
    });
  return {
    host: create(),
    restart: async () => create(),
    dispose: () => rm(root, { recursive: true }),
  };
});
