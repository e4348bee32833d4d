import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#common/host/host.ts';

import { createFailingFileSystem } from './failing-file-system.ts';
import { createSettingStore } from './settings.ts';

let root: string;
let path: string;
let warnings: string[];

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-settings-'));
  path = join(root, 'settings.json');
  warnings = [];
});
afterEach(() => fs.rm(root, { recursive: true }));

const store = () => createSettingStore({ fs, path, warn: (message) => warnings.push(message) });

it('keeps the good values of a file with odd, missing and unknown ones', async () => {
  await fs.writeFile(
    path,
    '{"theme": "dark", "speed": "fast", "lastProject": "../x", "language": "tlh", "programView": "blocks", "blockLevel": "maker", "blockContrast": 3, "new": 1}',
  );
  expect(await store().readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    programView: 'blocks',
    blockLevel: 'maker',
  });
});

it('falls back to the defaults for a broken file, and says so', async () => {
  for (const broken of ['{"theme": ', '[]', '7']) {
    await fs.writeFile(path, broken);
    expect(await store().readSettings()).toEqual(DEFAULT_SETTINGS);
  }
  expect(warnings).toContain(`${path} is no settings file; the defaults are used.`);
});

it('keeps the old settings where the new ones cannot be written', async () => {
  await store().writeSettings({ ...DEFAULT_SETTINGS, theme: 'light' });
  const full = createFailingFileSystem({ step: 2, forGood: false, code: 'ENOSPC' });
  const failing = createSettingStore({ fs: full, path, warn: () => undefined });
  await expect(failing.writeSettings({ ...DEFAULT_SETTINGS, theme: 'dark' })).rejects.toMatchObject({
    code: 'storage-full',
  });
  expect((await store().readSettings()).theme).toBe('light');
});
