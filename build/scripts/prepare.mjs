/** Runs after `npm ci`: builds dist/ where the development dependencies are there, and does nothing where they are not. */

import { existsSync } from 'node:fs';
import { fromRoot } from '../vite/paths.mjs';

if (existsSync(fromRoot('node_modules/vite')) && existsSync(fromRoot('node_modules/svelte'))) {
  process.argv.push('--quiet');
  await import('./build.mjs');
}
