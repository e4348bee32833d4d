/**
 * Copies a UF2 file to a bootloader's drive by plain writes: no attributes, no renaming, nothing that such a drive does not know. The
 * board restarts at the last block and takes its drive with it; what fails from then on is no failure.
 */

import { join } from 'node:path';
import { firmwareError } from '#interpreter/device/firmware.ts';
import { errorCode, type FileSystem } from '../file-system.ts';

/** Small enough that progress is seen and Cancel is heard, bytes. */
const PORTION = 64 * 1024;
const NAME = 'firmware.uf2';

const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

export interface CopyOptions {
  readonly signal: AbortSignal;
  readonly onWritten: (bytes: number) => void;
}

export async function copyUf2(
  fs: Pick<FileSystem, 'open'>,
  folder: string,
  bytes: Uint8Array,
  { signal, onWritten }: CopyOptions,
): Promise<void> {
  let written = 0;
  try {
    const file = await fs.open(join(folder, NAME), 'w');
    try {
      while (written < bytes.length) {
        if (signal.aborted) throw firmwareError('cancelled');
        const portion = bytes.subarray(written, written + PORTION);
        await writeWhole(file, portion);
        written += portion.length;
        // Without it the bytes wait in this computer's memory, and neither progress nor failures are true.
        await file.datasync();
        onWritten(written);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = errorCode(error);
    // Everything had been handed over: the board took it and left.
    if (code !== undefined && written === bytes.length) return onWritten(written);
    throw code === undefined ? error : copyError(code, error);
  }
}

interface Writable {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
}

async function writeWhole(file: Writable, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}

function copyError(code: string, cause: unknown): Error {
  if (code === 'ENOENT') return firmwareError('no-target', undefined, cause);
  if (code === 'ENOSPC') return firmwareError('no-room', undefined, cause);
  if (FORBIDDEN.has(code)) return firmwareError('permission-denied', undefined, cause);
  return firmwareError('write-failed', undefined, cause);
}
