/** Turns the file system's error codes into sentences that say what happened and what to do. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { HostErrorCode } from '#common/host/host.ts';

import { errorCode } from './file-system.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * @param doing completes `Pinlab could not …`, such as `save the project “Lamp”`
 * @param place the file or folder concerned
 */
export function storageError(error: unknown, doing: string, place: string): PinlabError<HostErrorCode> {
  if (error instanceof PinlabError) return error as PinlabError<HostErrorCode>;
  const code = errorCode(error) ?? '';
  if (FULL.has(code)) {
    const message = `The disk is full, so Pinlab could not ${doing}. Free some space and try again; what was stored before is still there.`;
    return new PinlabError('storage-full', message, { cause: error });
  }
  if (FORBIDDEN.has(code)) {
    const message = `Pinlab could not ${doing}, because it is not allowed to use ${place}. Give your account the right to read and write there.`;
    return new PinlabError('storage-failed', message, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new PinlabError('storage-failed', `Pinlab could not ${doing} in ${place}: ${reason}.`, {
    cause: error,
  });
}

/** Runs `task`; what it throws leaves as a PinlabError. */
export async function orStorageError<T>(doing: string, place: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw storageError(error, doing, place);
  }
}
