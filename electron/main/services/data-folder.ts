/** Where projects, results and settings are kept: one folder of the account, the same for the app and the local server. */

import { posix, win32 } from 'node:path';

export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** PINLAB_DATA wins; otherwise the place that the system has for an app's data. */
export function dataFolder({ platform, env, home }: MachineFacts): string {
  if (env['PINLAB_DATA']) return env['PINLAB_DATA'];
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Pinlab');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Pinlab');
  return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share'), 'pinlab');
}
