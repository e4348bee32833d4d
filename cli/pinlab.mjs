#!/usr/bin/env node
/** The `pinlab` command: brings dist/ up to date in a checkout, then hands over to the built terminal program. Plain JavaScript. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const isCheckout = existsSync(fileURLToPath(new URL('build/vite/refresh.mjs', root)));

try {
  if (isCheckout) {
    const { refresh } = await import('../build/vite/refresh.mjs');
    await refresh(process.argv[2] === 'serve' ? ['node', 'renderer'] : ['node']);
  }
  const { main } = await import(new URL('dist/node/cli.js', root).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`pinlab: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
