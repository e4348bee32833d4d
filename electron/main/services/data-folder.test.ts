import { expect, it } from 'vitest';

import { dataFolder } from './data-folder.ts';

it.each([
  ['linux', {}, '/home/ada', '/home/ada/.local/share/pinlab'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/pinlab'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Pinlab'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Pinlab',
  ],
  ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Pinlab'],
  ['linux', { PINLAB_DATA: '/stick/pinlab' }, '/home/ada', '/stick/pinlab'],
] as const)('%s with %o', (platform, env, home, expected) => {
  expect(dataFolder({ platform, env, home })).toBe(expected);
});
