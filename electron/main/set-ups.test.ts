import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserWindow, Session } from 'electron';
import { describe, expect, it } from 'vitest';

import { installPaths } from './install-paths.ts';
import { menuTemplate } from './menu.ts';
import { denyPermissions } from './permissions.ts';
import { keepSingleInstance } from './single-instance.ts';
import { openPage, windowOptions } from './window.ts';
import { keepWindowData } from './window-data.ts';

it('denies every permission, asked for or looked up', () => {
  const answers: unknown[] = [];
  const session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  > = {
    setPermissionRequestHandler: (handler) =>
      handler?.(
        {} as Electron.WebContents,
        'media',
        (granted) => answers.push(granted),
        {} as Electron.PermissionRequest,
      ),
    setPermissionCheckHandler: (handler) =>
      answers.push(
        handler?.(null, 'geolocation', 'app://pinlab', {} as Electron.PermissionCheckHandlerHandlerDetails),
      ),
    setDevicePermissionHandler: (handler) =>
      answers.push(handler?.({} as Electron.DevicePermissionHandlerHandlerDetails)),
  };
  denyPermissions(session);
  expect(answers).toEqual([false, false, false]);
});

it('gives the page a sandbox and nothing of Node', () => {
  expect(windowOptions('/app/preload.cjs').webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
});

it('shows the window when its page is painted, not before', async () => {
  const events: string[] = [];
  let painted = (): void => undefined;
  const window = {
    once: (_name: string, listener: () => void) => (painted = listener),
    show: () => events.push('show'),
    loadURL: async (url: string) => void events.push(url),
  } as unknown as BrowserWindow;
  await openPage(window);
  expect(events).toEqual(['app://pinlab/index.html']);
  painted();
  expect(events).toEqual(['app://pinlab/index.html', 'show']);
});

describe('a second Pinlab', () => {
  function fakeApp(gotLock: boolean) {
    const events: string[] = [];
    let second = (): void => undefined;
    const app = {
      requestSingleInstanceLock: () => gotLock,
      quit: () => events.push('quit'),
      on: (_name: string, listener: () => void) => (second = listener),
    } as unknown as Electron.App;
    const window = {
      isMinimized: () => true,
      restore: () => events.push('restore'),
      focus: () => events.push('focus'),
    };
    return { app, events, window, startSecond: () => second() };
  }

  it('quits', () => {
    const { app, events, window } = fakeApp(false);
    expect(keepSingleInstance(app, () => window)).toBe(false);
    expect(events).toEqual(['quit']);
  });

  it('brings the window of the first to the front, if there is one yet', () => {
    const { app, events, window, startSecond } = fakeApp(true);
    const windows: (typeof window)[] = [];
    expect(keepSingleInstance(app, () => windows[0])).toBe(true);
    startSecond();
    windows.push(window);
    startSecond();
    expect(events).toEqual(['restore', 'focus']);
  });
});

it('keeps the app menu that macOS needs for its shortcuts', () => {
  expect(menuTemplate('darwin')[0]).toEqual({ role: 'appMenu' });
  expect(menuTemplate('win32').some(({ role }) => role === 'editMenu')).toBe(true);
});

it('finds its parts from the bundle', () => {
  expect(installPaths(join('/app', 'dist', 'electron'))).toEqual({
    preload: join('/app', 'dist', 'electron', 'preload.cjs'),
    rendererDir: join('/app', 'dist', 'renderer'),
    lessonsDir: join('/app', 'lessons', 'curricula'),
  });
});

describe("Chromium's own files", () => {
  it('go below the data folder, and stay elsewhere where that cannot be', async () => {
    const root = await mkdtemp(join(tmpdir(), 'pinlab-data-'));
    const set: string[] = [];
    const warnings: string[] = [];
    const app = { setPath: (name: string, path: string) => void set.push(`${name} ${path}`) };
    const warn = (message: string): void => void warnings.push(message);
    keepWindowData(app, join(root, 'data'), warn);
    expect(await readdir(join(root, 'data'))).toEqual(['window']);
    await writeFile(join(root, 'file'), '');
    keepWindowData(app, join(root, 'file'), warn);
    expect(set).toEqual([`userData ${join(root, 'data', 'window')}`]);
    expect(warnings).toHaveLength(1);
    await rm(root, { recursive: true });
  });
});
