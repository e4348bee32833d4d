/** What DTR and RTS do on the kinds of chips between a computer and a board. Data. */

import type { TransportSignals } from '#common/transport/transport.ts';
import type { UsbDevice } from './usb-ids.ts';

export interface LineKind {
  /** How both lines rest while the port is open. */
  readonly rest: TransportSignals;
  /** Whether RTS alone holds the board in reset. */
  readonly resets: boolean;
}

/**
 * - `cdc`: the board's own USB. It sends nothing until DTR is on; RTS means nothing to it.
 * - `bridge`: a USB-UART chip, or the serial half of an ESP32's debug unit, with the circuit that resets the chip and enters its
 *   bootloader. Both lines alike let it run; a few clones need both off.
 * - `none`: nobody knows. Both on, which lets either of the others run.
 */
export const LINE_KINDS: Readonly<Record<UsbDevice['lines'], LineKind>> = {
  cdc: { rest: { dtr: true, rts: true }, resets: false },
  bridge: { rest: { dtr: false, rts: false }, resets: true },
  none: { rest: { dtr: true, rts: true }, resets: false },
};
