/** A message port as a session's channel, in the page (MessagePort) or in the desktop app's main process (MessagePortMain). */

import { type Disposable, toDisposable } from '../lifecycle/disposable.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { SessionChannel } from './session-channel.ts';

/** What both kinds of ports can do, in words of our own. */
export interface MessageEnd {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The other end was closed. */
  onClose(listener: () => void): void;
  close(): void;
}

export function portChannel(port: MessageEnd): SessionChannel {
  const messages = new Emitter<unknown>();
  const end = new Emitter<undefined>();
  let state: 'alive' | 'ended' | 'disposed' = 'alive';
  port.onMessage((message) => messages.fire(message));
  port.onClose(() => {
    if (state !== 'alive') return;
    state = 'ended';
    end.fire(undefined);
  });
  return {
    post(message) {
      if (state === 'alive') port.post(message);
    },
    onMessage: messages.event,
    onEnd(listener): Disposable {
      if (state !== 'ended') return end.event(listener);
      listener();
      return toDisposable(() => undefined);
    },
    dispose() {
      if (state === 'disposed') return;
      state = 'disposed';
      messages.dispose();
      end.dispose();
      port.close();
    },
  };
}
