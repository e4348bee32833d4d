/**
 * Boards on this computer's ports, for the process that owns the ports: a device for each session of a page. It knows neither the wall
 * in front of it nor what a device is made of.
 */

import type { PortSummary } from '#common/host/host.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';

export interface BoardService {
  /** A closed device for the board at a port that is listed now; rejects with `port-not-found` otherwise. The caller disposes it. */
  createDevice(path: string): Promise<Device>;
  /** Resolves when every port that was let go of is closed. */
  close(): Promise<void>;
}

export interface BoardServiceOptions {
  readonly ports: BoardPorts & { readonly close: () => Promise<void> };
  readonly connect: (port: PortSummary) => Device;
}

export function createBoardService({ ports, connect }: BoardServiceOptions): BoardService {
  return {
    async createDevice(path) {
      const port = (await ports.list()).find((candidate) => candidate.path === path);
      if (!port) throw deviceError('port-not-found');
      return connect(port);
    },
    close: () => ports.close(),
  };
}
