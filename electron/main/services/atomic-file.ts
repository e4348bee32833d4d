/**
 * Replaces a file whole: after a crash at any step the old or the new content is there. The text goes to a neighbor,
 * is forced to the disk and renamed over the old file. FileHandle.writeFile is used because it writes until nothing is
 * left: on a nearly full disk a single write stops short without an error, and half a project would replace a whole one
 * (seen with write-file-atomic 7.0.1, which is why that package is not used).
 */

import { dirname } from 'node:path';

import { errorCode, type FileSystem } from './file-system.ts';

/** Virus scanners on Windows hold fresh files open for a moment. */
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RENAME_PAUSES_MS = [5, 20, 80];

export const TEMPORARY_SUFFIX = '.tmp';

/** Two calls for one path in this process must not overlap; other processes use a neighbor of their own. */
export async function writeFileAtomic(fs: FileSystem, path: string, text: string): Promise<void> {
  const neighbor = `${path}.${process.pid}${TEMPORARY_SUFFIX}`;
  try {
    const file = await fs.open(neighbor, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(fs, neighbor, path);
  } catch (error) {
    await fs.rm(neighbor, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, dirname(path));
}

async function renameOver(fs: FileSystem, from: string, to: string): Promise<void> {
  for (const pause of RENAME_PAUSES_MS) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!BUSY.has(errorCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await fs.rename(from, to);
}

/** Makes the new name outlive a power cut. Windows cannot open folders and needs no such call. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The content is safe already; only the moment at which its name is forced to the disk is not known.
  }
}
