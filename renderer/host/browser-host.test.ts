import { expect, it } from 'vitest';

import { TOKEN_HEADER, TOKEN_META } from '#common/host/host-call.ts';

import { createBrowserHost } from './browser-host.ts';

const BASE = 'http://127.0.0.1:7465/';

/** A server that can be ended and started anew; a new start has a new token, as the real one has. */
function fakeServer() {
  const state = { token: 'first', answers: true };
  const calls: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    calls.push(url.slice(BASE.length));
    if (!state.answers) throw new TypeError('Failed to fetch');
    if (url === BASE)
      return new Response(`<html><head><meta name="${TOKEN_META}" content="${state.token}"></head></html>`);
    const given = new Headers(init.headers).get(TOKEN_HEADER);
    if (given === state.token) return Response.json({ ok: true, value: [] });
    return Response.json({ ok: false, code: 'unreachable', message: 'Reload the page.' }, { status: 403 });
  };
  const host = createBrowserHost({ token: 'first', base: BASE, fetch, openTab: () => undefined });
  return { state, calls, host };
}

it('goes on with a server that was started anew, and asks for its token once', async () => {
  const { state, calls, host } = fakeServer();
  state.token = 'second';
  expect(await host.listProjects()).toEqual([]);
  expect(await host.listProjects()).toEqual([]);
  expect(calls).toEqual(['host/listProjects', '', 'host/listProjects', 'host/listProjects']);
});

it('says that a server is gone, and needs nothing when it is back', async () => {
  const { state, host } = fakeServer();
  state.answers = false;
  await expect(host.listProjects()).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('does not answer any more'),
  });
  state.answers = true;
  expect(await host.listProjects()).toEqual([]);
});

it('passes on what a server says that refuses the new token, too', async () => {
  const { state, calls, host } = fakeServer();
  state.token = 'not a word';
  await expect(host.listProjects()).rejects.toMatchObject({
    code: 'unreachable',
    message: 'Reload the page.',
  });
  expect(calls).toHaveLength(3);
});
