/** What is probably at a port, before anything is asked of it, in words for a table and as a word for programs. */

import type { PortSummary } from '#common/host/host.ts';
import { type UsbDevice, usbDevice } from '#interpreter/real/lines/usb-ids.ts';

export type WhatIsThere = UsbDevice['speaks'] | 'virtual' | 'unknown';

export const WHAT_WORDS: Readonly<Record<WhatIsThere, string>> = {
  micropython: 'MicroPython',
  maybe: 'probably a board: ask it with pinlab board info',
  bootloader: 'waits for firmware: pinlab board firmware',
  other: 'not MicroPython: pinlab board firmware installs it',
  virtual: 'virtual board of this computer',
  unknown: 'unknown',
};

export function whatIsAt({ vendorId, productId, virtual }: PortSummary): WhatIsThere {
  if (virtual) return 'virtual';
  return usbDevice(vendorId, productId)?.speaks ?? 'unknown';
}
