/** The part of Node's file system that the services use, passed in so that a test can cut it off at any step. */

import type fs from 'node:fs/promises';

export type FileSystem = Pick<
  typeof fs,
  'open' | 'readFile' | 'readdir' | 'mkdir' | 'rename' | 'rm' | 'stat'
>;

/** Reads a text file; undefined where there is none. */
export async function readTextIfPresent(fs: FileSystem, path: string): Promise<string | undefined> {
  try {
    return await fs.readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Node's code of a failed call, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
