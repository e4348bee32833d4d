/**
 * How a page reaches boards through what it lives in: the names that both sides of each wall use. A session is with one board at its
 * port, or with the installer of boards' firmware. It carries nothing.
 */

/** What a session is with. */
export type BoardTopic =
  | {
      readonly with: 'board';
      /** Path of the board's port. */
      readonly path: string;
    }
  | { readonly with: 'firmware' };

/** Path of the local server's socket to a board: `/boards?port=<path of the port>`. */
export const BOARDS_PATH = '/boards';

/** The same for the installer of firmware. */
export const FIRMWARE_PATH = '/firmware';

/** A page cannot give a socket headers: it proves itself by offering this and its token (`pinlab-boards.<token>`) as protocol. */
export const BOARDS_PROTOCOL = 'pinlab-boards';

/** In the desktop app: the kind of the message with a port that the page gives its preload, and of what that gives main. */
export const BOARD_CHANNEL = 'boards/connect';

/** What goes with the transferred port. */
export interface BoardRequest {
  readonly kind: typeof BOARD_CHANNEL;
  readonly topic: BoardTopic;
}

export function isBoardRequest(value: unknown): value is BoardRequest {
  return isObject(value) && value['kind'] === BOARD_CHANNEL && isTopic(value['topic']);
}

function isTopic(value: unknown): value is BoardTopic {
  if (!isObject(value)) return false;
  return value['with'] === 'firmware' || (value['with'] === 'board' && typeof value['path'] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
