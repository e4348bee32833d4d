/** Finds out what the page lives in: the desktop app, the local server's page, or neither. */

import type { Host } from '#common/host/host.ts';
import { HOST_BRIDGE, type HostBridge } from '#common/host/host-call.ts';

import { createBrowserHost, tokenOf } from './browser-host.ts';
import { createElectronHost } from './electron-host.ts';

export type HostWindow = Pick<Window, 'document' | 'fetch' | 'open' | 'location'> & {
  readonly [HOST_BRIDGE]?: HostBridge;
};

/** Undefined where nothing behind the page answers host calls: use a memory host and say that nothing is kept. */
export function findHost(page: HostWindow): Host | undefined {
  const bridge = page[HOST_BRIDGE];
  if (bridge) return createElectronHost(bridge);
  const token = tokenOf(page.document);
  if (token === undefined) return undefined;
  return createBrowserHost({
    token,
    base: new URL('/', page.location.href).href,
    fetch: (url, init) => page.fetch(url, init),
    openTab: (address) => void page.open(address, '_blank', 'noopener,noreferrer'),
  });
}
