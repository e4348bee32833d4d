import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { APP_PAGE, createAppHandler, isAppUrl, registerAppScheme, serveAppPage } from './app-protocol.ts';
import { SECURITY_HEADERS } from './services/security-headers.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinlab-app-'));
  await writeFile(join(folder, 'index.html'), '<title>Pinlab</title>');
  await writeFile(join(folder, 'micropython.wasm'), new Uint8Array([0, 97, 115, 109]));
});
afterAll(() => rm(folder, { recursive: true }));

/** Node's Request knows no app: scheme; the handler reads these two fields alone. */
const ask = (url: string, method = 'GET') => createAppHandler(folder)({ url, method } as Request);

it('answers the page and its files with type and security headers', async () => {
  const page = await ask(APP_PAGE);
  expect([page.status, await page.text()]).toEqual([200, '<title>Pinlab</title>']);
  const wasm = await ask('app://pinlab/micropython.wasm?x=1#y');
  expect(wasm.headers.get('content-type')).toBe('application/wasm');
  expect(new Uint8Array(await wasm.arrayBuffer())).toEqual(new Uint8Array([0, 97, 115, 109]));
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(wasm.headers.get(name), name).toBe(value);
});

it.each([
  ['app://pinlab/missing.js', 'GET', 404],
  ['app://pinlab/%2e%2e/%2e%2e/etc/passwd', 'GET', 404],
  ['app://pinlab/..%2f..%2fetc%2fpasswd', 'GET', 404],
  ['app://other/index.html', 'GET', 404],
  ['app://pinlab.evil/index.html', 'GET', 404],
  ['app://pinlab:81/index.html', 'GET', 404],
  ['app://pinlab/index.html', 'POST', 405],
])('refuses %s by %s', async (url, method, status) => {
  const answer = await ask(url, method);
  expect(answer.status).toBe(status);
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(answer.headers.get(name), name).toBe(value);
});

it('knows its own addresses', () => {
  expect(isAppUrl(APP_PAGE)).toBe(true);
  for (const other of ['app://evil/', 'https://pinlab/', 'file:///pinlab', 'about:blank', 'nonsense', '']) {
    expect(isAppUrl(other)).toBe(false);
  }
});

it('registers the scheme as a secure standard one, which makes shared memory possible', () => {
  const schemes: Electron.CustomScheme[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (given) => schemes.push(...given) });
  expect(schemes).toEqual([
    {
      scheme: 'app',
      privileges: expect.objectContaining({ standard: true, secure: true, supportFetchAPI: true }),
    },
  ]);
  expect(schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
});

it('answers under that scheme', () => {
  const handled: string[] = [];
  serveAppPage({ handle: (scheme) => void handled.push(scheme) }, folder);
  expect(handled).toEqual(['app']);
});
