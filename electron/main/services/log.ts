/** A log file that starts anew when it has grown large; one older file is kept. Logging never disturbs the app. */

import { dirname } from 'node:path';

import type { FileSystem } from './file-system.ts';
import { createQueue } from './queue.ts';

type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string) => Promise<void>;

export interface LogOptions {
  readonly fs: FileSystem;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly maxBytes?: number;
}

const MAX_MESSAGE = 10_000;

export function createLog({ fs, path, now, maxBytes = 1_000_000 }: LogOptions): Log {
  const queue = createQueue();

  async function append(line: string): Promise<void> {
    await fs.mkdir(dirname(path), { recursive: true });
    const size = await fs.stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size >= maxBytes) await fs.rename(path, `${path}.1`);
    const file = await fs.open(path, 'a');
    try {
      await file.appendFile(line);
    } finally {
      await file.close();
    }
  }

  return (level, message) => {
    const line = `${new Date(now()).toISOString()} ${level} ${oneLine(message)}\n`;
    return queue(() => append(line)).catch(() => undefined);
  };
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f\u2028\u2029]/g;

/** A message cannot forge a second line. */
function oneLine(message: string): string {
  return message
    .slice(0, MAX_MESSAGE)
    .replace(CONTROL_CHARACTERS, (character) =>
      character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
