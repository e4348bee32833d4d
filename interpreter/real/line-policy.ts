/** How DTR and RTS are driven for a kind of board on a system, as lists of steps. Data; whoever owns the port plays them. */

import type { TransportSignals } from '#common/transport/transport.ts';

/** Sets both lines, or waits so many milliseconds. */
export type LineStep = TransportSignals | { readonly wait: number };

export interface LinePolicy {
  /** What the driver is asked to do with the lines while it opens the port. */
  readonly openWith: TransportSignals;
  /** After opening. */
  readonly open: readonly LineStep[];
  /** Before closing. */
  readonly close: readonly LineStep[];
  /** Restarts the board; undefined where the lines cannot do that. */
  readonly reset?: readonly LineStep[];
}
