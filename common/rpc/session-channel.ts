/** A channel that lives as long as what it carries: one session of calls, ended by either side. Knows no particular wall. */

import type { Disposable } from '../lifecycle/disposable.ts';
import type { RpcChannel } from './rpc.ts';

export interface SessionChannel extends RpcChannel, Disposable {
  /** Called once when the other side, or the wall, ended it; not after `dispose`. At once where it has ended already. */
  onEnd(listener: () => void): Disposable;
}
