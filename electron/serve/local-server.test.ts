import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Host } from '#common/host/host.ts';
import { CONTRACT_LESSON, describeHostContract } from '#common/host/host-contract.ts';
import { SECURITY_HEADERS } from '#electron/main/services/security-headers.ts';
import { createBrowserHost } from '#renderer/host/browser-host.ts';
import { createMemoryHost } from '#renderer/host/memory-host.ts';

import { type LocalServer, startLocalServer } from './local-server.ts';

const PAGE = '<!doctype html><html><head><title>Pinlab</title></head><body></body></html>';

async function makePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pinlab-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, '.stamp'), 'hidden');
  await writeFile(join(folder, 'assets', 'index-a1b2.js'), 'export {};\n');
  await writeFile(join(folder, 'assets', 'micropython.wasm'), new Uint8Array([0, 97, 115, 109]));
  return folder;
}

async function tokenFrom(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  return /<meta name="pinlab-token" content="([0-9a-f]{64})">/.exec(html)?.[1] ?? 'none';
}

async function connect(url: string): Promise<Host> {
  return createBrowserHost({ token: await tokenFrom(url), base: url, fetch, openTab: () => undefined });
}

describeHostContract('browser over the local server', async () => {
  const rendererDir = await makePage();
  const server = await startLocalServer({
    port: 0,
    rendererDir,
    host: createMemoryHost({ lessons: [CONTRACT_LESSON] }),
  });
  return {
    host: await connect(server.url),
    restart: () => connect(server.url),
    dispose: async () => {
      await server.close();
      await rm(rendererDir, { recursive: true });
    },
  };
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request whose every header is ours, unlike those of fetch. */
function send(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const call = request({ host: '127.0.0.1', port, method, path, headers, setHost: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

describe('local server', () => {
  let rendererDir: string;
  let server: LocalServer;
  let own: string;

  beforeEach(async () => {
    rendererDir = await makePage();
    server = await startLocalServer({ port: 0, rendererDir, host: createMemoryHost() });
    own = new URL(server.url).host;
  });
  afterEach(async () => {
    await server.close();
    await rm(rendererDir, { recursive: true });
  });

  it('listens on 127.0.0.1 and says where', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each([
    ['GET', '/', 200, 'text/html; charset=utf-8'],
    ['GET', '/assets/index-a1b2.js', 200, 'text/javascript; charset=utf-8'],
    ['HEAD', '/assets/micropython.wasm?v=1', 200, 'application/wasm'],
    ['GET', '/missing.js', 404, 'text/plain; charset=utf-8'],
    ['GET', '/.stamp', 404, 'text/plain; charset=utf-8'],
    ['GET', '/assets', 404, 'text/plain; charset=utf-8'],
    ['GET', '/..%2f..%2f..%2f..%2fetc%2fpasswd', 404, 'text/plain; charset=utf-8'],
    ['GET', '/%', 404, 'text/plain; charset=utf-8'],
    ['PUT', '/index.html', 405, 'text/plain; charset=utf-8'],
    ['POST', '/host/listProjects', 403, 'application/json; charset=utf-8'],
  ])('%s %s answers %i with type and every security header', async (method, path, status, type) => {
    const answer = await send(server.url, method, path, { host: own });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(answer.headers[name.toLowerCase()], name).toBe(value);
    }
  });

  it('keeps hashed files in caches and the page with its token out of them', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const script = await fetch(`${server.url}assets/index-a1b2.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('refuses a foreign name that points to this computer, on pages and calls alike', async () => {
    for (const host of ['evil.example', `evil.example:${new URL(server.url).port}`, '127.0.0.1', '']) {
      expect((await send(server.url, 'GET', '/', { host })).status).toBe(403);
    }
    expect((await send(server.url, 'GET', '/', { host: own.replace('127.0.0.1', 'localhost') })).status).toBe(
      200,
    );
  });

  describe('a call', () => {
    let good: Record<string, string>;

    beforeEach(async () => {
      good = {
        host: own,
        origin: server.url.slice(0, -1),
        'content-type': 'application/json',
        'x-pinlab-token': await tokenFrom(server.url),
      };
    });

    it('is answered when host, origin, type and token are right', async () => {
      const answer = await send(server.url, 'POST', '/host/listProjects', good, '[]');
      expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: [] }]);
    });

    it.each([
      ['another origin', { origin: 'https://evil.example' }],
      ['an opaque origin', { origin: 'null' }],
      ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
      ['a form', { 'content-type': 'text/plain' }],
      ['a wrong token', { 'x-pinlab-token': '0'.repeat(64) }],
      ['a short token', { 'x-pinlab-token': '' }],
    ])('is refused from %s', async (_name, wrong) => {
      const answer = await send(server.url, 'POST', '/host/listProjects', { ...good, ...wrong }, '[]');
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code: 'unreachable' });
    });

    it.each([
      ['/host/listProjects', '{', 400, 'The call is no JSON.'],
      ['/host/listProjects', '{}', 200, 'listProjects: the arguments must be a list.'],
      ['/host/constructor', '[]', 200, 'This host has no such method.'],
      [
        '/host/readProject',
        '["../x"]',
        200,
        'readProject: id must be 1 to 64 lower-case letters, digits and dashes.',
      ],
    ])('to %s with %s says what is wrong', async (path, body, status, message) => {
      const answer = await send(server.url, 'POST', path, good, body);
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        status,
        { ok: false, code: 'invalid-argument', message, ...(status === 200 ? { problems: [] } : {}) },
      ]);
    });

    it('is refused above 64 MB, and the server lives on', async () => {
      const huge = `["${'a'.repeat(65 * 1024 * 1024)}"]`;
      const outcome = await send(server.url, 'POST', '/host/readProject', good, huge).then(
        ({ status }) => status,
        () => 'cut off',
      );
      expect([413, 'cut off']).toContain(outcome);
      expect((await send(server.url, 'POST', '/host/listProjects', good, '[]')).status).toBe(200);
    });
  });

  it('tells a page whose server is gone what to do, and takes it back after a new start', async () => {
    const host = await connect(server.url);
    const port = Number(new URL(server.url).port);
    await server.close();
    await expect(host.listProjects()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('Start it again'),
    });
    server = await startLocalServer({ port, rendererDir, host: createMemoryHost() });
    expect(await host.listProjects()).toEqual([]);
  });

  it('says which port is busy, and finds a free one where none was asked for', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startLocalServer({ port, rendererDir, host: createMemoryHost() })).rejects.toMatchObject({
      code: 'port-busy',
      message: `Port ${port} is used by another program. Choose another one with --port, or leave --port away.`,
    });
    await expect(
      startLocalServer({ port: 70000, rendererDir, host: createMemoryHost() }),
    ).rejects.toMatchObject({
      code: 'port-refused',
    });
    const first = await startLocalServer({ rendererDir, host: createMemoryHost() });
    const second = await startLocalServer({ rendererDir, host: createMemoryHost() });
    expect(second.url).not.toBe(first.url);
    await Promise.all([first.close(), second.close()]);
  });

  it('does not share a port with another server', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startLocalServer({ port, rendererDir, host: createMemoryHost() })).rejects.toMatchObject({
      code: 'port-busy',
    });
    other.close();
  });

  it('says that the page was not built', async () => {
    const empty = join(rendererDir, 'assets');
    await expect(
      startLocalServer({ port: 0, rendererDir: empty, host: createMemoryHost() }),
    ).rejects.toMatchObject({
      code: 'not-built',
      message: `There is no page in ${empty}. Build it with npm run build, then try again.`,
    });
  });

  it('closes twice without harm', async () => {
    await server.close();
    await server.close();
  });
});
