/** Where things lie in the checkout, for every build configuration and script. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of something named relative to the checkout. */
export function fromRoot(path) {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Folders and files that end up in a bundle; a change in any of them makes dist/ stale. */
export const SOURCES = [
  'assets',
  'build/vite',
  'cli',
  'common',
  'electron',
  'interpreter',
  'lessons',
  'package.json',
  'renderer',
];

/** Keeps the entries of `{ name: path }` whose file exists. */
export function existingEntries(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}
