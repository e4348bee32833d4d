/** One Pinlab at a time: a second start brings the first one's window to the front. */

import type { App, BrowserWindow } from 'electron';

/** @returns false where another Pinlab runs already; this one then quits. */
export function keepSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'quit' | 'on'>,
  windowToShow: () => Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'> | undefined,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', () => {
    const window = windowToShow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  return true;
}
