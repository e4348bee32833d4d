/** What is known of a serial port before anything is asked of it. Knows no link and no view. */

import type { PortSummary } from '#common/host/host.ts';

/** Whether a board may be behind it: it hangs on USB, or it is a virtual board. Built-in ports of the computer come last. */
export function mayBeBoard({ virtual, vendorId }: PortSummary): boolean {
  return virtual === true || vendorId !== undefined;
}
