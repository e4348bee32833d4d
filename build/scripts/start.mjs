/** `npm start`: the desktop app; where that cannot be, one line that says why, and the same app for the browser. */

import { spawn } from 'node:child_process';
import { refresh } from '../vite/refresh.mjs';
import { fromRoot } from '../vite/paths.mjs';
import { fetchElectron, findElectron, hasDisplay } from './find-electron.mjs';

/** An app that ends with an error within this time has not started, ms. */
const STARTED_AFTER = 15_000;

/** Resolves to undefined when the app ran and was closed, or to the reason why it did not start. */
function runElectron(binary) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // Chromium's sandbox refuses to work for root.
  const args = [...(isRoot ? ['--no-sandbox'] : []), fromRoot('.')];
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(binary, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => resolve(`Electron could not be started: ${error.message}`));
    child.on('close', (code) => {
      const failed = code !== 0 && performance.now() - start < STARTED_AFTER;
      resolve(failed ? `Electron ended with code ${code}` : undefined);
    });
  });
}

/** Resolves to undefined when the app ran, or to the reason why it could not. */
async function startDesktop() {
  if (!hasDisplay()) return 'there is no display';
  const binary = findElectron() ?? (await fetchElectron());
  return binary === undefined ? 'Electron’s program could not be fetched' : runElectron(binary);
}

async function serve() {
  const args = process.argv.slice(2);
  const { main } = await import('../../dist/node/cli.js');
  process.exitCode = await main(['serve', ...(hasDisplay() ? ['--open'] : []), ...args]);
}

try {
  await refresh(['node', 'renderer', 'electron']);
  const reason = await startDesktop();
  if (reason !== undefined) {
    console.log(
      `The desktop window cannot be opened here (${reason}); the same app is served for a browser instead.`,
    );
    await serve();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
