/** The ports of this computer that a board may sit at: those of the system, virtual boards, and what PINLAB_PORTS names. */

import type { PortSummary } from '#common/host/host.ts';

import { type FoundPort, summaryOf } from './port-summary.ts';
import { listSysfsPorts } from './sysfs-ports.ts';
import { listVirtualBoards } from './virtual-boards.ts';

/** What the serialport package reports about a port, on Windows and macOS. */
export interface PortInfo {
  readonly path: string;
  readonly manufacturer?: string;
  readonly serialNumber?: string;
  readonly vendorId?: string;
  readonly productId?: string;
  readonly locationId?: string;
  /** Windows only. */
  readonly friendlyName?: string;
}

export interface ListPortsOptions {
  readonly dataDir: string;
  readonly platform?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The system's own ports. */
  readonly listSystem?: () => Promise<readonly FoundPort[]>;
}

/** A path that two of them name is there once, as the first tells of it. */
export async function listPorts({
  dataDir,
  platform = process.platform,
  env = process.env,
  listSystem = () => systemPorts(platform),
}: ListPortsOptions): Promise<readonly PortSummary[]> {
  const [virtual, system] = await Promise.all([listVirtualBoards({ dataDir }), listSystem()]);
  const extra = (env['PINLAB_PORTS'] ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map((path): PortSummary => ({ path, name: path }));
  const all = [...virtual, ...system.map(summaryOf), ...extra];
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
}

async function systemPorts(platform: string): Promise<readonly FoundPort[]> {
  if (platform === 'linux') return listSysfsPorts();
  // Loaded at the first question: the app must start where the native module cannot.
  const { SerialPort } = await import('serialport');
  return (await SerialPort.list()).flatMap((info) => foundPort(info, platform));
}

/** Ports of a Mac that lead to the Mac itself. */
const MAC_INSIDE = /(Bluetooth-Incoming-Port|debug-console|wlan-debug)$/;

/** A port as the serialport package tells of it; nothing where no board can ever be there. */
export function foundPort(info: PortInfo, platform: string): readonly FoundPort[] {
  const { path, vendorId, productId, serialNumber, manufacturer, locationId, friendlyName } = info;
  if (platform === 'darwin' && MAC_INSIDE.test(path)) return [];
  const port: FoundPort = {
    // Opening the tty. half of a Mac's port waits for a telephone to ring; its cu. half is for calling out.
    path: platform === 'darwin' ? path.replace(/^\/dev\/tty\./, '/dev/cu.') : path,
    vendorId,
    productId,
    serialNumber,
    manufacturer,
    location: locationId,
    product: friendlyName,
  };
  return [port];
}
