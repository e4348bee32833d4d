import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WAITING_CONTRACT_SCRIPTS } from '#interpreter/device/contract-scripts.ts';
import { describeDeviceContract } from '#interpreter/device/device-contract.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import type { Device } from '#interpreter/device/device.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { MemoryFirmware } from '#interpreter/device/memory-firmware.ts';
import { STORAGE } from '#interpreter/device/storage.ts';
import { RemoteDevice } from '#interpreter/real/remote/remote-device.ts';
import { RemoteFirmware } from '#interpreter/real/remote/remote-firmware.ts';
import { type ConnectChannel, serverChannels } from '#renderer/host/board-channels.ts';
import { createMemoryHost } from '#renderer/host/memory-host.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

const PORT = '/dev/ttyACM0';
const DRIVE = { id: 'drive:/R', kind: 'uf2', name: 'Pico', place: '/R', chips: [] } as const;

let rendererDir: string;
let server: LocalServer;
let created: MemoryBoard[];
let firmware: MemoryFirmware;

function start(port = 0): Promise<LocalServer> {
  created = [];
  firmware = new MemoryFirmware({ targets: [DRIVE] });
  const boards = {
    createDevice: async (path: string): Promise<Device> => {
      if (path !== PORT) throw deviceError('port-not-found');
      const board = new MemoryBoard({ scripts: WAITING_CONTRACT_SCRIPTS });
      created.push(board);
      return board;
    },
    firmware,
    close: async () => undefined,
  };
  return startLocalServer({ port, rendererDir, host: createMemoryHost(), boards });
}

async function tokenFrom(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  return /content="([0-9a-f]{64})"/.exec(html)?.[1] ?? 'none';
}

/** A page's way to boards; `origin` is what a browser adds. */
async function connect(origin = server.url.slice(0, -1)): Promise<ConnectChannel> {
  const createSocket = (url: string, protocols: string[]) =>
    // The ws package has the part of a browser's socket that is used.
    new WebSocket(url, protocols, { origin }) as unknown as globalThis.WebSocket;
  return serverChannels({ token: await tokenFrom(server.url), base: server.url, fetch, createSocket });
}

beforeEach(async () => {
  rendererDir = await mkdtemp(join(tmpdir(), 'pinlab-page-'));
  await writeFile(join(rendererDir, 'index.html'), '<html><head></head></html>');
  server = await start();
});

afterEach(async () => {
  await server.close();
  await rm(rendererDir, { recursive: true });
});

describeDeviceContract('a board over the local server', async () => {
  const channels = await connect();
  return new RemoteDevice(() => channels({ with: 'board', path: PORT }));
});

describe('the boards of the local server', () => {
  it('save and read bytes as they are', async () => {
    const channels = await connect();
    const device = new RemoteDevice(() => channels({ with: 'board', path: PORT }));
    await device.open();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, n) => n & 0xff);
    const storage = device.capability(STORAGE);
    await storage?.save([{ path: '/data.bin', bytes }]);
    expect(await storage?.read('/data.bin')).toEqual(bytes);
    device.dispose();
  });

  it('are those of listed ports only', async () => {
    const channels = await connect();
    const device = new RemoteDevice(() => channels({ with: 'board', path: '/etc/passwd' }));
    await expect(device.open()).rejects.toMatchObject({ name: 'DeviceError', code: 'port-not-found' });
    expect(created).toEqual([]);
  });

  it('are let go of when the page goes', async () => {
    const channels = await connect();
    const channel = channels({ with: 'board', path: PORT });
    const device = new RemoteDevice(() => channel);
    await device.open();
    const closed = new Promise((resolve) => created[0]?.onStatus(resolve));
    channel.dispose();
    expect(await closed).toBe('closed');
  });

  it('are let go of, and the page is told, when the server ends; a new one takes the page back', async () => {
    const channels = await connect();
    const device = new RemoteDevice(() => channels({ with: 'board', path: PORT }));
    await device.open();
    const [board] = created;
    const fault = new Promise((resolve) => device.onFault(({ code }) => resolve(code)));
    const port = Number(new URL(server.url).port);
    await server.close();
    expect(await fault).toBe('link-lost');
    expect(board?.status).toBe('closed');
    await expect(device.open()).rejects.toMatchObject({ code: 'link-lost' });
    server = await start(port);
    await device.open();
    expect(device.status).toBe('idle');
    device.dispose();
  });

  it.each([
    ['another origin', 'https://evil.example'],
    ['another port of this computer', 'http://127.0.0.1:1'],
  ])('refuse %s', async (_name, origin) => {
    const channels = await connect(origin);
    await expect(
      new RemoteDevice(() => channels({ with: 'board', path: PORT })).open(),
    ).rejects.toMatchObject({ code: 'link-lost' });
    expect(created).toEqual([]);
  });

  it.each([
    ['a wrong token', '/boards?port=x', [`pinlab-boards.${'0'.repeat(64)}`], {}],
    ['no token', '/boards?port=x', ['pinlab-boards'], {}],
    ['no protocol', '/boards?port=x', [], {}],
    ['a foreign name', '/boards?port=x', undefined, { host: 'evil.example' }],
    ['another path', '/other?port=x', undefined, {}],
    ['no port', '/boards', undefined, {}],
    ['firmware without a token', '/firmware', ['pinlab-boards'], {}],
    ['firmware to a foreign name', '/firmware', undefined, { host: 'evil.example' }],
  ])('refuse %s', async (_name, path, protocols, headers) => {
    const offered = protocols ?? ['pinlab-boards', `pinlab-boards.${await tokenFrom(server.url)}`];
    const socket = new WebSocket(new URL(path, server.url.replace('http', 'ws')), offered, { headers });
    const outcome = await new Promise((resolve) => {
      socket.on('error', ({ message }) => resolve(message));
      socket.on('open', () => resolve('open'));
    });
    expect(outcome).toBe('Unexpected server response: 403');
  });

  it('close a socket that speaks another language, and live on', async () => {
    const protocols = ['pinlab-boards', `pinlab-boards.${await tokenFrom(server.url)}`];
    const socket = new WebSocket(
      new URL(`/boards?port=${PORT}`, server.url.replace('http', 'ws')),
      protocols,
    );
    socket.on('open', () => socket.send(new Uint8Array([255, 255, 255, 255, 0])));
    expect(await new Promise((resolve) => socket.on('close', () => resolve('closed')))).toBe('closed');
    expect(socket.protocol).toBe('pinlab-boards');
    const channels = await connect();
    const device = new RemoteDevice(() => channels({ with: 'board', path: PORT }));
    await device.open();
    device.dispose();
  });
});

describe('the installer of the local server', () => {
  it('gets a whole file in one message, and tells how far it is', async () => {
    const channels = await connect();
    const remote = new RemoteFirmware(() => channels({ with: 'firmware' }));
    const steps: string[] = [];
    remote.onProgress(({ step }) => steps.push(step));
    const bytes = Uint8Array.from({ length: 4_000_000 }, (_, n) => n & 0xff);
    expect(await remote.install(DRIVE.id, bytes, 'pico.uf2')).toEqual({ board: 'back' });
    expect(firmware.installed[0]?.bytes.length).toBe(bytes.length);
    expect(steps).toEqual(['writing', 'restarting']);
  });

  it('is refused to another origin', async () => {
    const channels = await connect('https://evil.example');
    const remote = new RemoteFirmware(() => channels({ with: 'firmware' }));
    await expect(remote.targets()).rejects.toMatchObject({ name: 'FirmwareError', code: 'unreachable' });
  });
});
