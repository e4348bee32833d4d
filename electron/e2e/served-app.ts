/** The app as `pinlab serve` gives it, on a port and a data folder of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../cli/pinlab.mjs', import.meta.url));

export interface ServedApp {
  /** Such as `http://127.0.0.1:40123/`. */
  readonly url: string;
  /** Ends the server as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends it without warning, as a crash or a power cut does. */
  kill(): Promise<void>;
}

export async function serveApp(dataFolder: string): Promise<ServedApp> {
  const server = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await closed;
  };
  return { url: await addressOf(server), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address) resolve(address);
    });
    server.once('close', (code) => reject(new Error(`pinlab serve ended with code ${code}: ${said}`)));
  });
}
