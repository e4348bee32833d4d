/** A session's channel that is still being made: what is posted meanwhile waits, and one that cannot be made has ended. */

import { type Disposable, DisposableStore, toDisposable } from '../lifecycle/disposable.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { SessionChannel } from './session-channel.ts';

export function lateChannel(making: Promise<SessionChannel>): SessionChannel {
  const messages = new Emitter<unknown>();
  const end = new Emitter<undefined>();
  const owned = new DisposableStore();
  const waiting: unknown[] = [];
  let made: SessionChannel | undefined;
  let hasEnded = false;
  const finish = (): void => {
    hasEnded = true;
    end.fire(undefined);
  };
  for (const item of [messages, end]) owned.add(item);
  making.then((channel) => {
    // Where this was disposed meanwhile, the store disposes the channel at once.
    made = owned.add(channel);
    owned.add(channel.onMessage((message) => messages.fire(message)));
    owned.add(channel.onEnd(finish));
    for (const message of waiting.splice(0)) channel.post(message);
  }, finish);
  return {
    post: (message) => (made ? made.post(message) : void waiting.push(message)),
    onMessage: messages.event,
    onEnd(listener): Disposable {
      if (!hasEnded) return end.event(listener);
      listener();
      return toDisposable(() => undefined);
    },
    dispose: () => owned.dispose(),
  };
}
