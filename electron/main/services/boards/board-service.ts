/**
 * Boards on this computer's ports, for the process that owns the ports: a device for each session of a page, and one installer of
 * firmware for all of them. It knows no wall in front of it.
 */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';

import type { PortSummary } from '#common/host/host.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { FirmwareInstaller } from '#interpreter/device/firmware.ts';
import { RealDevice } from '#interpreter/real/real-device.ts';

import { createFirmwareInstaller } from '../firmware/firmware-installer.ts';
import { listPorts } from './list-ports.ts';
import { systemTimers } from '../system-timers.ts';
import { createSerialPorts, type SerialPorts } from './serial-ports.ts';

export interface BoardService {
  /** A closed device for the board at a port that is listed now; rejects with `port-not-found` otherwise. The caller disposes it. */
  createDevice(path: string): Promise<Device>;
  readonly firmware: FirmwareInstaller;
  /** Resolves when every port that was let go of is closed. */
  close(): Promise<void>;
}

/** @param dataDir where virtual boards of this account are written down */
export function createBoardService(
  dataDir: string,
  ports: SerialPorts = createSerialPorts({ list: () => listPorts({ dataDir }) }),
): BoardService {
  return {
    async createDevice(path) {
      const port = (await ports.list()).find((candidate) => candidate.path === path);
      if (!port) throw deviceError('port-not-found');
      return realDevice(port, ports);
    },
    firmware: createFirmwareInstaller({ fs, platform: process.platform, ports, timers: systemTimers }),
    close: () => ports.released(),
  };
}

/** A closed device for the board at a port of this process. The caller disposes it. */
export function realDevice(port: PortSummary, ports: SerialPorts): Device {
  return new RealDevice({
    port,
    ports,
    timers: systemTimers,
    nonce: () => randomBytes(8).toString('hex'),
  });
}
