/** The serial ports of Linux, read from /sys: no tool is needed, and none is started. */

import nodeFs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import type { FoundPort } from './port-summary.ts';

type SysFiles = Pick<typeof nodeFs, 'readdir' | 'readlink' | 'readFile'>;

/** Consoles and halves of pseudo-terminals; nobody plugs anything in there. */
const NO_PORTS = /^(tty\d*|console|ptmx|pty.*|tty[p-za-e][0-9a-f])$/;

export async function listSysfsPorts(fs: SysFiles = nodeFs, root = '/sys'): Promise<readonly FoundPort[]> {
  const folder = join(root, 'class', 'tty');
  const names = (await fs.readdir(folder).catch(() => [])).filter((name) => !NO_PORTS.test(name)).sort();
  const ports = await Promise.all(names.map((name) => portOf(fs, folder, name)));
  return ports.filter((port) => port !== undefined);
}

async function portOf(fs: SysFiles, folder: string, name: string): Promise<FoundPort | undefined> {
  const read = async (...pieces: string[]): Promise<string | undefined> => {
    const text = await fs.readFile(join(...pieces), 'utf8').catch(() => '');
    return text.trim() === '' ? undefined : text.trim();
  };
  const entry = join(folder, name);
  const hasDevice = await fs.readlink(join(entry, 'device')).catch(() => undefined);
  // A socket on the main board that has no chip behind it has the type 0.
  if (hasDevice === undefined || (await read(entry, 'type')) === '0') return undefined;
  const path = `/dev/${name}`;
  const device = resolve(folder, await fs.readlink(entry));
  for (let place = dirname(device); place !== dirname(place); place = dirname(place)) {
    const vendorId = await read(place, 'idVendor');
    if (vendorId === undefined) continue;
    const [productId, serialNumber, product, manufacturer] = await Promise.all(
      ['idProduct', 'serial', 'product', 'manufacturer'].map((file) => read(place, file)),
    );
    return { path, vendorId, productId, serialNumber, product, manufacturer, location: basename(place) };
  }
  return { path };
}
