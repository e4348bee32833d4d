/** Keeps Chromium's own files, and with them the lock of the single instance, inside the data folder. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { App } from 'electron';

/** Must run before the lock is asked for. A folder that cannot be made leaves Electron's own place in use. */
export function keepWindowData(
  app: Pick<App, 'setPath'>,
  dataDir: string,
  warn: (message: string) => void,
): void {
  const folder = join(dataDir, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch (error) {
    warn(`Cannot use ${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
