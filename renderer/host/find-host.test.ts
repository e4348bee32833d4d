import { expect, it } from 'vitest';

import { HOST_BRIDGE, type HostBridge } from '#common/host/host-call.ts';

import { findHost, type HostWindow } from './find-host.ts';

interface Call {
  readonly url: string;
  readonly init?: RequestInit;
}

/** A page's window with only what is looked at. */
function pageWith(options: { token?: string; bridge?: Partial<HostBridge> }) {
  const calls: Call[] = [];
  const opened: unknown[] = [];
  const page = {
    document: { querySelector: () => (options.token === undefined ? null : { content: options.token }) },
    location: { href: 'http://127.0.0.1:7465/index.html?x=1' },
    fetch: async (url: string, init?: RequestInit) => {
      calls.push({ url, init });
      return new Response('{"ok":true,"value":[]}');
    },
    open: (...values: unknown[]) => opened.push(values),
    [HOST_BRIDGE]: options.bridge,
  } as unknown as HostWindow;
  return { page, calls, opened };
}

it('uses the bridge of the desktop app where there is one', async () => {
  const bridge = { listProjects: async () => ({ ok: true, value: ['from the bridge'] }) as const };
  const { page, calls } = pageWith({ token: 'abc', bridge });
  expect(await findHost(page)?.listProjects()).toEqual(['from the bridge']);
  expect(calls).toEqual([]);
});

it('calls the server of its own address where the page carries a token', async () => {
  const { page, calls, opened } = pageWith({ token: 'abc' });
  const host = findHost(page);
  expect(await host?.listProjects()).toEqual([]);
  expect(calls[0]?.url).toBe('http://127.0.0.1:7465/host/listProjects');
  expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '[]', headers: { 'x-pinlab-token': 'abc' } });
  await host?.openExternal('https://micropython.org/');
  expect(opened).toEqual([['https://micropython.org/', '_blank', 'noopener,noreferrer']]);
  expect(calls).toHaveLength(1);
});

it('finds none on any other page', () => {
  expect(findHost(pageWith({}).page)).toBeUndefined();
});
