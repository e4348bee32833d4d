/** The page's way to the boards of the process behind it, and to their firmware, one channel a session. It knows no protocol of one. */

import {
  BOARD_CHANNEL,
  BOARDS_PATH,
  BOARDS_PROTOCOL,
  type BoardRequest,
  type BoardTopic,
  FIRMWARE_PATH,
} from '#common/host/board-call.ts';
import { HOST_BRIDGE } from '#common/host/host-call.ts';
import { lateChannel } from '#common/rpc/late-channel.ts';
import { portChannel } from '#common/rpc/port-channel.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import { socketChannel } from '#common/rpc/socket-channel.ts';
import { fetchToken, tokenOf } from './browser-host.ts';
import type { HostWindow } from './find-host.ts';

/** A fresh channel to a board, or to the installer. */
export type ConnectChannel = (topic: BoardTopic) => SessionChannel;

export interface BoardWindow extends HostWindow {
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void;
}

/** Undefined where nothing behind the page has ports. */
export function findBoardChannels(page: BoardWindow): ConnectChannel | undefined {
  if (page[HOST_BRIDGE]) return (topic) => channelOfApp(page, topic);
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
function channelOfApp(page: BoardWindow, topic: BoardTopic): SessionChannel {
  const { port1, port2 } = new MessageChannel();
  const request: BoardRequest = { kind: BOARD_CHANNEL, topic };
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
  const dial = (topic: BoardTopic): Promise<SessionChannel> => {
    const url = new URL(addressOf(topic), base.replace(/^http/, 'ws'));
    const socket = createSocket(url.href, [BOARDS_PROTOCOL, `${BOARDS_PROTOCOL}.${current}`]);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(socketChannel(socket)));
      socket.addEventListener('error', () => reject(new Error('The server refused the socket.')));
    });
  };
  const dialTwice = async (topic: BoardTopic): Promise<SessionChannel> => {
    try {
      return await dial(topic);
    } catch {
      current = (await fetchToken(base, fetch)) ?? current;
      return dial(topic);
    }
  };
  return (topic) => lateChannel(dialTwice(topic));
}

function addressOf(topic: BoardTopic): string {
  if (topic.with === 'firmware') return FIRMWARE_PATH;
  return `${BOARDS_PATH}?${new URLSearchParams({ port: topic.path }).toString()}`;
}
