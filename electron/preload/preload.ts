/** The sandboxed preload: gives the page its host bridge and passes on the ports of its boards. There is no other way out. */

import { contextBridge, ipcRenderer } from 'electron';

import { BOARD_CHANNEL } from '#common/host/board-call.ts';
import { HOST_BRIDGE, type HostReply } from '#common/host/host-call.ts';

import { createBridge } from './bridge.ts';
import { passBoardPorts } from './pass-board-ports.ts';

const bridge = createBridge(
  (channel, ...values) => ipcRenderer.invoke(channel, ...values) as Promise<HostReply>,
);
contextBridge.exposeInMainWorld(HOST_BRIDGE, bridge);
passBoardPorts(window, (request, port) => ipcRenderer.postMessage(BOARD_CHANNEL, request, [port]));
