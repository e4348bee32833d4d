import { readFileSync } from 'node:fs';

import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { expect, it } from 'vitest';

import manifest from '../../package.json' with { type: 'json' };
import config from './electron-builder.json' with { type: 'json' };

type Configuration = Parameters<typeof validateConfiguration>[0];

const validate = (candidate: unknown) =>
  validateConfiguration(candidate as Configuration, new DebugLogger(false));

it('is a configuration that electron-builder accepts', async () => {
  const { $schema: _editor, ...configuration } = config;
  await validate(configuration);
  await expect(validate({ ...configuration, npmRebuilt: false })).rejects.toThrow('npmRebuilt');
});

it('turns off every way to run the app as something else', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

it('compiles nothing, asks for no administrator, and keeps the learner’s work on uninstalling', () => {
  expect(config.npmRebuild).toBe(false);
  expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
});

it('packs what the main process looks for', () => {
  expect(manifest.main).toBe('dist/electron/main.js');
  expect(config.files).toEqual(
    expect.arrayContaining(['dist/electron/**', 'dist/renderer/**', 'lessons/curricula/**']),
  );
  expect(Object.keys(manifest.dependencies)).toEqual(['@lydell/node-pty', 'serialport']);
  // Pseudo-terminals are the terminal program's; the app has none.
  expect(config.files).toContain('!node_modules/@lydell/**');
  expect(readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8')).toContain('MIT');
});
