/** Tells whether a built folder still matches the sources, in a few milliseconds and without reading a file. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES, fromRoot } from './paths.mjs';

const STAMP = '.fingerprint';
const NOT_BUNDLED = /(\.test\.ts|\.test\.py|\.spec\.ts|\.md)$/;
const JOURNEYS = 'electron/e2e';

function addFile(hash, path, name) {
  const { mtimeMs, size } = statSync(path);
  hash.update(`${name}\0${mtimeMs}\0${size}\n`);
}

function addFolder(hash, path, name) {
  const entries = readdirSync(path, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = `${name}/${entry.name}`;
    if (inner === JOURNEYS) continue;
    if (entry.isDirectory()) addFolder(hash, join(path, entry.name), inner);
    else if (!NOT_BUNDLED.test(entry.name) || inner.startsWith('lessons/curricula')) {
      addFile(hash, join(path, entry.name), inner);
    }
  }
}

/** A digest of names, sizes and times of everything that is bundled. Absent folders count as empty. */
export function fingerprintSources() {
  const hash = createHash('sha1');
  for (const source of SOURCES) {
    const path = fromRoot(source);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) addFolder(hash, path, source);
    else if (stat) addFile(hash, path, source);
  }
  return hash.digest('hex');
}

/** The fingerprint that `folder` was built from, or undefined where it was never built whole. */
export function builtFingerprint(folder) {
  try {
    return readFileSync(join(folder, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

export { STAMP };
