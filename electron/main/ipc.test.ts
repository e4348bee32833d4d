import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';

import type { Host } from '#common/host/host.ts';
import type { HostReply } from '#common/host/host-call.ts';
import { CONTRACT_LESSON, describeHostContract } from '#common/host/host-contract.ts';
import { HOST_METHODS } from '#common/host/host-table.ts';
import { createBridge } from '#electron/preload/bridge.ts';
import { createElectronHost } from '#renderer/host/electron-host.ts';
import { createMemoryHost } from '#renderer/host/memory-host.ts';

import { answerHostCalls } from './ipc.ts';

type Handler = (event: IpcMainInvokeEvent, ...values: unknown[]) => Promise<HostReply>;
type Frame = Pick<WebFrameMain, 'url' | 'parent'>;

const OWN_PAGE: Frame = { url: 'app://pinlab/index.html', parent: null };

/** Electron's wall: values are cloned on the way, and a call without a handler rejects. */
function wallTo(host: Host, frame: Frame | null = OWN_PAGE) {
  const handlers = new Map<string, Handler>();
  const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) };
  answerHostCalls(ipcMain as unknown as IpcMain, host);
  const invoke = async (channel: string, ...values: unknown[]): Promise<HostReply> => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = { senderFrame: frame } as unknown as IpcMainInvokeEvent;
    return structuredClone(await handler(event, ...structuredClone(values)));
  };
  return { channels: [...handlers.keys()], bridge: createBridge(invoke) };
}

describeHostContract('desktop app over its wall', async () => {
  const memory = createMemoryHost({ lessons: [CONTRACT_LESSON] });
  const connect = () => createElectronHost(wallTo(memory).bridge);
  return { host: connect(), restart: async () => connect() };
});

describe('the wall of the desktop app', () => {
  it('has one channel a method, and a frozen bridge with the same names', () => {
    const { channels, bridge } = wallTo(createMemoryHost());
    expect(channels).toEqual(HOST_METHODS.map((method) => `host/${method}`));
    expect(Object.keys(bridge)).toEqual([...HOST_METHODS]);
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  it.each([
    ['another page', { url: 'https://evil.example/', parent: null }],
    ['a page with a similar name', { url: 'app://pinlab.evil/index.html', parent: null }],
    ['a frame inside the page', { url: OWN_PAGE.url, parent: OWN_PAGE as WebFrameMain }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_name, frame) => {
    const calls: string[] = [];
    const host = createMemoryHost({ log: (_level, message) => calls.push(message) });
    const reply = await wallTo(host, frame).bridge.log('info', 'x');
    expect(reply).toEqual({
      ok: false,
      code: 'not-supported',
      message: 'Only the page of Pinlab may ask for this.',
    });
    expect(calls).toEqual([]);
  });
});
