/** An open WebSocket as a session's channel, on either side of it. */

import { decodeFrame, encodeFrame } from './frame.ts';
import { type MessageEnd, portChannel } from './port-channel.ts';
import type { SessionChannel } from './session-channel.ts';

/** What a browser's WebSocket and that of the ws package have in common, as far as it is used here. */
export interface Socket {
  binaryType: string;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export function socketChannel(socket: Socket): SessionChannel {
  socket.binaryType = 'arraybuffer';
  // A close follows every error; without a listener an error of the ws package would end the process.
  socket.addEventListener('error', () => undefined);
  const end: MessageEnd = {
    post: (message) => socket.send(encodeFrame(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }) => {
        const message = messageOf(data);
        if (message === undefined) socket.close();
        else listener(message);
      }),
    onClose: (listener) => socket.addEventListener('close', listener),
    close: () => socket.close(),
  };
  return portChannel(end);
}

/** Undefined for what is no frame: whoever sends that speaks another language, and is not listened to any more. */
function messageOf(data: unknown): unknown {
  try {
    return data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(data)) : undefined;
  } catch {
    return undefined;
  }
}
