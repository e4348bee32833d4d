/** `npm run build [-- TARGET… --quiet]`: builds the page, the Node bundle and the desktop app's processes into dist/. */

import { buildWithLock } from '../vite/lock.mjs';
import { TARGETS, buildTarget } from '../vite/build.mjs';

const args = process.argv.slice(2);
const quiet = args.includes('--quiet');
const wanted = args.filter((arg) => arg !== '--quiet');
const unknown = wanted.filter((target) => !TARGETS.includes(target));
if (unknown.length > 0) {
  console.error(`Unknown target ${unknown.join(', ')}. Say one of: ${TARGETS.join(', ')}.`);
  process.exit(2);
}

async function buildAll() {
  for (const target of wanted.length > 0 ? wanted : TARGETS) {
    const start = performance.now();
    await buildTarget(target);
    if (!quiet) console.error(`built dist/${target} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

try {
  await buildWithLock(buildAll);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
