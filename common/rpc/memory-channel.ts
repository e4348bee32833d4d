/** Two ends of a wall inside one process, for tests. Behaves like a message port: whole messages, in order, never at once. */

import { Emitter } from '../lifecycle/emitter.ts';
import type { RpcChannel } from './rpc.ts';

export interface MemoryChannelOptions {
  /** Copies a message as the wall would (`structuredClone`, a JSON round trip). Default: the very object arrives. */
  readonly clone?: (message: unknown) => unknown;
}

export function createMemoryChannelPair({
  clone = (message) => message,
}: MemoryChannelOptions = {}): readonly [RpcChannel, RpcChannel] {
  const one = new Emitter<unknown>();
  const other = new Emitter<unknown>();
  return [channel(one, other, clone), channel(other, one, clone)];
}

function channel(
  inbox: Emitter<unknown>,
  outbox: Emitter<unknown>,
  clone: (message: unknown) => unknown,
): RpcChannel {
  return {
    post(message) {
      const copy = clone(message);
      void Promise.resolve().then(() => outbox.fire(copy));
    },
    onMessage: inbox.event,
  };
}
