/** Boards for the window: each port that the app's own page hands over becomes a session. */

import type { App, IpcMain, MessagePortMain } from 'electron';

import { BOARD_CHANNEL, isBoardRequest } from '#common/host/board-call.ts';
import { portChannel } from '#common/rpc/port-channel.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';

import { isOwnPage } from './ipc.ts';
import type { BoardService } from './services/boards/board-service.ts';
import { serveBoardSession } from './services/boards/serve-board-session.ts';

export function answerBoardCalls(ipcMain: Pick<IpcMain, 'on'>, boards: BoardService): void {
  ipcMain.on(BOARD_CHANNEL, (event, request: unknown) => {
    const [port] = event.ports;
    if (!port) return;
    if (!isOwnPage(event) || !isBoardRequest(request)) return port.close();
    serveBoardSession(mainChannel(port), request.topic, boards);
  });
}

/** A port is closed step by step, or the board restarts: the app waits for that, but not for ever. */
export function closeBoardsBeforeQuit(app: Pick<App, 'on' | 'quit'>, boards: BoardService): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const giveUp = new Promise((resolve) => setTimeout(resolve, LONGEST_CLOSING));
    void Promise.race([boards.close(), giveUp]).finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/** Milliseconds. */
const LONGEST_CLOSING = 2000;

function mainChannel(port: MessagePortMain): SessionChannel {
  return portChannel({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  });
}
