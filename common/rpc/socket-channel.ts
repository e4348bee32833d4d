/** A WebSocket as a session's channel, on either side of it. What is posted before it is open leaves when it opens. */

import { type Disposable, toDisposable } from '../lifecycle/disposable.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { SessionChannel } from './session-channel.ts';

/** What a browser's WebSocket and that of the ws package have in common, as far as it is used here. */
export interface Socket {
  binaryType: string;
  /** 0 while connecting, 1 while open. */
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const CONNECTING = 0;
const OPEN = 1;

export function socketChannel(socket: Socket): SessionChannel {
  const messages = new Emitter<unknown>();
  const end = new Emitter<undefined>();
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let state: 'alive' | 'ended' | 'disposed' = 'alive';
  const finish = (): void => {
    if (state !== 'alive') return;
    state = 'ended';
    waiting = [];
    end.fire(undefined);
  };
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => {
    for (const frame of waiting.splice(0)) socket.send(frame);
  });
  socket.addEventListener('message', ({ data }) => {
    if (state === 'alive' && data instanceof ArrayBuffer) messages.fire(decodeFrame(new Uint8Array(data)));
  });
  // A close follows every error; without a listener an error of the ws package would end the process.
  socket.addEventListener('error', () => undefined);
  socket.addEventListener('close', finish);
  return {
    post(message) {
      if (state !== 'alive') return;
      if (socket.readyState === CONNECTING) waiting.push(encodeFrame(message));
      else if (socket.readyState === OPEN) socket.send(encodeFrame(message));
    },
    onMessage: messages.event,
    onEnd: (listener) => onEnd(end, state === 'ended', listener),
    dispose() {
      if (state === 'disposed') return;
      state = 'disposed';
      messages.dispose();
      end.dispose();
      socket.close();
    },
  };
}

function onEnd(end: Emitter<undefined>, hasEnded: boolean, listener: () => void): Disposable {
  if (!hasEnded) return end.event(listener);
  listener();
  return toDisposable(() => undefined);
}
