/**
 * Decides which requests the local server believes. Other web pages can reach 127.0.0.1 too, and a foreign name can be made
 * to point there, so every request must name this server as its host, and every call must come from its own page.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { TOKEN_HEADER } from '#common/host/host-call.ts';

/** A new one at every start: 32 random bytes in hexadecimal. */
export function createToken(): string {
  return randomBytes(32).toString('hex');
}

/** True where the request was addressed to this server by one of its own names. */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return ownNames(port).includes(headers.host ?? '');
}

/** True where a call comes from this server's own page. A program that is no browser sends no Origin; the token stands. */
export function isOwnPage(headers: IncomingHttpHeaders, port: number, token: string): boolean {
  return (
    isOwnOrigin(headers, port) &&
    headers['content-type'] === 'application/json' &&
    sameText(headers[TOKEN_HEADER], token)
  );
}

/** The same for a socket: among the protocols that it offers is `<protocol>.<token>`. */
export function isOwnSocket(
  headers: IncomingHttpHeaders,
  port: number,
  protocol: string,
  token: string,
): boolean {
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  return isOwnOrigin(headers, port) && offered.some((name) => sameText(name, `${protocol}.${token}`));
}

function isOwnOrigin({ origin }: IncomingHttpHeaders, port: number): boolean {
  return origin === undefined || ownNames(port).some((name) => origin === `http://${name}`);
}

function ownNames(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function sameText(given: string | string[] | undefined, wanted: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
