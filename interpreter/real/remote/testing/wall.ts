/** The walls that sessions cross, in memory: whole messages, in order, copied as each kind of wall copies them. */

import { Emitter } from '#common/lifecycle/emitter.ts';
import { decodeFrame, encodeFrame } from '#common/rpc/frame.ts';
import { createMemoryChannelPair } from '#common/rpc/memory-channel.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';

export type Clone = (message: unknown) => unknown;

/** What happens to a message on its way through each kind of wall. */
export const WALLS: readonly (readonly [string, Clone])[] = [
  ['a message port', structuredClone],
  ['a socket', (message) => decodeFrame(encodeFrame(message))],
];

interface Wall {
  readonly page: SessionChannel;
  /** The end of whoever serves the page. */
  readonly served: SessionChannel;
  /** Breaks it, as the page notices. */
  cut(): void;
  /** Breaks it, as the other side notices. */
  leave(): void;
  /** Messages that were posted to the page. */
  messages(): number;
}

/** Two ends of a wall that either side, or an accident, can end. */
export function createWall(clone: Clone = structuredClone): Wall {
  const [near, far] = createMemoryChannelPair({ clone });
  const [nearEnd, farEnd] = [new Emitter<undefined>(), new Emitter<undefined>()];
  let messages = 0;
  const page: SessionChannel = {
    ...near,
    onEnd: nearEnd.event,
    dispose: () => void Promise.resolve().then(() => farEnd.fire(undefined)),
  };
  const served: SessionChannel = {
    onMessage: far.onMessage,
    post: (message) => (messages++, far.post(message)),
    onEnd: farEnd.event,
    dispose: () => nearEnd.fire(undefined),
  };
  return {
    page,
    served,
    cut: () => nearEnd.fire(undefined),
    leave: () => farEnd.fire(undefined),
    messages: () => messages,
  };
}
