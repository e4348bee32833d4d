/** Playwright's global set-up: the journeys look at the built app, so it must be as new as the sources. */

import { refresh } from './refresh.mjs';

export default async function setUp() {
  await refresh(['node', 'renderer', 'electron']);
}
