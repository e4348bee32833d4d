/** The menu: what the system expects of any app. Everything of Pinlab's own is in the page. */

import type { MenuItemConstructorOptions } from 'electron';

const EDIT: MenuItemConstructorOptions = { role: 'editMenu' };

const VIEW: MenuItemConstructorOptions = {
  label: 'View',
  submenu: [
    { role: 'reload' },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    { type: 'separator' },
    { role: 'toggleDevTools' },
  ],
};

/** macOS keeps About and Quit in a menu of the app, and its shortcuts work only through a menu. */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  if (platform === 'darwin') return [{ role: 'appMenu' }, EDIT, VIEW, { role: 'windowMenu' }];
  return [{ label: 'File', submenu: [{ role: 'quit' }] }, EDIT, VIEW];
}
