/** A port as the system tells of it, and as the app shows it. */

import type { PortSummary } from '#common/host/host.ts';
import { describePort } from '#interpreter/real/lines/usb-ids.ts';

/** Ids in hexadecimal, in either case. */
export interface FoundPort {
  readonly path: string;
  readonly vendorId?: string;
  readonly productId?: string;
  readonly serialNumber?: string;
  readonly product?: string;
  readonly manufacturer?: string;
  readonly location?: string;
}

export function summaryOf({
  path,
  vendorId,
  productId,
  serialNumber,
  location,
  ...words
}: FoundPort): PortSummary {
  const all = {
    vendorId: vendorId?.toLowerCase(),
    productId: productId?.toLowerCase(),
    serialNumber,
    location,
  };
  const told = Object.entries(all).filter(([, value]) => value !== undefined);
  const name = describePort({ vendorId, productId, ...words }) ?? path;
  return { path, name, ...(Object.fromEntries(told) as Partial<typeof all>) };
}
