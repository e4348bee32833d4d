/** Every kind of check there is. A new kind is one file and one line here. */

import { BECOMES } from './becomes.ts';
import { BLINKS } from './blinks.ts';
import type { CheckKind } from './check-kind.ts';
import { HOLDS } from './holds.ts';
import { KEEPS_RUNNING } from './keeps-running.ts';
import { NO_ERROR } from './no-error.ts';
import { OUTPUT } from './output.ts';
import { REACTS } from './reacts.ts';
import { SOURCE } from './source.ts';

export const CHECK_KINDS: readonly CheckKind[] = [
  REACTS,
  BECOMES,
  HOLDS,
  BLINKS,
  OUTPUT,
  NO_ERROR,
  KEEPS_RUNNING,
  SOURCE,
];
