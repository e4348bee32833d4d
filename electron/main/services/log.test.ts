import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { createFailingFileSystem } from './failing-file-system.ts';
import { createLog } from './log.ts';

let root: string;
let path: string;

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-log-'));
  path = join(root, 'deep', 'pinlab.log');
});
afterEach(() => fs.rm(root, { recursive: true }));

it('writes one line a message, whatever the message holds', async () => {
  const log = createLog({ fs, path, now: () => 0 });
  await log('warn', 'first\nsecond\u001b[2J');
  await log('info', 'x'.repeat(20_000));
  const lines = (await fs.readFile(path, 'utf8')).split('\n');
  expect(lines[0]).toBe('1970-01-01T00:00:00.000Z warn first\\nsecond\\u001b[2J');
  expect(lines[1]).toHaveLength('1970-01-01T00:00:00.000Z info '.length + 10_000);
  expect(lines).toHaveLength(3);
});

it('starts anew when it has grown, and keeps one older file', async () => {
  const log = createLog({ fs, path, now: () => 0, maxBytes: 100 });
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) await log('info', word);
  expect(await fs.readFile(path, 'utf8')).toContain('seven');
  expect(await fs.readFile(path, 'utf8')).not.toContain('four');
  expect(await fs.readFile(`${path}.1`, 'utf8')).toContain('four');
  expect((await fs.readdir(join(root, 'deep'))).sort()).toEqual(['pinlab.log', 'pinlab.log.1']);
});

it('never disturbs the app', async () => {
  const full = createFailingFileSystem({ step: 0, forGood: true, code: 'ENOSPC' });
  await expect(createLog({ fs: full, path, now: () => 0 })('error', 'lost')).resolves.toBeUndefined();
});
