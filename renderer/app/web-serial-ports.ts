/** The ports that the browser lets this page use, for a page with nothing behind it: the board's device then lives in the page. */

import type { PortSummary } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import type { TransportSignals } from '#common/transport/transport.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';
import { type LinePolicy, linePolicy, type LineStep } from '#interpreter/real/line-policy.ts';
import { describePort } from '#interpreter/real/lines/usb-ids.ts';
import { type BrowserPort, WebSerialTransport } from '../host/web-serial-transport.ts';

/** The browser's `navigator.serial`, as far as it is used here. */
export interface BrowserSerial {
  getPorts(): Promise<readonly BrowserPort[]>;
  requestPort(): Promise<BrowserPort>;
}

export interface WebSerialPorts extends BoardPorts {
  /** Opens the browser's dialog; undefined where the person closes it. Only in the handler of a click. */
  choose(): Promise<PortSummary | undefined>;
}

export interface WebSerialPortsOptions {
  readonly serial: BrowserSerial;
  readonly timers: Timers;
  /** `navigator.platform`, such as `Win32` or `Linux x86_64`. */
  readonly platform: string;
}

export function createWebSerialPorts({ serial, timers, platform }: WebSerialPortsOptions): WebSerialPorts {
  const known = new Map<string, BrowserPort>();
  const policy = ({ vendorId, productId }: PortSummary): LinePolicy =>
    linePolicy({ vendorId, productId, platform: nodePlatform(platform) });
  const list = async (): Promise<readonly PortSummary[]> => {
    const ports = await serial.getPorts();
    known.clear();
    return ports.map((port) => {
      const summary = summaryOf(port, known);
      known.set(summary.path, port);
      return summary;
    });
  };
  return {
    list,
    policy,
    create(summary) {
      const port = known.get(summary.path);
      if (!port) throw new TransportError('not-found', 'The browser has no such port any more.');
      const { open, close } = policy(summary);
      return new WebSerialTransport({ port, timers, lines: { open: signals(open), close: signals(close) } });
    },
    async choose() {
      try {
        const chosen = await serial.requestPort();
        const present = await list();
        return present.find(({ path }) => known.get(path) === chosen);
      } catch (error) {
        if (error instanceof Error && error.name === 'NotFoundError') return undefined;
        throw error;
      }
    },
  };
}

/**
 * A browser gives ports no names. One that comes back after it was unplugged is another object; with the same ids in the same place of
 * the list it has the same path.
 */
function summaryOf(port: BrowserPort, known: ReadonlyMap<string, BrowserPort>): PortSummary {
  const { usbVendorId, usbProductId } = port.getInfo();
  const ids = { vendorId: hexadecimal(usbVendorId), productId: hexadecimal(usbProductId) };
  const stem = `browser:${ids.vendorId ?? ''}:${ids.productId ?? ''}`;
  let number = 1;
  while (known.has(`${stem}:${number}`)) number++;
  return { path: `${stem}:${number}`, name: describePort(ids) ?? 'USB', ...ids };
}

function hexadecimal(id: number | undefined): string | undefined {
  return id?.toString(16).padStart(4, '0');
}

function signals(steps: readonly LineStep[]): readonly TransportSignals[] {
  return steps.filter((step): step is TransportSignals => !('wait' in step));
}

function nodePlatform(platform: string): string {
  if (/^win/i.test(platform)) return 'win32';
  return /^mac/i.test(platform) ? 'darwin' : 'linux';
}
