/** `pinlab serve`: the app for a browser on this computer. */

import { homedir } from 'node:os';
import { dataFolder } from '#electron/main/services/data-folder.ts';
import { startServer } from '#electron/serve/serve.ts';
import { type Command, EXIT } from '../command.ts';
import { inputError } from '../input-error.ts';
import type { ParsedOptions } from '../options.ts';
import { PLACES } from '../places.ts';
import type { Terminal } from '../terminal.ts';

export const serve: Command = {
  name: 'serve',
  synopsis: '',
  summary: 'Serve the app to a browser on this computer, until Ctrl-C.',
  options: [
    {
      name: 'port',
      value: 'N',
      help: 'Port on 127.0.0.1. Default: the first free one from 7465 on. 0: any.',
    },
    {
      name: 'data',
      value: 'DIR',
      help: 'Folder for projects and results. Default: the account’s own (or PINLAB_DATA).',
    },
    { name: 'open', help: 'Open the browser.' },
  ],
  run: serveCommand,
};

async function serveCommand(options: ParsedOptions, terminal: Terminal): Promise<number> {
  const { platform, env } = process;
  const server = await startServer({
    port: readPort(options.text('port')),
    dataDir: options.text('data') ?? dataFolder({ platform, env, home: homedir() }),
    rendererDir: PLACES.rendererDir,
    lessonsDir: PLACES.lessonsDir,
  });
  terminal.out(`Pinlab is at ${server.url}\n`);
  terminal.err('Ctrl-C ends it.\n');
  if (options.has('open')) await openBrowser(server.url, terminal);
  await interrupted(terminal);
  await server.close();
  return EXIT.done;
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  const fix = 'Write a number from 0 to 65535.';
  throw inputError({
    code: 'bad-option',
    message: 'This is no port.',
    fix,
    where: { file: `--port ${text}` },
  });
}

/** A browser that does not open is no failure: the address is on the screen. */
async function openBrowser(url: string, terminal: Terminal): Promise<void> {
  const { default: open } = await import('open');
  try {
    const child = await open(url);
    child.on('error', () => terminal.err('No browser could be opened. Open the address yourself.\n'));
  } catch {
    terminal.err('No browser could be opened. Open the address yourself.\n');
  }
}

function interrupted(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    terminal.onInterrupt(resolve);
    process.once('SIGTERM', () => resolve());
  });
}
