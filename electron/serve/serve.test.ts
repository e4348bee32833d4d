import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { createBrowserHost } from '#renderer/host/browser-host.ts';

import { startServer } from './serve.ts';

it('keeps what a page saves in the data folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pinlab-serve-'));
  const rendererDir = join(root, 'page');
  await mkdir(rendererDir);
  await writeFile(join(rendererDir, 'index.html'), '<html><head></head></html>');
  const server = await startServer({
    port: 0,
    dataDir: join(root, 'data'),
    rendererDir,
    lessonsDir: join(root, 'none'),
  });
  const html = await (await fetch(server.url)).text();
  const token = /content="([0-9a-f]+)"/.exec(html)?.[1] ?? '';
  const host = createBrowserHost({ token, base: server.url, fetch, openTab: () => undefined });
  await host.saveProject({ id: 'lamp', name: 'Lamp', files: { 'main.py': 'print(1)' } });
  expect(await host.listLessons()).toEqual([]);
  await server.close();
  expect(await readdir(join(root, 'data', 'projects'))).toEqual(['project-lamp.json']);
  await rm(root, { recursive: true });
});
