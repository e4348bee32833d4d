/** Boards at ports that the browser gives to the page: their devices live in the page. */

import { RealDevice } from '#interpreter/real/real-device.ts';
import type { PageBoards } from './connect-board.ts';
import { pageTimers } from './page-timers.ts';
import { type BrowserSerial, createWebSerialPorts } from './web-serial-ports.ts';

/** @param platform `navigator.platform` */
export function ownBoards(serial: BrowserSerial, platform: string): PageBoards {
  const ports = createWebSerialPorts({ serial, platform, timers: pageTimers });
  const nonce = (): string => crypto.randomUUID().replaceAll('-', '');
  return {
    connectBoard: (port) => new RealDevice({ port, ports, timers: pageTimers, nonce }),
    choosePort: () => ports.choose(),
    listPorts: () => ports.list(),
  };
}
