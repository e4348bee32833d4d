/**
 * The host of a page that the local server delivered: every call is one POST to that server. A server that was started anew has
 * a new token; the page fetches it and goes on, since whoever had to reload would lose what is not saved yet.
 */

import type { Host } from '#common/host/host.ts';
import {
  checkHostCalls,
  createRemoteHost,
  hostChannel,
  type HostReply,
  TOKEN_HEADER,
  TOKEN_META,
} from '#common/host/host-call.ts';
import type { HostMethod } from '#common/host/host-table.ts';

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
  let current = token;
  const post = (method: HostMethod, values: readonly unknown[]): Promise<Response | undefined> =>
    fetch(`${base}${hostChannel(method)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: current },
      body: JSON.stringify(values),
    }).catch(() => undefined);
  const remote = createRemoteHost(async (method, values) => {
    let response = await post(method, values);
    if (response?.status === REFUSED) {
      current = (await fetchToken(base, fetch)) ?? current;
      response = await post(method, values);
    }
    return (await response?.json().catch(() => undefined)) ?? SILENT;
  });
  // A browser opens addresses better than its server, which may have no screen. What is checked here needs no request.
  return checkHostCalls({ ...remote, openExternal: async (address) => openTab(address) });
}

/** The status with which the server answers a call that does not carry its token. */
const REFUSED = 403;

const SILENT: HostReply = {
  ok: false,
  code: 'unreachable',
  message: 'Pinlab does not answer any more. Start it again; your last changes are not saved yet.',
};

/** The token of the server that is there now; undefined where none answers. */
export async function fetchToken(
  base: string,
  fetch: BrowserHostOptions['fetch'],
): Promise<string | undefined> {
  const page = await fetch(base, { cache: 'no-store' }).catch(() => undefined);
  const html = (await page?.text().catch(() => undefined)) ?? '';
  return new RegExp(`<meta name="${TOKEN_META}" content="(\\w+)">`).exec(html)?.[1];
}

/** The token that the server wrote into its page; undefined on any other page. */
export function tokenOf(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>(`meta[name="${TOKEN_META}"]`)?.content;
}
