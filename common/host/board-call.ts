/** How a page reaches a board's port through what it lives in: the names that both sides of each wall use. It carries nothing. */

/** Path of the local server's socket: `/boards?port=<path of the port>`. */
export const BOARDS_PATH = '/boards';

/** A page cannot give a socket headers: it proves itself by offering this and its token (`pinlab-boards.<token>`) as protocol. */
export const BOARDS_PROTOCOL = 'pinlab-boards';

/** In the desktop app: the kind of the message with a port that the page gives its preload, and of what that gives main. */
export const BOARD_CHANNEL = 'boards/connect';

/** What goes with the transferred port. */
export interface BoardRequest {
  readonly kind: typeof BOARD_CHANNEL;
  /** Path of the board's port. */
  readonly path: string;
}

export function isBoardRequest(value: unknown): value is BoardRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === BOARD_CHANNEL &&
    'path' in value &&
    typeof value.path === 'string'
  );
}
