import { describe, expect, it } from 'vitest';
import { CONTRACT_SCRIPTS } from '../../device/contract-scripts.ts';
import { describeDeviceContract } from '../../device/device-contract.ts';
import { DeviceError, type DeviceErrorCode } from '../../device/device-error.ts';
import type { Device } from '../../device/device.ts';
import { LINK, type LinkState } from '../../device/link.ts';
import { MemoryBoard, type MemoryBoardOptions } from '../../device/memory-board.ts';
import { STORAGE } from '../../device/storage.ts';
import { TERMINAL } from '../../device/terminal.ts';
import { RemoteDevice } from './remote-device.ts';
import { serveDevice } from './serve-device.ts';
import { type Clone, createWall, WALLS } from './testing/wall.ts';

function setUp(clone: Clone = structuredClone, options: MemoryBoardOptions = {}) {
  const board = new MemoryBoard({ scripts: CONTRACT_SCRIPTS, ...options });
  let current = createWall(clone);
  const device = new RemoteDevice(() => {
    current = createWall(clone);
    serveDevice(current.served, async () => board);
    return current.page;
  });
  return { board, device, cut: () => current.cut(), messages: () => current.messages() };
}

function abilities(device: Device) {
  const [link, storage, terminal] = [
    device.capability(LINK),
    device.capability(STORAGE),
    device.capability(TERMINAL),
  ];
  if (!link || !storage || !terminal) throw new Error('A remote device has all three.');
  return { link, storage, terminal };
}

describe.each(WALLS)('through %s', (_name, clone) => {
  describeDeviceContract('a remote device', () => setUp(clone).device);

  it('carries files, with bytes as bytes', async () => {
    const { board, device } = setUp(clone, { files: { '/main.py': 'old' } });
    await device.open();
    const { storage } = abilities(device);
    const progress: number[] = [];
    storage.onProgress(({ done }) => progress.push(done));
    const bytes = new Uint8Array([0, 10, 13, 104]);
    const report = await storage.save([{ path: '/lib/a.bin', bytes }]);
    expect(report.written).toEqual(['/lib/a.bin']);
    expect(progress.length).toBeGreaterThan(0);
    expect(await storage.read('/lib/a.bin')).toEqual(bytes);
    expect((await storage.digests(['/main.py']))[0]?.size).toBe(3);
    await storage.makeFolder('/data');
    await storage.rename('/lib/a.bin', '/data/b.bin');
    await storage.remove(['/main.py']);
    expect((await storage.list()).entries.map(({ path }) => path)).toEqual(['/data', '/data/b.bin']);
    expect(board.textOf('/main.py')).toBeUndefined();
  });

  it('carries the prompt', async () => {
    const { board, device } = setUp(clone);
    await device.open();
    const { terminal } = abilities(device);
    const heard = new Promise((resolve) => terminal.onText(resolve));
    await terminal.write('\x03');
    await terminal.paste('print(1)\n');
    expect(board.typed).toContain('\x03');
    board.say('>>> ');
    expect(await heard).toBe('>>> ');
  });

  it('knows the link and the board, and rebuilds errors', async () => {
    const { board, device } = setUp(clone);
    const { link, storage } = abilities(device);
    const states: LinkState[] = [];
    link.onState((state) => states.push(state));
    expect([link.state, link.info]).toEqual([{ kind: 'closed' }, undefined]);
    await device.open();
    expect(link.state).toEqual({ kind: 'ready' });
    expect(link.info?.platform).toBe('rp2');
    expect(states).toEqual([{ kind: 'connecting', step: 'opening' }, { kind: 'ready' }]);
    board.failNext('storage-full');
    const error = await storage.list().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeviceError);
    expect(error).toMatchObject({ code: 'storage-full' });
  });

  it('ends a run as a fault where the board is unplugged, error and all', async () => {
    const { board, device } = setUp(clone);
    await device.open();
    await device.load({ 'main.py': "print('started')\nwhile True:\n    pass\n" });
    const faults: DeviceError[] = [];
    device.onFault((fault) => faults.push(fault));
    const started = new Promise((resolve) => device.onOutput(resolve));
    const ended = device.run();
    await started;
    board.unplug();
    const result = await ended;
    expect(result.error).toBeInstanceOf(DeviceError);
    expect(result).toMatchObject({ end: 'fault', error: { code: 'link-lost' } });
    expect(faults.map(({ code }) => code)).toEqual(['link-lost']);
  });
});

describe('a remote device', () => {
  it('tells a message once a turn, however much the board prints', async () => {
    const { board, device, messages } = setUp();
    await device.open();
    const heard: string[] = [];
    abilities(device).terminal.onText((text) => heard.push(text));
    const before = messages();
    for (let n = 0; n < 100; n++) board.say(`${n}\n`);
    await abilities(device).storage.list();
    expect(heard).toHaveLength(100);
    // One with the texts, one with the answer.
    expect(messages() - before).toBe(2);
  });

  it('keeps problems beside a refusal', async () => {
    const problems = [{ severity: 'error', code: 'group', message: 'No.', fix: 'Do this.' }] as const;
    const device = new RemoteDevice(() => {
      const { page, served } = createWall();
      serveDevice(served, () => Promise.reject(new DeviceError('permission-denied', 'No.', { problems })));
      return page;
    });
    await expect(device.open()).rejects.toMatchObject({ code: 'permission-denied', problems });
    await expect(device.load({})).rejects.toMatchObject({ code: 'not-open' });
  });

  it('cancels what is under way', async () => {
    const { board, device } = setUp();
    await device.open();
    const { link, storage } = abilities(device);
    board.hold();
    const listing = storage.list();
    link.cancel();
    await expect(listing).rejects.toMatchObject({ code: 'cancelled' satisfies DeviceErrorCode });
  });

  it('lets go of the board when it is disposed', async () => {
    const { board, device } = setUp();
    await device.open();
    const closed = new Promise((resolve) => board.onStatus(resolve));
    device.dispose();
    expect(await closed).toBe('closed');
  });

  it('lets go of a board that was still being made', async () => {
    const late = new MemoryBoard();
    let make = (_device: Device): void => undefined;
    const device = new RemoteDevice(() => {
      const { page, served } = createWall();
      serveDevice(served, () => new Promise((resolve) => (make = resolve)));
      return page;
    });
    const opening = device.open();
    await Promise.resolve();
    device.dispose();
    await expect(opening).rejects.toMatchObject({ code: 'disposed' });
    await Promise.resolve();
    make(late);
    await Promise.resolve();
    await Promise.resolve();
    await expect(late.open()).rejects.toMatchObject({ code: 'disposed' });
  });

  it('closes where the wall breaks: a run is a fault, calls reject, and it can be opened again', async () => {
    const { device, cut } = setUp();
    await device.open();
    await device.load({ 'main.py': "print('started')\nwhile True:\n    pass\n" });
    const { link } = abilities(device);
    const faults: string[] = [];
    device.onFault(({ message }) => faults.push(message));
    const started = new Promise((resolve) => device.onOutput(resolve));
    const ended = device.run();
    await started;
    const stopping = device.stop();
    cut();
    await expect(stopping).rejects.toMatchObject({ code: 'link-lost' });
    expect(await ended).toMatchObject({ end: 'fault', error: { code: 'link-lost' } });
    expect(faults).toEqual([expect.stringContaining('Start Pinlab again')]);
    expect([device.status, link.state.kind]).toEqual(['closed', 'closed']);
    await expect(device.load({})).rejects.toMatchObject({ code: 'not-open' });
  });
});
