/** Where the parts of this Pinlab lie: beside the built bundle, or in dist/ of the checkout where a source file runs in a test. */

import { fileURLToPath } from 'node:url';

const bundle = import.meta.url.endsWith('.ts')
  ? new URL('../dist/node/', import.meta.url)
  : new URL('./', import.meta.url);

export const PLACES = {
  worker: new URL('worker.cjs', bundle),
  wasm: fileURLToPath(new URL('micropython.wasm', bundle)),
  rendererDir: fileURLToPath(new URL('../renderer', bundle)),
  lessonsDir: fileURLToPath(new URL('../../lessons/curricula', bundle)),
};
