/** How DTR and RTS are driven for a kind of board on a system, as lists of steps. Data; whoever owns the port plays them. */

import type { TransportSignals } from '#common/transport/transport.ts';
import { type LineKind, LINE_KINDS } from './lines/line-kinds.ts';
import { usbDevice } from './lines/usb-ids.ts';

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

/** How the lines rest while a port is open, where a person chooses it: a way out for boards with an odd circuit. */
export const LINE_CHOICES = {
  'both-off': { dtr: false, rts: false },
  'both-on': { dtr: true, rts: true },
  'dtr-only': { dtr: true, rts: false },
  'rts-only': { dtr: false, rts: true },
} as const satisfies Readonly<Record<string, TransportSignals>>;

export type LineChoice = keyof typeof LINE_CHOICES;

export interface LinePolicyOptions {
  /** Four hexadecimal digits each; undefined where the port is none of USB. */
  readonly vendorId?: string;
  readonly productId?: string;
  /** As Node calls it: `win32`, `darwin`, `linux`. */
  readonly platform: string;
  /** Absent: what is best for the board. */
  readonly choice?: LineChoice;
}

/** DTR rises before RTS, and RTS falls before DTR: no board comes by RTS alone on the way. */
const OFF: TransportSignals = LINE_CHOICES['both-off'];
const ON: TransportSignals = LINE_CHOICES['both-on'];
const DTR_ONLY: TransportSignals = LINE_CHOICES['dtr-only'];
/** On a board with the usual circuit, RTS alone holds the chip in reset. */
const RTS_ONLY: TransportSignals = LINE_CHOICES['rts-only'];

const RESET_PULSE = 100;

export function linePolicy({ vendorId, productId, platform, choice }: LinePolicyOptions): LinePolicy {
  const kind = LINE_KINDS[usbDevice(vendorId, productId)?.lines ?? 'none'];
  const rest = choice ? LINE_CHOICES[choice] : kind.rest;
  const openWith = platform === 'win32' ? openedByWindows(kind, rest) : ON;
  return {
    openWith,
    open: openWith === OFF && rest.dtr && rest.rts ? [DTR_ONLY, rest] : [rest],
    close: rest.dtr ? [DTR_ONLY, OFF] : [OFF],
    ...(kind.resets && { reset: [RTS_ONLY, { wait: RESET_PULSE }, rest] }),
  };
}

/**
 * Windows' driver does as it is told about DTR and always leaves RTS off (elsewhere the kernel raises both, whatever it is told). A
 * bridge is opened with both off: some of them set the lines one after the other the first time, and the board would restart.
 */
function openedByWindows(kind: LineKind, rest: TransportSignals): TransportSignals {
  return rest.dtr && !kind.resets ? DTR_ONLY : OFF;
}
