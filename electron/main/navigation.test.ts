import type { WebContents } from 'electron';
import { expect, it } from 'vitest';

import { lockContents, lockNavigation } from './navigation.ts';

type Listener = (event: { url: string; preventDefault(): void }) => void;

/** A page that records who listens. */
function fakeContents() {
  const listeners = new Map<string, Listener>();
  let openHandler: ((details: { url: string }) => { action: string }) | undefined;
  const contents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
  } as unknown as WebContents;
  const isRefused = (name: string, url: string): boolean => {
    let refused = false;
    listeners.get(name)?.({ url, preventDefault: () => (refused = true) });
    return refused;
  };
  return { contents, isRefused, open: (url: string) => openHandler?.({ url }) };
}

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s leads nowhere but to the app',
  (name) => {
    const { contents, isRefused } = fakeContents();
    const warnings: string[] = [];
    lockContents(contents, (message) => warnings.push(message));
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://evil/',
      'about:blank',
      'javascript:1',
    ]) {
      expect(isRefused(name, url), url).toBe(true);
    }
    expect(warnings).toHaveLength(5);
    expect(isRefused(name, 'app://pinlab/index.html')).toBe(false);
  },
);

it('embeds no pages and opens no windows, its own included', () => {
  const { contents, isRefused, open } = fakeContents();
  lockContents(contents, () => undefined);
  expect(isRefused('will-attach-webview', '')).toBe(true);
  expect(open('https://example.org/')).toEqual({ action: 'deny' });
  expect(open('app://pinlab/index.html')).toEqual({ action: 'deny' });
});

it('holds for every page that the app ever makes', () => {
  const { contents, open } = fakeContents();
  let created: ((event: unknown, contents: WebContents) => void) | undefined;
  const app = {
    on: (name: string, listener: typeof created) => name === 'web-contents-created' && (created = listener),
  };
  lockNavigation(app as unknown as Electron.App, () => undefined);
  created?.({}, contents);
  expect(open('https://example.org/')).toEqual({ action: 'deny' });
});
