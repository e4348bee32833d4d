/** Rebuilds what is missing or older than the sources. Cheap when nothing is: Vite is loaded only for a build. */

import { existsSync } from 'node:fs';
import { builtFingerprint, fingerprintSources } from './fingerprint.mjs';
import { buildWithLock } from './lock.mjs';
import { fromRoot } from './paths.mjs';

function staleOf(targets) {
  const wanted = fingerprintSources();
  return targets.filter((target) => builtFingerprint(fromRoot(`dist/${target}`)) !== wanted);
}

/** Brings dist/ up to date for `targets`. Messages go to stderr. Without development dependencies an old build is used as it is. */
export async function refresh(targets) {
  const stale = staleOf(targets);
  if (stale.length === 0) return;
  if (!existsSync(fromRoot('node_modules/vite'))) {
    const missing = stale.filter((target) => !existsSync(fromRoot(`dist/${target}`)));
    if (missing.length === 0) return;
    throw new Error(
      'Pinlab is not built here and the build tools are missing. Run `npm ci` in the checkout, then try again.',
    );
  }
  await buildWithLock(async () => {
    for (const target of staleOf(targets)) {
      process.stderr.write(`pinlab: building ${target} (the sources have changed) …\n`);
      const { buildTarget } = await import('./build.mjs');
      await buildTarget(target);
    }
  });
}
