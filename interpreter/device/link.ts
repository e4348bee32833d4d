/** The link to a board on a cable: what it is doing, and what answered. A capability of real boards. */

import type { Event } from '#common/lifecycle/emitter.ts';
import type { Capability } from './capability.ts';

/** What is being tried to get the board's attention, in the order of the ladder. */
export type ConnectStep =
  'opening' | 'listening' | 'interrupting' | 'raw-repl' | 'soft-reset' | 'hard-reset' | 'asking';

/** What is being tried to stop a program, in the order of the ladder. `replug`: only the person can do it now. */
export type StopStep = 'interrupt' | 'flood' | 'soft-reset' | 'hard-reset' | 'replug';

export type LinkState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'connecting'; readonly step: ConnectStep }
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopping'; readonly step: StopStep }
  /** The board went away; it is opened again as soon as it is back. */
  | { readonly kind: 'lost' };

/** What a board can do for a faster link. */
export type BoardFeature = 'raw-paste' | 'deflate' | 'binascii' | 'hashlib';

/** What the board said of itself. */
export interface BoardInfo {
  /** `sys.implementation._machine`, such as `Raspberry Pi Pico W with RP2040`. */
  readonly machine: string;
  /** `sys.platform`, such as `rp2`. */
  readonly platform: string;
  /** MicroPython's version, such as `1.28.0`. */
  readonly version: string;
  /** `machine.unique_id()` in hexadecimal; undefined where the board has none. */
  readonly uniqueId?: string;
  /** Heap, bytes. */
  readonly memoryFree: number;
  readonly memoryTotal: number;
  /** File system, bytes; undefined where there is none. */
  readonly flashFree?: number;
  readonly flashTotal?: number;
  /** Version of the .mpy format, such as `6.3`; undefined where .mpy files are not loaded. */
  readonly mpy?: string;
  readonly features: readonly BoardFeature[];
}

export interface Link {
  readonly state: LinkState;
  readonly onState: Event<LinkState>;
  /** Known once the board has answered; kept while it is lost. */
  readonly info: BoardInfo | undefined;
  /** Asks the board again. Only while idle. */
  refreshInfo(): Promise<BoardInfo>;
  /** Cancel: what is under way (connecting, stopping, an operation on files) rejects with `cancelled`; harmless otherwise. */
  cancel(): void;
}
export const LINK: Capability<Link> = { name: 'link' };
