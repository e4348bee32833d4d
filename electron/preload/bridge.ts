/** Builds the object that the page may see: the methods of the host table and nothing else. It knows no electron. */

import { fromTable, type HostBridge, hostChannel, type HostReply } from '#common/host/host-call.ts';

export function createBridge(
  invoke: (channel: string, ...values: unknown[]) => Promise<HostReply>,
): HostBridge {
  return fromTable<HostBridge>(
    (method) =>
      (...values) =>
        invoke(hostChannel(method), ...values),
  );
}
