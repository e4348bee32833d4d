import { describe, expect, it } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { FakeBrowserPort } from '../host/fake-browser-port.ts';
import { pageBoards } from './connect-board.ts';
import { createWebSerialPorts } from './web-serial-ports.ts';

const PICO = { usbVendorId: 0x2e8a, usbProductId: 5 };
const PICO_PORT = {
  path: 'browser:2e8a:0005:1',
  name: 'Raspberry Pi Pico (MicroPython)',
  vendorId: '2e8a',
  productId: '0005',
};

function portsOf(granted: FakeBrowserPort[], requestPort: () => Promise<FakeBrowserPort>) {
  const serial = { getPorts: async () => granted, requestPort };
  return createWebSerialPorts({ serial, timers: new ManualTimers(), platform: 'Win32' });
}

describe('the ports that a browser gives', () => {
  it('have names and paths of their own', async () => {
    const ports = portsOf([new FakeBrowserPort(PICO), new FakeBrowserPort(PICO), new FakeBrowserPort()], () =>
      Promise.reject(new Error('not asked for')),
    );
    const paths = (await ports.list()).map(({ path }) => path);
    expect(paths).toEqual(['browser:2e8a:0005:1', 'browser:2e8a:0005:2', 'browser:::1']);
    expect((await ports.list())[0]).toEqual(PICO_PORT);
  });

  it('are chosen in the browser’s own dialog, or not', async () => {
    const port = new FakeBrowserPort(PICO);
    const granted: FakeBrowserPort[] = [];
    const chosen = portsOf(granted, async () => (granted.push(port), port));
    expect(await chosen.choose()).toEqual(PICO_PORT);
    const refused = portsOf([], () => Promise.reject(new DOMException('No port selected.', 'NotFoundError')));
    expect(await refused.choose()).toBeUndefined();
  });

  it('open with the lines of their board', async () => {
    const port = new FakeBrowserPort({ usbVendorId: 0x1a86, usbProductId: 0x7523 });
    const ports = portsOf([port], async () => port);
    const [summary] = await ports.list();
    if (!summary) throw new Error('One port is granted.');
    const transport = ports.create(summary);
    await transport.open();
    await transport.close();
    expect(port.record).toEqual(['open', '00', '00', 'close']);
    expect(() => ports.create({ path: 'browser:::9', name: '' })).toThrow('no such port');
  });
});

describe('a page', () => {
  const page = (extra: object) =>
    ({
      document: { querySelector: () => null },
      navigator: { platform: 'Win32' },
      ...extra,
    }) as unknown as Parameters<typeof pageBoards>[0];

  it('has no boards where nothing gives ports', async () => {
    expect(await pageBoards(page({}))).toEqual({});
  });

  it('has those of the browser where nothing is behind it', async () => {
    const serial = { getPorts: async () => [], requestPort: () => Promise.reject(new Error('x')) };
    const boards = await pageBoards(page({ navigator: { platform: 'Win32', serial } }));
    expect(Object.keys(boards).sort()).toEqual(['choosePort', 'connectBoard', 'listPorts']);
  });

  it('has those of the process behind it alone, where there is one', async () => {
    const serial = { getPorts: async () => [], requestPort: () => Promise.reject(new Error('x')) };
    const boards = await pageBoards(page({ pinlab: {}, navigator: { platform: 'Win32', serial } }));
    expect(Object.keys(boards).sort()).toEqual(['connectBoard', 'firmware']);
    const device = boards.connectBoard?.(PICO_PORT);
    expect(device?.status).toBe('closed');
    device?.dispose();
  });
});
