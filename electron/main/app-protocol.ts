/** The address `app://pinlab/` under which the window finds the built page, isolated like the local server's. */

import type { CustomScheme, Protocol } from 'electron';

import { readAppFile } from './services/app-files.ts';
import { SECURITY_HEADERS } from './services/security-headers.ts';

const SCHEME = 'app';
const HOST = 'pinlab';

export const APP_PAGE = `${SCHEME}://${HOST}/index.html`;

const PRIVILEGED_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    corsEnabled: true,
    stream: true,
    codeCache: true,
  },
};

/** Must run before the app is ready, and once. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([PRIVILEGED_SCHEME]);
}

/** Must run after the app is ready and before the window opens. */
export function serveAppPage(protocol: Pick<Protocol, 'handle'>, rendererDir: string): void {
  protocol.handle(SCHEME, createAppHandler(rendererDir));
}

/** True for an address of the app's own page. */
export function isAppUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === `${SCHEME}:` && url.host === HOST;
}

/** Answers a request of the window from the built page's folder. */
export function createAppHandler(rendererDir: string): (request: Request) => Promise<Response> {
  return async ({ url, method }) => {
    if (!isAppUrl(url)) return new Response('Not found', { status: 404, headers: SECURITY_HEADERS });
    if (method !== 'GET' && method !== 'HEAD') {
      return new Response('Only GET is known here', { status: 405, headers: SECURITY_HEADERS });
    }
    const { status, headers, body } = await readAppFile(rendererDir, new URL(url).pathname);
    return new Response(method === 'HEAD' ? null : body, { status, headers });
  };
}
