/** Writes a file piece by piece, in large portions. A file that cannot be opened is bad input. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { inputError } from '../input-error.ts';

const PORTION = 1 << 16;

export interface TextFile extends Disposable {
  write(text: string): void;
}

/** `path` is relative to `folder`. Replaces the file; disposing writes the rest. */
export function openTextFile(path: string, folder: string): TextFile {
  const file = open(path, folder);
  let waiting = '';
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    waiting = '';
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length >= PORTION) flush();
    },
    dispose() {
      flush();
      closeSync(file);
    },
  };
}

function open(path: string, folder: string): number {
  try {
    return openSync(resolve(folder, path), 'w');
  } catch {
    const fix = 'Check that the folder exists and that you may write there.';
    throw inputError({
      code: 'bad-file',
      message: 'This file cannot be written.',
      fix,
      where: { file: path },
    });
  }
}
