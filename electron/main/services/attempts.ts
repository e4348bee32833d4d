/**
 * Attempts on the disk: JSON lines that are only ever appended. A line that was torn by a crash is passed over, and the
 * next record starts on a line of its own.
 */

import { dirname } from 'node:path';

import * as v from 'valibot';

import type { Attempt, Host } from '#common/host/host.ts';
import { attemptSchema } from '#common/host/host-table.ts';

import { type FileSystem, readTextIfPresent } from './file-system.ts';
import { createQueue } from './queue.ts';
import { orStorageError } from './storage-error.ts';

export type AttemptLog = Pick<Host, 'appendAttempt' | 'listAttempts'>;

export interface AttemptLogOptions {
  readonly fs: FileSystem;
  /** The file; made together with its folder where it is missing. */
  readonly path: string;
  readonly warn: (message: string) => void;
}

const NEWLINE = 10;

export function createAttemptLog({ fs, path, warn }: AttemptLogOptions): AttemptLog {
  const queue = createQueue();
  return {
    appendAttempt: (attempt) =>
      queue(() =>
        orStorageError('keep the result of the check', path, async () => {
          await fs.mkdir(dirname(path), { recursive: true });
          await appendLine(fs, path, JSON.stringify(attempt));
        }),
      ),

    listAttempts: (lesson) =>
      queue(async () => {
        const text = await orStorageError('read the results of checks', path, () =>
          readTextIfPresent(fs, path),
        );
        const { attempts, broken } = parseLines(text ?? '');
        if (broken > 0) warn(`${path}: ${broken} line(s) are no results of checks and were passed over.`);
        return attempts.filter((attempt) => attempt.lesson === lesson);
      }),
  };
}

async function appendLine(fs: FileSystem, path: string, line: string): Promise<void> {
  const file = await fs.open(path, 'a+');
  try {
    const { size } = await file.stat();
    const last = size > 0 ? (await file.read(new Uint8Array(1), 0, 1, size - 1)).buffer[0] : NEWLINE;
    await file.appendFile(`${last === NEWLINE ? '' : '\n'}${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

function parseLines(text: string): { readonly attempts: readonly Attempt[]; readonly broken: number } {
  const attempts = new Map<string, Attempt>();
  let broken = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const attempt = parseLine(line);
    if (!attempt) broken++;
    else if (!attempts.has(attempt.id)) attempts.set(attempt.id, attempt);
  }
  return { attempts: [...attempts.values()], broken };
}

function parseLine(line: string): Attempt | undefined {
  try {
    const result = v.safeParse(attemptSchema, JSON.parse(line));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
