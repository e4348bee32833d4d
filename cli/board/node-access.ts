/** The boards of this process: its serial ports, devices at them, and its firmware installer. A composition root. */

import fs from 'node:fs/promises';
import { homedir } from 'node:os';
import { realDevice } from '#electron/main/services/boards/board-service.ts';
import { listPorts } from '#electron/main/services/boards/list-ports.ts';
import { createSerialPorts } from '#electron/main/services/boards/serial-ports.ts';
import { systemTimers } from '#electron/main/services/system-timers.ts';
import { dataFolder } from '#electron/main/services/data-folder.ts';
import { createFirmwareInstaller } from '#electron/main/services/firmware/firmware-installer.ts';
import type { BoardAccess } from './access.ts';

export function nodeBoardAccess(): BoardAccess {
  const { platform, env } = process;
  const dataDir = dataFolder({ platform, env, home: homedir() });
  const ports = createSerialPorts({ list: () => listPorts({ dataDir }) });
  return {
    timers: systemTimers,
    list: () => ports.list(),
    connect: (port) => realDevice(port, ports),
    closed: () => ports.released(),
    firmware: () => createFirmwareInstaller({ fs, platform, ports, timers: systemTimers }),
  };
}
