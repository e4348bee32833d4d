/**
 * Passes the ports of board sessions from the page on. The bridge cannot: ports go through no function that a preload exposes. It knows
 * no electron.
 */

import { type BoardRequest, isBoardRequest } from '#common/host/board-call.ts';

export function passBoardPorts(
  page: Pick<Window, 'addEventListener'>,
  pass: (request: BoardRequest, port: MessagePort) => void,
): void {
  page.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    // Messages of other frames and windows are none of ours.
    if (source === page && port && isBoardRequest(data)) pass(data, port);
  });
}
