/** Builds targets into a fresh folder and swaps it in whole: a reader sees the old build or the new one, never half of one. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { electronConfigs } from './electron.config.mjs';
import { STAMP, fingerprintSources } from './fingerprint.mjs';
import { nodeConfigs } from './node.config.mjs';
import { fromRoot } from './paths.mjs';
import { rendererConfig } from './renderer.config.mjs';

/** Target name to the Vite configurations that fill its folder. */
const CONFIGS = {
  node: (outDir) => nodeConfigs(outDir),
  renderer: (outDir) => (existsSync(fromRoot('renderer/index.html')) ? [rendererConfig(outDir)] : []),
  electron: (outDir) => electronConfigs(outDir),
};

export const TARGETS = Object.keys(CONFIGS);

/** The MicroPython module names Node's own modules behind a check; that the browser build leaves them out is as it should be. */
const EXPECTED_WARNING = /has been externalized for browser compatibility/;

/** A Vite logger that writes warnings and errors to stderr only: stdout belongs to the program that is run. */
function stderrLogger() {
  const warned = new Set();
  const write = (message) => process.stderr.write(`${message}\n`);
  const warn = (message) => {
    if (!EXPECTED_WARNING.test(message)) write(message);
  };
  return {
    hasWarned: false,
    info() {},
    warn,
    warnOnce(message) {
      if (!warned.has(message)) warn(message);
      warned.add(message);
    },
    error: write,
    clearScreen() {},
    hasErrorLogged: () => false,
  };
}

function swapIn(fresh, target) {
  const place = fromRoot(`dist/${target}`);
  const old = fromRoot(`dist/.old-${target}-${process.pid}`);
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** What builds that were cut off have left behind. Only under the lock: no other build is at work then. */
function removeRemains(target) {
  for (const name of readdirSync(fromRoot('dist'))) {
    const isRemains = name.startsWith(`.new-${target}-`) || name.startsWith(`.old-${target}-`);
    if (isRemains) rmSync(fromRoot(`dist/${name}`), { recursive: true, force: true });
  }
}

/** Builds one target, under the lock (lock.mjs). Throws what Vite throws; the folder that was there stays then. */
export async function buildTarget(target) {
  const fingerprint = fingerprintSources();
  const fresh = fromRoot(`dist/.new-${target}-${process.pid}`);
  removeRemains(target);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const config of CONFIGS[target](fresh))
      await build({ ...config, logLevel: 'warn', customLogger: stderrLogger() });
    writeFileSync(join(fresh, STAMP), fingerprint);
    swapIn(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
