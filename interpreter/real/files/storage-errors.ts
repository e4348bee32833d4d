/** What went wrong with a board's files, in words: from the exceptions of our code there to DeviceErrors that name the file. */

import { type DeviceError, type DeviceErrorCode, deviceError } from '../../device/device-error.ts';
import { BoardException } from '../executor.ts';
import { readRepr } from './board-path.ts';

/** A line `! <exception> <errno> <free bytes> <which>`. What a file system needs for itself does not count as free. */
export interface Failure {
  readonly exception: string;
  readonly errno: number | undefined;
  /** Undefined where the board could not tell. */
  readonly bytesFree: number | undefined;
  readonly which: string;
}

export function readFailure(line: string): Failure | undefined {
  const [, exception = '', errno, free, which = ''] = /^! (\w+) (\S+) (-?\d+) (.*)$/.exec(line) ?? [];
  if (exception === '') return undefined;
  const bytesFree = Number(free);
  return {
    exception,
    errno: /^\d+$/.test(errno ?? '') ? Number(errno) : undefined,
    bytesFree: bytesFree < 0 ? undefined : bytesFree,
    which,
  };
}

/** The path that a failure names itself; `otherwise` where it names none. */
export function pathOf({ which }: Failure, otherwise: string): string {
  return readRepr(which) ?? otherwise;
}

interface Meaning {
  readonly code: DeviceErrorCode;
  readonly words: (path: string) => string;
}

const READ_ONLY: Meaning = {
  code: 'storage-read-only',
  words: (path) => `${path} cannot be changed: the board allows no writing there.`,
};
const DAMAGED: Meaning = {
  code: 'storage-failed',
  words: (path) =>
    `The board cannot read or write ${path}: its flash reports an error. Save your files on the computer, then install MicroPython anew.`,
};

/** What the numbers mean on a board (MicroPython, py/mperrno.h). */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: READ_ONLY,
  2: {
    code: 'file-not-found',
    words: (path) => `There is no ${path} on the board. Refresh the list.`,
  },
  5: DAMAGED,
  13: READ_ONLY,
  16: {
    code: 'storage-failed',
    words: (path) => `${path} is in use on the board. Stop the program and unmount it first.`,
  },
  17: {
    code: 'exists',
    words: (path) => `There is a ${path} on the board already. Choose another name.`,
  },
  19: {
    code: 'storage-failed',
    words: (path) =>
      `There is no file system at ${path} on this board. Look at the list of files for where they live.`,
  },
  20: {
    code: 'exists',
    words: (path) => `A folder in ${path} is a file on the board. Choose another name.`,
  },
  21: {
    code: 'exists',
    words: (path) => `${path} is a folder on the board, not a file. Choose another name.`,
  },
  22: {
    code: 'storage-failed',
    words: (path) => `The board does not accept the name ${path}. Choose a plainer one.`,
  },
  28: {
    code: 'storage-full',
    words: (path) =>
      `There is not enough room on the board for ${path}. Delete files there, then save again.`,
  },
  30: READ_ONLY,
};

/** @param needed bytes that would have to be free, where that is what failed. */
export function storageError(failure: Failure, path: string, needed?: number): DeviceError {
  const { exception, errno, bytesFree } = failure;
  if (exception === 'MemoryError') {
    return deviceError(
      'storage-failed',
      `The board ran out of memory at ${path}. Press its RESET button and try again.`,
    );
  }
  if (errno === 28 && bytesFree !== undefined && needed !== undefined && bytesFree < needed)
    return storageFull(path, needed, bytesFree);
  const meaning = errno === undefined ? undefined : MEANINGS[errno];
  if (meaning) return deviceError(meaning.code, meaning.words(path));
  return deviceError(
    'storage-failed',
    `The board could not do this with ${path} (${exception}${errno === undefined ? '' : ` ${errno}`}). Try again.`,
  );
}

export function storageFull(path: string, needed: number, bytesFree: number): DeviceError {
  return deviceError(
    'storage-full',
    `There is not enough room on the board for ${path}: it needs ${needed} bytes, ${bytesFree} are free. Delete files there, then save again.`,
  );
}

/** An exception of our own code that is not about files: the code did not arrive as it was sent, or somebody pressed Ctrl-C. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof BoardException && error.type !== 'KeyboardInterrupt' && error.type !== 'MemoryError'
  );
}

/** What a person is told of whatever an operation threw. */
export function asDeviceError(error: unknown, path: string): unknown {
  if (!(error instanceof BoardException)) return error;
  if (error.type === 'KeyboardInterrupt') return deviceError('cancelled');
  return storageError({ exception: error.type, errno: error.errno, bytesFree: undefined, which: '' }, path);
}
