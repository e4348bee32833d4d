/** The serial ports of this computer. A system without the tools to list them has none. */

import type { Host, PortSummary } from '#common/host/host.ts';

/** What the serialport package reports about a port. */
export interface PortInfo {
  readonly path: string;
  readonly manufacturer?: string;
  readonly serialNumber?: string;
  readonly vendorId?: string;
  readonly productId?: string;
  /** Windows only. */
  readonly friendlyName?: string;
}

export type PortLister = Pick<Host, 'listPorts'>;

export interface PortListerOptions {
  readonly list?: () => Promise<readonly PortInfo[]>;
  readonly warn: (message: string) => void;
}

export function createPortLister({ list = listWithSerialport, warn }: PortListerOptions): PortLister {
  return {
    async listPorts() {
      try {
        return (await list()).map(summaryOf);
      } catch (error) {
        // Linux without udevadm rejects here, as does a computer without the native module.
        warn(`The serial ports cannot be listed: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    },
  };
}

/** Loaded at the first question: the app must start where the native module cannot. */
async function listWithSerialport(): Promise<readonly PortInfo[]> {
  const { SerialPort } = await import('serialport');
  return SerialPort.list();
}

function summaryOf(info: PortInfo): PortSummary {
  return {
    path: info.path,
    name: info.friendlyName ?? info.manufacturer ?? info.path,
    vendorId: info.vendorId?.toLowerCase(),
    productId: info.productId?.toLowerCase(),
    serialNumber: info.serialNumber,
  };
}
