/** Keeps every window on the app's own page: no other address, no new window, no embedded page. */

import type { App, WebContents } from 'electron';

import { isAppUrl } from './app-protocol.ts';

/** Holds for every window of the app, those that nobody thought of included. Run it before the first one opens. */
export function lockNavigation(app: Pick<App, 'on'>, warn: (message: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, warn));
}

type Contents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

export function lockContents(contents: Contents, warn: (message: string) => void): void {
  const guard = (event: { preventDefault(): void; readonly url: string }): void => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    warn(`Refused to leave the app for ${event.url}`);
  };
  contents.on('will-navigate', guard);
  contents.on('will-frame-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    warn(`Refused to open a window for ${url}`);
    return { action: 'deny' };
  });
}
