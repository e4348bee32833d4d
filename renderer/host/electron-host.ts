/** The host of a page in the desktop app: every call goes through the object that the preload exposed. */

import type { Host } from '#common/host/host.ts';
import { createRemoteHost, type HostBridge } from '#common/host/host-call.ts';

export function createElectronHost(bridge: HostBridge): Host {
  return createRemoteHost((method, values) => bridge[method](...values));
}
