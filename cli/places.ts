/** Where the parts of this Pinlab lie, seen from the built bundle dist/node. */

import { fileURLToPath } from 'node:url';

const bundle = new URL('./', import.meta.url);

export const PLACES = {
  worker: new URL('./worker.js', bundle),
  rendererDir: fileURLToPath(new URL('../renderer', bundle)),
  lessonsDir: fileURLToPath(new URL('../../lessons/curricula', bundle)),
};
