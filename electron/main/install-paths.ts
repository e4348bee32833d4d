/** Where the parts of an installed or built Pinlab lie, seen from the bundle of the main process. */

import { join } from 'node:path';

export interface InstallPaths {
  readonly preload: string;
  readonly rendererDir: string;
  readonly lessonsDir: string;
}

/** @param mainDir `dist/electron`, in the checkout or in the packed app */
export function installPaths(mainDir: string): InstallPaths {
  return {
    preload: join(mainDir, 'preload.cjs'),
    rendererDir: join(mainDir, '..', 'renderer'),
    lessonsDir: join(mainDir, '..', '..', 'lessons', 'curricula'),
  };
}
