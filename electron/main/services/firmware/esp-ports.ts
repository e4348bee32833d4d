/** Which ports may lead to an Espressif chip, from their USB numbers. Data. */

import type { PortSummary } from '#common/host/host.ts';
import type { FirmwareChip } from '#interpreter/device/firmware.ts';

/** Espressif itself, and the makers of the chips between USB and an ESP's pins. */
const VENDORS = new Set(['303a', '10c4', '1a86', '0403', '067b']);

/** Products that tell the chip, or at least leave some out. */
const CHIPS_AT: Readonly<Record<string, readonly FirmwareChip[]>> = {
  '303a:0002': ['ESP32-S2'],
  '303a:1001': ['ESP32-S3', 'ESP32-C3', 'ESP32-C5', 'ESP32-C6', 'ESP32-C61', 'ESP32-H2', 'ESP32-P4'],
  '303a:4001': ['ESP32-S2', 'ESP32-S3'],
};

export function canBeEsp({ vendorId }: PortSummary): boolean {
  return vendorId !== undefined && VENDORS.has(vendorId.toLowerCase());
}

/** Empty where only the chip itself can tell. */
export function espChips({ vendorId, productId }: PortSummary): readonly FirmwareChip[] {
  return CHIPS_AT[`${vendorId ?? ''}:${productId ?? ''}`.toLowerCase()] ?? [];
}
