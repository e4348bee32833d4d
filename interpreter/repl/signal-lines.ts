/** What DTR and RTS do to a board, by how they are wired. Knows no port. */

import type { TransportSignals } from '#common/transport/transport.ts';

/**
 * `auto-reset`: the two transistors of ESP32 boards with a UART bridge, where RTS alone holds the board in reset and DTR alone selects
 * the ROM's loader. `cdc`: native USB, where the board sends only while DTR is on. `none`: the lines lead nowhere.
 */
export type Wiring = 'none' | 'auto-reset' | 'cdc';

export interface SignalLinesOptions {
  readonly wiring: Wiring;
  /** The board is held in reset from now on. */
  readonly onHold: () => void;
  /** It starts again, into its firmware or into the ROM's loader. */
  readonly onRelease: (into: 'firmware' | 'loader') => void;
}

/** What the kernel does when a port is opened. */
const OPENED: TransportSignals = { dtr: true, rts: true };

export class SignalLines {
  readonly #options: SignalLinesOptions;
  #signals: TransportSignals = OPENED;

  constructor(options: SignalLinesOptions) {
    this.#options = options;
  }

  /** Whether what the board says reaches the host. */
  get passesOutput(): boolean {
    return this.#options.wiring !== 'cdc' || this.#signals.dtr;
  }

  opened(): void {
    this.set(OPENED);
  }

  set(signals: TransportSignals): void {
    const before = this.#isHeld;
    this.#signals = signals;
    const after = this.#isHeld;
    if (!before && after) this.#options.onHold();
    if (before && !after) this.#options.onRelease(signals.dtr && !signals.rts ? 'loader' : 'firmware');
  }

  get #isHeld(): boolean {
    const { dtr, rts } = this.#signals;
    return this.#options.wiring === 'auto-reset' && rts && !dtr;
  }
}
