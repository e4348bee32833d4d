/** A virtual board in a process of its own, at a real pseudo-terminal: what `pinlab board serve --pty` gives to other tools. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServedBoard {
  /** Of the port. */
  readonly path: string;
  close(): Promise<void>;
}

/** @param root the checkout, with dist/ up to date. */
export async function serveVirtualBoard(root: URL): Promise<ServedBoard> {
  const command = fileURLToPath(new URL('cli/pinlab.mjs', root));
  const child = spawn(process.execPath, [command, 'board', 'serve', '--pty'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const path = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', () => reject(new Error('The virtual board did not start.')));
  });
  return {
    path,
    async close() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
