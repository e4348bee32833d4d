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
  const { origin } = headers;
  const fromOwnOrigin = origin === undefined || ownNames(port).some((name) => origin === `http://${name}`);
  return (
    fromOwnOrigin && headers['content-type'] === 'application/json' && sameText(headers[TOKEN_HEADER], token)
  );
}

function ownNames(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function sameText(given: string | string[] | undefined, wanted: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
