/**
 * Boards over the local server: a WebSocket at `/boards?port=<path>` is a session with one board, one at `/firmware` with the installer.
 * A socket is believed as a host call is: this server's name, its own page's origin and its token, which comes as an offered protocol,
 * since a page cannot set headers here.
 */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';

import { BOARDS_PATH, BOARDS_PROTOCOL, type BoardTopic, FIRMWARE_PATH } from '#common/host/board-call.ts';
import { socketChannel } from '#common/rpc/socket-channel.ts';
import type { BoardService } from '#electron/main/services/boards/board-service.ts';
import { serveBoardSession } from '#electron/main/services/boards/serve-board-session.ts';

import { isOwnHost, isOwnSocket } from './request-guard.ts';

/** A save of many files is one message, and so is a firmware file. */
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
    const topic = topicOf(request);
    if (!topic || !isOwnHost(request.headers, ownPort())) return refuse(socket);
    if (!isOwnSocket(request.headers, ownPort(), BOARDS_PROTOCOL, token)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      serveBoardSession(socketChannel(webSocket), topic, boards);
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

/** Undefined where the request asks for something else. */
function topicOf(request: IncomingMessage): BoardTopic | undefined {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === FIRMWARE_PATH) return { with: 'firmware' };
    const path = searchParams.get('port');
    return pathname === BOARDS_PATH && path !== null ? { with: 'board', path } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(socket: Duplex): void {
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
