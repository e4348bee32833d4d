/** What is known of a serial port before anything is asked of it. Knows no link and no view. */

import type { PortSummary } from '#common/host/host.ts';

/** Whether a board may be behind it: it hangs on USB, or it is a virtual board. Built-in ports of the computer come last. */
export function mayBeBoard({ virtual, vendorId }: PortSummary): boolean {
  return virtual === true || vendorId !== undefined;
}

/** Whether a port of now is the one from before: a board may come back at another path. */
export function isSamePort(now: PortSummary, before: PortSummary): boolean {
  if (now.path === before.path) return true;
  const sameKind = now.vendorId === before.vendorId && now.productId === before.productId;
  if (!sameKind || now.vendorId === undefined) return false;
  if (now.serialNumber !== undefined || before.serialNumber !== undefined)
    return now.serialNumber === before.serialNumber;
  return now.location !== undefined && now.location === before.location;
}
