/** The host of a page that the local server delivered: every call is one POST to that server. */

import type { Host } from '#common/host/host.ts';
import {
  checkHostCalls,
  createRemoteHost,
  hostChannel,
  type HostReply,
  TOKEN_HEADER,
  TOKEN_META,
} from '#common/host/host-call.ts';

export interface BrowserHostOptions {
  /** From the page's own HTML; see tokenOf. */
  readonly token: string;
  /** Address of the server, ending in `/`. */
  readonly base: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Opens an address in a new tab of the browser. */
  readonly openTab: (address: string) => void;
}

export function createBrowserHost({ token, base, fetch, openTab }: BrowserHostOptions): Host {
  const headers = { 'Content-Type': 'application/json', [TOKEN_HEADER]: token };
  const remote = createRemoteHost(async (method, values) => {
    const response = await fetch(`${base}${hostChannel(method)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(values),
    }).catch(() => undefined);
    return (await response?.json().catch(() => undefined)) ?? SILENT;
  });
  // A browser opens addresses better than its server, which may have no screen. What is checked here needs no request.
  return checkHostCalls({ ...remote, openExternal: async (address) => openTab(address) });
}

const SILENT: HostReply = {
  ok: false,
  code: 'unreachable',
  message:
    'Pinlab does not answer any more. Start it again and reload this page; your last changes are not saved yet.',
};

/** The token that the server wrote into its page; undefined on any other page. */
export function tokenOf(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>(`meta[name="${TOKEN_META}"]`)?.content;
}
