/** Which of the ports that are there now is the board that went away. Data in, data out. */

import type { PortSummary } from './host.ts';

/** Those that may be it, the likeliest first. Whether one is, its unique id tells after connecting. */
export function candidates(lost: PortSummary, present: readonly PortSummary[]): readonly PortSummary[] {
  return present
    .map((port) => ({ port, rank: likeness(lost, port) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ port }) => port);
}

/**
 * Whether a port of now is the one from before, as far as a list of ports can tell: then nothing need be connected anew. Another kind of
 * board in the same place is another one.
 */
export function isSamePort(now: PortSummary, before: PortSummary): boolean {
  const isSameKind = now.vendorId === before.vendorId && now.productId === before.productId;
  return isSameKind && likeness(before, now) > 0;
}

function likeness(lost: PortSummary, port: PortSummary): number {
  if (lost.serialNumber !== undefined && port.serialNumber !== undefined)
    return lost.serialNumber === port.serialNumber ? 3 : 0;
  if (lost.location !== undefined && lost.location === port.location) return 2;
  return lost.path === port.path ? 1 : 0;
}
