import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let events: string[];
let data: string;

/** Electron as main.ts sees it: every call is written down. */
function fakeElectron(loadURL: (url: string) => Promise<void>) {
  const note = (event: string) => () => void events.push(event);
  class BrowserWindow {
    static getAllWindows = () => [];
    constructor({ webPreferences }: Electron.BrowserWindowConstructorOptions) {
      events.push(`window sandbox=${String(webPreferences?.sandbox)}`);
    }
    once = () => undefined;
    show = () => undefined;
    loadURL = loadURL;
  }
  return {
    app: {
      setPath: (name: string) => events.push(`setPath ${name}`),
      on: (name: string) => events.push(`on ${name}`),
      requestSingleInstanceLock: () => events.push('lock') > 0,
      whenReady: async () => void events.push('ready'),
      quit: note('quit'),
      exit: (code: number) => events.push(`exit ${code}`),
    },
    BrowserWindow,
    dialog: { showErrorBox: (title: string, text: string) => events.push(`${title}: ${text}`) },
    ipcMain: {
      handle: (channel: string) => events.push(`handle ${channel}`),
      on: (channel: string) => events.push(`hear ${channel}`),
    },
    Menu: { setApplicationMenu: note('menu'), buildFromTemplate: () => ({}) },
    protocol: { registerSchemesAsPrivileged: note('register scheme'), handle: note('serve scheme') },
    session: {
      defaultSession: {
        setPermissionRequestHandler: note('deny requests'),
        setPermissionCheckHandler: note('deny checks'),
        setDevicePermissionHandler: note('deny devices'),
      },
    },
    shell: { openExternal: async () => undefined },
  };
}

beforeEach(async () => {
  events = [];
  data = await mkdtemp(join(tmpdir(), 'pinlab-main-'));
  vi.stubEnv('PINLAB_DATA', data);
  vi.resetModules();
});
afterEach(async () => {
  vi.doUnmock('electron');
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

it('sets everything up before the window opens, the scheme before the app is ready', async () => {
  vi.doMock('electron', () => fakeElectron(async (url) => void events.push(`load ${url}`)));
  await import('./main.ts');
  await vi.waitFor(() => expect(events.at(-1)).toBe('load app://pinlab/index.html'));
  const order = [
    'setPath userData',
    'register scheme',
    'on web-contents-created',
    'lock',
    'ready',
    'deny requests',
    'serve scheme',
    'handle host/readProject',
    'hear boards/connect',
    'window sandbox=true',
    'load app://pinlab/index.html',
  ].map((event) => events.indexOf(event));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

it('says in a box why it could not start, and ends', async () => {
  vi.doMock('electron', () => fakeElectron(() => Promise.reject(new Error('ERR_FILE_NOT_FOUND'))));
  await import('./main.ts');
  await vi.waitFor(() => expect(events.at(-1)).toBe('exit 1'));
  expect(events).toContain('Pinlab could not start: ERR_FILE_NOT_FOUND');
});
