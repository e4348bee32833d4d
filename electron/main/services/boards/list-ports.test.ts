import nodeFs, { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundPort, listPorts } from './list-ports.ts';
import { listSysfsPorts } from './sysfs-ports.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pinlab-ports-'));
});

afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

describe('Linux, from /sys', () => {
  /** A tty below a device, as the kernel links it. */
  async function plug(
    device: string,
    name: string,
    files: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const tty = join(root, 'devices', device, 'tty', name);
    await mkdir(tty, { recursive: true });
    await mkdir(join(root, 'class', 'tty'), { recursive: true });
    await symlink(relative(tty, join(root, 'devices', device)), join(tty, 'device'));
    await symlink(relative(join(root, 'class', 'tty'), tty), join(root, 'class', 'tty', name));
    for (const [file, text] of Object.entries(files)) await write(join(root, 'devices', file), `${text}\n`);
  }

  it('tells what is plugged in and where', async () => {
    const usb = 'pci0000:00/usb1/1-4/1-4.2';
    await plug(`${usb}/1-4.2:1.0`, 'ttyACM0', {
      [`${usb}/idVendor`]: '2e8a',
      [`${usb}/idProduct`]: '0005',
      [`${usb}/serial`]: 'e6614103e7174a2c',
      [`${usb}/product`]: 'Board in FS mode',
      [`${usb}/manufacturer`]: 'MicroPython',
      'pci0000:00/usb1/1-4/idVendor': '05e3',
    });
    const bridge = 'pci0000:00/usb2/2-1';
    await plug(`${bridge}/2-1:1.0/ttyUSB0`, 'ttyUSB0', {
      [`${bridge}/idVendor`]: '1a86',
      [`${bridge}/idProduct`]: '7523',
    });
    expect(await listSysfsPorts(nodeFs, root)).toEqual([
      {
        path: '/dev/ttyACM0',
        vendorId: '2e8a',
        productId: '0005',
        serialNumber: 'e6614103e7174a2c',
        product: 'Board in FS mode',
        manufacturer: 'MicroPython',
        location: '1-4.2',
      },
      { path: '/dev/ttyUSB0', vendorId: '1a86', productId: '7523', location: '2-1' },
    ]);
  });

  it('leaves out sockets without hardware, and consoles', async () => {
    await plug('platform/serial8250', 'ttyS0', { 'platform/serial8250/tty/ttyS0/type': '0' });
    await plug('platform/serial8250', 'ttyS1', { 'platform/serial8250/tty/ttyS1/type': '4' });
    await mkdir(join(root, 'devices', 'virtual', 'tty', 'tty1'), { recursive: true });
    await symlink('../../devices/virtual/tty/tty1', join(root, 'class', 'tty', 'tty1'));
    await mkdir(join(root, 'devices', 'virtual', 'tty', 'ttyprintk'), { recursive: true });
    await symlink('../../devices/virtual/tty/ttyprintk', join(root, 'class', 'tty', 'ttyprintk'));
    expect(await listSysfsPorts(nodeFs, root)).toEqual([{ path: '/dev/ttyS1' }]);
  });

  it('has none where there is no /sys', async () => {
    expect(await listSysfsPorts(nodeFs, join(root, 'none'))).toEqual([]);
  });
});

describe('the serialport package', () => {
  it('names the half of a Mac’s port that opens, and none of its inner ports', () => {
    expect(foundPort({ path: '/dev/tty.usbmodem101', locationId: '00100000' }, 'darwin')).toMatchObject([
      { path: '/dev/cu.usbmodem101', location: '00100000' },
    ]);
    expect(foundPort({ path: '/dev/tty.Bluetooth-Incoming-Port' }, 'darwin')).toEqual([]);
    expect(foundPort({ path: 'COM5', friendlyName: 'USB Serial Device (COM5)' }, 'win32')).toMatchObject([
      { path: 'COM5', product: 'USB Serial Device (COM5)' },
    ]);
  });
});

describe('all ports', () => {
  const list = (
    env = {},
    listSystem = async () => [{ path: '/dev/ttyACM0', vendorId: '2E8A', productId: '0005' }],
  ) => listPorts({ dataDir: root, env, listSystem });

  it('have names for people and comparable ids', async () => {
    expect(await list()).toEqual([
      { path: '/dev/ttyACM0', name: 'Raspberry Pi Pico (MicroPython)', vendorId: '2e8a', productId: '0005' },
    ]);
  });

  it('hold virtual boards of living processes, and forget those of dead ones', async () => {
    const folder = join(root, 'virtual-boards');
    const board = { pid: process.pid, path: '/dev/pts/7', name: 'Virtual Pico', board: 'pico' };
    await write(join(folder, `${process.pid}.json`), JSON.stringify(board));
    // No system gives a process such a number.
    await write(
      join(folder, '999999999.json'),
      JSON.stringify({ ...board, pid: 999999999, path: '/dev/pts/8' }),
    );
    await write(join(folder, '999999998.json'), '{');
    await write(join(folder, 'notes.txt'), 'mine');
    expect((await list())[0]).toEqual({
      path: '/dev/pts/7',
      name: 'Virtual Pico',
      location: `virtual-${process.pid}`,
      virtual: true,
    });
    expect(await readdir(folder)).toEqual([`${process.pid}.json`, 'notes.txt']);
  });

  it('hold what PINLAB_PORTS names, once', async () => {
    const paths = (await list({ PINLAB_PORTS: '/dev/pts/3, /dev/ttyACM0,' })).map(({ path }) => path);
    expect(paths).toEqual(['/dev/ttyACM0', '/dev/pts/3']);
  });

  it('are listed on this computer', async () => {
    expect(Array.isArray(await listPorts({ dataDir: root }))).toBe(true);
  });
});
