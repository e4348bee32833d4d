/** A virtual board as `pinlab board serve` gives it, listed by the app that has the same data folder. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../cli/pinlab.mjs', import.meta.url));

export interface ServedBoard {
  /** Such as `/dev/pts/3`. */
  readonly port: string;
  /** Pulls the cable. */
  stop(): Promise<void>;
}

export async function serveBoard(dataFolder: string): Promise<ServedBoard> {
  const server = spawn(process.execPath, [COMMAND, 'board', 'serve', '--pty'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PINLAB_DATA: dataFolder },
  });
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => resolve(text.trim()));
    void closed.then(() => reject(new Error('pinlab board serve ended at once.')));
  });
  return {
    port,
    stop: async () => {
      server.kill('SIGTERM');
      await closed;
    },
  };
}
