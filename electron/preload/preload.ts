/** The sandboxed preload: gives the page its host bridge, and no other way out. */

import { contextBridge, ipcRenderer } from 'electron';

import { HOST_BRIDGE, type HostReply } from '#common/host/host-call.ts';

import { createBridge } from './bridge.ts';

const bridge = createBridge(
  (channel, ...values) => ipcRenderer.invoke(channel, ...values) as Promise<HostReply>,
);
contextBridge.exposeInMainWorld(HOST_BRIDGE, bridge);
