/** The one window: its size, and its page locked away from the computer. */

import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

import { APP_PAGE } from './app-protocol.ts';

export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Pinlab',
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // The spelling checker would load dictionaries from the net.
      spellcheck: false,
    },
  };
}

/** Shows the page once it is painted, so that no white window flashes. Rejects where it cannot be loaded. */
export async function openPage(window: Pick<BrowserWindow, 'once' | 'show' | 'loadURL'>): Promise<void> {
  window.once('ready-to-show', () => window.show());
  await window.loadURL(APP_PAGE);
}
