/** The Host over this computer's disk, for the desktop app and the local server alike. It knows neither of them. */

import nodeFileSystem from 'node:fs/promises';
import { join } from 'node:path';

import type { Host, PortSummary } from '#common/host/host.ts';
import { checkHostCalls } from '#common/host/host-call.ts';

import { createAttemptLog } from './attempts.ts';
import { listPorts } from './boards/list-ports.ts';
import type { FileSystem } from './file-system.ts';
import { createLessonLibrary } from './lessons.ts';
import { createLog } from './log.ts';
import { createExternalOpener } from './open-external.ts';
import { createPortLister } from './ports.ts';
import { createProjectStore } from './projects.ts';
import { createSettingStore } from './settings.ts';

export interface FileHostOptions {
  /** Everything that is written goes below this folder. */
  readonly dataDir: string;
  /** Holds one folder a curriculum; only read. */
  readonly lessonsDir: string;
  /** Asks the system to open an address; absent where that is refused. */
  readonly openExternal?: (address: string) => Promise<unknown>;
  readonly listPorts?: () => Promise<readonly PortSummary[]>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly fs?: FileSystem;
}

export function createFileHost(options: FileHostOptions): Host {
  const { dataDir, lessonsDir, fs = nodeFileSystem, now = Date.now } = options;
  const log = createLog({ fs, path: join(dataDir, 'pinlab.log'), now });
  const warn = (message: string): void => void log('warn', message);
  return checkHostCalls({
    ...createProjectStore({
      fs,
      folder: join(dataDir, 'projects'),
      trashFolder: join(dataDir, 'trash'),
      now,
      warn,
    }),
    ...createLessonLibrary({ fs, folder: lessonsDir, warn }),
    ...createAttemptLog({ fs, path: join(dataDir, 'attempts.jsonl'), warn }),
    ...createSettingStore({ fs, path: join(dataDir, 'settings.json'), warn }),
    ...createPortLister({ list: options.listPorts ?? (() => listPorts({ dataDir })), warn }),
    ...createExternalOpener(options.openExternal),
    log,
  });
}
