/** Answers the window's host calls: one channel a method of the host table, for the app's own top page only. */

import type { IpcMain, IpcMainInvokeEvent } from 'electron';

import type { Host } from '#common/host/host.ts';
import { answerHostCall, hostChannel, type HostReply } from '#common/host/host-call.ts';
import { HOST_METHODS } from '#common/host/host-table.ts';

import { isAppUrl } from './app-protocol.ts';

const REFUSED: HostReply = {
  ok: false,
  code: 'not-supported',
  message: 'Only the page of Pinlab may ask for this.',
};

export function answerHostCalls(ipcMain: Pick<IpcMain, 'handle'>, host: Host): void {
  for (const method of HOST_METHODS) {
    ipcMain.handle(hostChannel(method), async (event, ...values: unknown[]) =>
      isOwnPage(event) ? answerHostCall(host, method, values) : REFUSED,
    );
  }
}

/** A frame inside the page, and a frame that is gone already, are refused. */
export function isOwnPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}
