/** The HTTP server of the app: the built page and the calls to a host, on 127.0.0.1 alone, isolated on every response. */

import { access } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Host } from '#common/host/host.ts';
import { TOKEN_META } from '#common/host/host-call.ts';
import { type AppFile, readAppFile } from '#electron/main/services/app-files.ts';
import type { BoardService } from '#electron/main/services/boards/board-service.ts';
import { SECURITY_HEADERS } from '#electron/main/services/security-headers.ts';

import { type BoardEndpoint, serveBoards } from './board-endpoint.ts';
import { answerHostRequest } from './host-endpoint.ts';
import { listen, type ServeErrorCode } from './listen.ts';
import { createToken, isOwnHost, isOwnPage } from './request-guard.ts';

export interface LocalServerOptions {
  readonly host: Host;
  /** Absent: this server has no boards. */
  readonly boards?: BoardService;
  /** Folder of the built page. */
  readonly rendererDir: string;
  /** Absent: the first free one from 7465 on. 0: any free one. */
  readonly port?: number;
}

export interface LocalServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Ends every connection. Closing twice is harmless. */
  close(): Promise<void>;
}

/**
 * @throws PinlabError `not-built` where there is no page in rendererDir, `port-busy`, `port-refused`
 */
export async function startLocalServer({
  host,
  boards,
  rendererDir,
  port,
}: LocalServerOptions): Promise<LocalServer> {
  await requirePage(rendererDir);
  const token = createToken();
  let ownPort = 0;
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) sendText(response, 500, 'Pinlab could not answer. Try again.');
      else response.destroy();
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnHost(request.headers, ownPort))
      return sendText(response, 403, 'Pinlab answers on this computer only.');
    const pathname = pathOf(request);
    const method = /^\/host\/([A-Za-z]+)$/.exec(pathname)?.[1];
    if (method !== undefined && request.method === 'POST') return call(method, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendText(response, 405, 'Only GET is known here.');
    sendFile(response, withToken(await readAppFile(rendererDir, pathname), pathname, token), request.method);
  }

  async function call(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnPage(request.headers, ownPort, token)) {
      const message = 'Pinlab was started anew since this page was loaded. Reload the page.';
      return sendJson(response, 403, { ok: false, code: 'unreachable', message });
    }
    const { status, reply } = await answerHostRequest(host, method, request);
    if (status === 413) response.setHeader('Connection', 'close');
    sendJson(response, status, reply);
  }

  const endpoint: BoardEndpoint | undefined = boards && serveBoards(server, boards, token, () => ownPort);
  ownPort = await listen(server, port);
  return {
    url: `http://127.0.0.1:${ownPort}/`,
    async close() {
      await endpoint?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function requirePage(rendererDir: string): Promise<void> {
  try {
    await access(join(rendererDir, 'index.html'));
  } catch {
    const message = `There is no page in ${rendererDir}. Build it with npm run build, then try again.`;
    throw new PinlabError<ServeErrorCode>('not-built', message);
  }
}

function pathOf(request: IncomingMessage): string {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  } catch {
    return '';
  }
}

/** Only the page itself gets the token, and no cache may keep it: a token lives as long as its server. */
function withToken(file: AppFile, pathname: string, token: string): AppFile {
  if (file.status !== 200 || (pathname !== '/' && pathname !== '/index.html')) return file;
  const html = new TextDecoder().decode(file.body);
  const body = new TextEncoder().encode(
    html.replace(/<head[^>]*>/i, `$&<meta name="${TOKEN_META}" content="${token}">`),
  );
  return { ...file, headers: { ...file.headers, 'Cache-Control': 'no-store' }, body };
}

function sendFile(response: ServerResponse, file: AppFile, method: string): void {
  response.writeHead(file.status, { ...file.headers, 'Content-Length': file.body.byteLength });
  response.end(method === 'HEAD' ? undefined : file.body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers }).end(JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' })
    .end(`${text}\n`);
}
