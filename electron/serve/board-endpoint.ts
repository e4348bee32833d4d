/**
 * Boards over the local server: a WebSocket at `/boards?port=<path>` is a session with one board. A socket is believed as a host call is:
 * this server's name, its own page's origin and its token, which comes as an offered protocol, since a page cannot set headers here.
 */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';

import { BOARDS_PATH, BOARDS_PROTOCOL } from '#common/host/board-call.ts';
import { socketChannel } from '#common/rpc/socket-channel.ts';
import type { BoardService } from '#electron/main/services/boards/board-service.ts';
import { serveDevice } from '#interpreter/real/remote/serve-device.ts';

import { isOwnHost, isOwnSocket } from './request-guard.ts';

/** A save of many files is one message. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface BoardEndpoint {
  /** Ends every session; resolves when their ports are closed. */
  close(): Promise<void>;
}

/** @param ownPort of the server; known once it listens */
export function serveBoards(
  server: Server,
  boards: BoardService,
  token: string,
  ownPort: () => number,
): BoardEndpoint {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BYTES,
    // The one that carries the token is never said back.
    handleProtocols: () => BOARDS_PROTOCOL,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = boardPath(request);
    if (path === undefined || !isOwnHost(request.headers, ownPort())) return refuse(socket);
    if (!isOwnSocket(request.headers, ownPort(), BOARDS_PROTOCOL, token)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      serveDevice(socketChannel(webSocket), () => boards.createDevice(path));
    });
  });
  return {
    async close() {
      const ends = [...sockets.clients].map((client) => {
        const ended = new Promise((resolve) => client.once('close', resolve));
        client.terminate();
        return ended;
      });
      await Promise.all(ends);
      await boards.close();
    },
  };
}

/** Path of the port that is asked for; undefined where the request asks for something else. */
function boardPath(request: IncomingMessage): string | undefined {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    return pathname === BOARDS_PATH ? (searchParams.get('port') ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

function refuse(socket: Duplex): void {
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
