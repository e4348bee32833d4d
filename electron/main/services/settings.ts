/** Settings on the disk: one JSON file. A missing, odd or broken value becomes its default; the others are kept. */

import { dirname } from 'node:path';

import * as v from 'valibot';

import { DEFAULT_SETTINGS, type Host, type Settings } from '#common/host/host.ts';
import { settingSchemas } from '#common/host/host-table.ts';

import { writeFileAtomic } from './atomic-file.ts';
import { type FileSystem, readTextIfPresent } from './file-system.ts';
import { createQueue } from './queue.ts';
import { orStorageError } from './storage-error.ts';

export type SettingStore = Pick<Host, 'readSettings' | 'writeSettings'>;

export interface SettingStoreOptions {
  readonly fs: FileSystem;
  /** The file; made together with its folder where it is missing. */
  readonly path: string;
  readonly warn: (message: string) => void;
}

const storedSchema = v.object({
  theme: v.fallback(v.optional(settingSchemas.theme, DEFAULT_SETTINGS.theme), DEFAULT_SETTINGS.theme),
  language: v.fallback(
    v.optional(settingSchemas.language, DEFAULT_SETTINGS.language),
    DEFAULT_SETTINGS.language,
  ),
  lastProject: v.fallback(settingSchemas.lastProject, undefined),
  speed: v.fallback(v.optional(settingSchemas.speed, DEFAULT_SETTINGS.speed), DEFAULT_SETTINGS.speed),
  programView: v.fallback(
    v.optional(settingSchemas.programView, DEFAULT_SETTINGS.programView),
    DEFAULT_SETTINGS.programView,
  ),
  blockLevel: v.fallback(
    v.optional(settingSchemas.blockLevel, DEFAULT_SETTINGS.blockLevel),
    DEFAULT_SETTINGS.blockLevel,
  ),
  blockContrast: v.fallback(
    v.optional(settingSchemas.blockContrast, DEFAULT_SETTINGS.blockContrast),
    DEFAULT_SETTINGS.blockContrast,
  ),
});

export function createSettingStore({ fs, path, warn }: SettingStoreOptions): SettingStore {
  const queue = createQueue();

  function parse(text: string): Settings {
    try {
      return v.parse(storedSchema, JSON.parse(text));
    } catch {
      warn(`${path} is no settings file; the defaults are used.`);
      return DEFAULT_SETTINGS;
    }
  }

  return {
    readSettings: () =>
      queue(async () => {
        const text = await orStorageError('read the settings', path, () => readTextIfPresent(fs, path));
        return text === undefined ? DEFAULT_SETTINGS : parse(text);
      }),
    writeSettings: (settings) =>
      queue(() =>
        orStorageError('keep the settings', path, async () => {
          await fs.mkdir(dirname(path), { recursive: true });
          await writeFileAtomic(fs, path, `${JSON.stringify(settings, undefined, 2)}\n`);
        }),
      ),
  };
}
