/** Transport is bytes only: a serial port, WebSerial, a pseudo-terminal, or the recorded fake. It knows no protocol. */

import type { Disposable } from '../lifecycle/disposable.ts';
import type { Event } from '../lifecycle/emitter.ts';

export type TransportErrorCode =
  'not-found' | 'busy' | 'permission-denied' | 'not-open' | 'write-failed' | 'disconnected';

/** Control lines; true is asserted. Both are always given, since drivers disagree about defaults. */
export interface TransportSignals {
  readonly dtr: boolean;
  readonly rts: boolean;
}

export interface Transport extends Disposable {
  readonly isOpen: boolean;
  readonly onData: Event<Uint8Array>;
  /** Fired once when the link ends; `cause` is undefined after `close()`. */
  readonly onClose: Event<{ readonly cause?: Error }>;
  /** Opening twice is harmless. */
  open(): Promise<void>;
  /** Resolves when the bytes have left this process. Writes keep their order. */
  write(bytes: Uint8Array): Promise<void>;
  /** Drops what was written but has not left yet. */
  flush(): Promise<void>;
  setSignals(signals: TransportSignals): Promise<void>;
  /** Closing twice is harmless. */
  close(): Promise<void>;
}
