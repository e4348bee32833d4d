/** The desktop app's main process: the list of what is set up, in the order in which it must happen. */

import { homedir } from 'node:os';

import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';

import { registerAppScheme, serveAppPage } from './app-protocol.ts';
import { answerBoardCalls, closeBoardsBeforeQuit } from './boards.ts';
import { installPaths } from './install-paths.ts';
import { answerHostCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { lockNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';
import { createBoardService } from './services/boards/board-service.ts';
import { dataFolder } from './services/data-folder.ts';
import { createFileHost } from './services/file-host.ts';
import { keepSingleInstance } from './single-instance.ts';
import { openPage, windowOptions } from './window.ts';
import { keepWindowData } from './window-data.ts';

const { preload, rendererDir, lessonsDir } = installPaths(import.meta.dirname);
const dataDir = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
const host = createFileHost({ dataDir, lessonsDir, openExternal: (address) => shell.openExternal(address) });
const boards = createBoardService(dataDir);
const warn = (message: string): void => void host.log('warn', message);

keepWindowData(app, dataDir, warn);
registerAppScheme(protocol);
lockNavigation(app, warn);
app.on('window-all-closed', () => app.quit());
closeBoardsBeforeQuit(app, boards);

if (keepSingleInstance(app, () => BrowserWindow.getAllWindows()[0])) {
  app.whenReady().then(start).catch(giveUp);
}

async function start(): Promise<void> {
  denyPermissions(session.defaultSession);
  serveAppPage(protocol, rendererDir);
  answerHostCalls(ipcMain, host);
  answerBoardCalls(ipcMain, boards);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  await openPage(new BrowserWindow(windowOptions(preload)));
}

async function giveUp(error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await host.log('error', `Could not start: ${reason}`);
  dialog.showErrorBox('Pinlab could not start', reason);
  app.exit(1);
}
