/** Files of a board over an Executor without a line in between, and how tests look at them. */

import { Emitter } from '#common/lifecycle/emitter.ts';
import { DeviceError } from '../../../device/device-error.ts';
import type { BoardFeature } from '../../../device/link.ts';
import type { Storage } from '../../../device/storage.ts';
import { createBoardStorage } from '../board-storage.ts';
import { PythonBoard } from './python-board.ts';

const FEATURES: readonly BoardFeature[] = ['raw-paste', 'deflate', 'binascii', 'hashlib'];

export class StorageRig {
  readonly board: PythonBoard;
  readonly cancel = new Emitter<void>();
  readonly storage: Storage;

  private constructor(board: PythonBoard) {
    this.board = board;
    this.storage = createBoardStorage({
      withExecutor: (work) => work(board),
      withQuietExecutor: (work) => work(board),
      onCancel: this.cancel.event,
    });
  }

  static async start(): Promise<StorageRig> {
    return new StorageRig(await PythonBoard.start());
  }

  /** An empty board. @param missing what its firmware lacks. */
  reset(missing: readonly BoardFeature[] = []): void {
    const { board } = this;
    board.restart();
    board.format();
    board.features = new Set(FEATURES.filter((feature) => !missing.includes(feature)));
    board.codes.length = 0;
    board.onTurn = () => undefined;
  }

  /** Paths of everything on the board, temporary files too. */
  everything(folder = '/'): string[] {
    return this.board.names(folder).flatMap((name) => {
      const path = `${folder}${name}`;
      return this.board.read(path) ? [path] : [path, ...this.everything(`${path}/`)];
    });
  }
}

/** The DeviceError with which an operation fails. */
export async function failure(work: Promise<unknown>): Promise<DeviceError> {
  const error = await work.then(
    () => new Error('It succeeded.'),
    (reason: unknown) => reason,
  );
  if (error instanceof DeviceError) return error;
  throw error;
}

/** Much faster than comparing byte for byte in an assertion. */
export function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, at) => byte === other[at]);
}
