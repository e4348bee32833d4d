import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';

import type { App, IpcMain, MessagePortMain, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';

import { Emitter } from '#common/lifecycle/emitter.ts';
import { passBoardPorts } from '#electron/preload/pass-board-ports.ts';
import { WAITING_CONTRACT_SCRIPTS } from '#interpreter/device/contract-scripts.ts';
import { describeDeviceContract } from '#interpreter/device/device-contract.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { MemoryFirmware } from '#interpreter/device/memory-firmware.ts';
import { RemoteDevice } from '#interpreter/real/remote/remote-device.ts';
import { RemoteFirmware } from '#interpreter/real/remote/remote-firmware.ts';
import { type BoardWindow, findBoardChannels } from '#renderer/host/board-channels.ts';

import { answerBoardCalls, closeBoardsBeforeQuit } from './boards.ts';

type Handler = (event: unknown, request: unknown) => void;
type Frame = Pick<WebFrameMain, 'url' | 'parent'>;

const OWN_PAGE: Frame = { url: 'app://pinlab/index.html', parent: null };

/** A port as the main process has it. */
function mainPort(port: NodePort): MessagePortMain {
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    on: (name: string, listener: (value: unknown) => void) =>
      port.on(name, (data: unknown) => listener(name === 'message' ? { data } : undefined)),
    start: () => port.start(),
    close: () => port.close(),
  } as unknown as MessagePortMain;
}

/** Page, preload and main as they stand together, with real ports between them. */
function wallTo(board: MemoryBoard, frame: Frame | null = OWN_PAGE) {
  const asked: string[] = [];
  let handle: Handler = () => undefined;
  const ipcMain = { on: (_channel: string, handler: Handler) => (handle = handler) };
  answerBoardCalls(ipcMain as unknown as IpcMain, {
    createDevice: async (path) => (asked.push(path), board),
    firmware: new MemoryFirmware(),
    close: async () => undefined,
  });
  const messages = new Emitter<unknown>();
  const page = {
    pinlab: {},
    addEventListener: (_name: string, listener: (event: unknown) => void) => messages.event(listener),
    postMessage: (data: unknown, origin: string, ports: NodePort[]) => {
      expect(origin).toBe('/');
      messages.fire({ source: page, data: structuredClone(data), ports });
    },
  };
  passBoardPorts(page as unknown as Window, (request, port) =>
    handle({ senderFrame: frame, ports: [mainPort(port as unknown as NodePort)] }, structuredClone(request)),
  );
  const connect = findBoardChannels(page as unknown as BoardWindow);
  if (!connect) throw new Error('The desktop app has ports.');
  const device = new RemoteDevice(() => connect({ with: 'board', path: '/dev/ttyACM0' }));
  const firmware = new RemoteFirmware(() => connect({ with: 'firmware' }));
  return { asked, page, messages, device, firmware };
}

describeDeviceContract(
  'a board over the wall of the desktop app',
  () => wallTo(new MemoryBoard({ scripts: WAITING_CONTRACT_SCRIPTS })).device,
);

describe('boards of the desktop app', () => {
  it('are made for the port that the page names, and let go of with the page', async () => {
    const board = new MemoryBoard();
    const { asked, device } = wallTo(board);
    await device.open();
    expect(asked).toEqual(['/dev/ttyACM0']);
    const closed = new Promise((resolve) => board.onStatus(resolve));
    device.dispose();
    expect(await closed).toBe('closed');
  });

  it('have an installer of firmware', async () => {
    expect(await wallTo(new MemoryBoard()).firmware.targets()).toEqual([]);
  });

  it.each([
    ['another page', { url: 'https://evil.example/', parent: null }],
    ['a frame inside the page', { url: OWN_PAGE.url, parent: OWN_PAGE as WebFrameMain }],
    ['a frame that is gone', null],
  ])('are refused to %s', async (_name, frame) => {
    const { asked, device, firmware } = wallTo(new MemoryBoard(), frame);
    await expect(device.open()).rejects.toMatchObject({ code: 'link-lost' });
    await expect(firmware.targets()).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked).toEqual([]);
  });

  it('are passed on from the page itself, with a port and a path', () => {
    const { asked, page, messages } = wallTo(new MemoryBoard());
    const { port1, port2 } = new MessageChannel();
    const request = { kind: 'boards/connect', topic: { with: 'board', path: 'x' } };
    messages.fire({ source: {}, data: request, ports: [port2] });
    messages.fire({ source: page, data: request, ports: [] });
    messages.fire({ source: page, data: { ...request, topic: { with: 'board', path: 1 } }, ports: [port2] });
    messages.fire({ source: page, data: { ...request, topic: { with: 'all' } }, ports: [port2] });
    messages.fire({ source: page, data: 'x', ports: [port2] });
    expect(asked).toEqual([]);
    port1.close();
  });

  it('are closed before the app quits, once', async () => {
    const events: string[] = [];
    let willQuit = (_event: { preventDefault(): void }): void => undefined;
    let quitAgain = (): void => undefined;
    const quit = new Promise<void>((resolve) => (quitAgain = resolve));
    const app = {
      on: (_name: string, listener: typeof willQuit) => (willQuit = listener),
      quit: () => (events.push('quit'), quitAgain()),
    };
    const close = async () => void events.push('close');
    const createDevice = async () => new MemoryBoard();
    closeBoardsBeforeQuit(app as unknown as App, { createDevice, firmware: new MemoryFirmware(), close });
    willQuit({ preventDefault: () => events.push('wait') });
    await quit;
    willQuit({ preventDefault: () => events.push('wait') });
    expect(events).toEqual(['wait', 'close', 'quit']);
  });
});
