/** Journeys with a virtual board as `pinlab board serve` gives it, listed by the app that has the same data folder. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from './fixtures.ts';

const COMMAND = fileURLToPath(new URL('../../cli/pinlab.mjs', import.meta.url));

interface ServedBoard {
  /** Such as `/dev/pts/3`. */
  readonly port: string;
  /** Pulls the cable. */
  stop(): Promise<void>;
}

async function serveBoard(dataFolder: string): Promise<ServedBoard> {
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

export const test = base.extend<{ board: ServedBoard; chooseBoard: () => Promise<void> }>({
  board: async ({ dataFolder }, use, testInfo) => {
    testInfo.skip(process.platform === 'win32', 'Virtual boards need pseudo-terminals.');
    const board = await serveBoard(dataFolder);
    await use(board);
    await board.stop();
  },
  chooseBoard: ({ page, board }, use) =>
    use(async () => {
      await page.getByRole('button', { name: /^Device:/ }).click();
      await page.getByRole('menuitemradio').filter({ hasText: board.port }).click();
      await expect(page.getByRole('button', { name: /^Device:.*, Connected$/ })).toBeVisible();
    }),
});
