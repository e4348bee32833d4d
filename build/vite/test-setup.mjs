/** Vitest's global set-up: tests that run true Python start the built worker, so it must be as new as the sources. */

import { refresh } from './refresh.mjs';

export default async function setUp() {
  await refresh(['node']);
}
