/** A RealDevice on a scripted board behind a bad line, for tests. */

import type { PortSummary } from '#common/host/host.ts';
import { FakeTransport, type FakePeer, type FakeTransportOptions } from '#common/transport/fake-transport.ts';
import type { BoardPorts } from '../board-ports.ts';
import type { LinePolicy } from '../line-policy.ts';
import { RealDevice } from '../real-device.ts';
import { EagerTimers } from './eager-timers.ts';

export const QUIET_LINES: LinePolicy = { openWith: { dtr: false, rts: false }, open: [], close: [] };

/** Restarts a board with the two transistors of most ESP32 boards. */
export const RESET_LINES: LinePolicy = {
  ...QUIET_LINES,
  open: [{ dtr: false, rts: false }],
  reset: [{ dtr: false, rts: true }, { wait: 100 }, { dtr: false, rts: false }],
};

export const PORT: PortSummary = {
  path: '/dev/ttyACM0',
  name: 'Board',
  vendorId: '2e8a',
  productId: '0005',
  serialNumber: 'e66118604b3a5a21',
  location: '1-4',
};

export interface BenchOptions extends Omit<FakeTransportOptions, 'peer' | 'clock'> {
  readonly peer: FakePeer;
  readonly policy?: LinePolicy;
  readonly whenIdle: (callback: () => void) => void;
}

export interface Bench {
  readonly device: RealDevice;
  readonly timers: EagerTimers;
  /** All that were made, in order. */
  readonly transports: FakeTransport[];
  /** What the list of ports says; may be changed. */
  readonly present: PortSummary[];
}

export function bench({ peer, policy = RESET_LINES, whenIdle, ...faults }: BenchOptions): Bench {
  const timers = new EagerTimers(whenIdle);
  const transports: FakeTransport[] = [];
  const present: PortSummary[] = [PORT];
  // Line delays are told in ns.
  const clock = {
    now: () => timers.now() * 1e6,
    createAlarm: (onDue: () => void) => ({
      schedule: (at: number) => void timers.after(at / 1e6 - timers.now(), onDue),
    }),
  };
  const ports: BoardPorts = {
    list: () => Promise.resolve([...present]),
    create: () => {
      const transport = new FakeTransport({ ...faults, peer, clock });
      transports.push(transport);
      return transport;
    },
    policy: () => policy,
  };
  let count = 0;
  const device = new RealDevice({ port: PORT, ports, timers, nonce: () => `w0rd${count++}x` });
  return { device, timers, transports, present };
}
