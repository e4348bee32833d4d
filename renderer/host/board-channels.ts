/** The page's way to the boards of the process behind it, one channel a session. It knows no board and no protocol of one. */

import { BOARD_CHANNEL, BOARDS_PATH, BOARDS_PROTOCOL, type BoardRequest } from '#common/host/board-call.ts';
import { HOST_BRIDGE } from '#common/host/host-call.ts';
import { lateChannel } from '#common/rpc/late-channel.ts';
import { portChannel } from '#common/rpc/port-channel.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import { socketChannel } from '#common/rpc/socket-channel.ts';
import { fetchToken, tokenOf } from './browser-host.ts';
import type { HostWindow } from './find-host.ts';

/** A fresh channel to the board at a port, by the port's path. */
export type ConnectChannel = (path: string) => SessionChannel;

export interface BoardWindow extends HostWindow {
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void;
}

/** Undefined where nothing behind the page has ports. */
export function findBoardChannels(page: BoardWindow): ConnectChannel | undefined {
  if (page[HOST_BRIDGE]) return (path) => channelOfApp(page, path);
  const token = tokenOf(page.document);
  if (token === undefined) return undefined;
  return serverChannels({
    token,
    base: new URL('/', page.location.href).href,
    fetch: (url, init) => page.fetch(url, init),
    createSocket: (url, protocols) => new WebSocket(url, protocols),
  });
}

/** The desktop app: a port goes to the preload in a message that no other origin can read. */
function channelOfApp(page: BoardWindow, path: string): SessionChannel {
  const { port1, port2 } = new MessageChannel();
  const request: BoardRequest = { kind: BOARD_CHANNEL, path };
  page.postMessage(request, '/', [port2]);
  return portChannel({
    post: (message) => port1.postMessage(message),
    onMessage: (listener) => (port1.onmessage = ({ data }) => listener(data)),
    onClose: (listener) => port1.addEventListener('close', listener),
    close: () => port1.close(),
  });
}

export interface ServerChannelOptions {
  /** From the page's own HTML. */
  readonly token: string;
  /** Address of the server, ending in `/`. */
  readonly base: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly createSocket: (url: string, protocols: string[]) => WebSocket;
}

/** The local server. One that was started anew has a new token, which the page fetches once a refusal. */
export function serverChannels({ token, base, fetch, createSocket }: ServerChannelOptions): ConnectChannel {
  let current = token;
  const dial = (path: string): Promise<SessionChannel> => {
    const url = new URL(BOARDS_PATH, base.replace(/^http/, 'ws'));
    url.searchParams.set('port', path);
    const socket = createSocket(url.href, [BOARDS_PROTOCOL, `${BOARDS_PROTOCOL}.${current}`]);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(socketChannel(socket)));
      socket.addEventListener('error', () => reject(new Error('The server refused the socket.')));
    });
  };
  const dialTwice = async (path: string): Promise<SessionChannel> => {
    try {
      return await dial(path);
    } catch {
      current = (await fetchToken(base, fetch)) ?? current;
      return dial(path);
    }
  };
  return (path) => lateChannel(dialTwice(path));
}
