/** Reads the block that makes a step one for a real board. */

import { MINUTE, SECOND } from '#common/time/duration.ts';
import type { Fields } from './fields.ts';
import type { OnBoard } from './lesson.ts';

const LONGEST = 10 * MINUTE;

export function readOnBoard(fields: Fields): OnBoard | undefined {
  const watch = fields.requiredDuration('watch');
  fields.finish();
  if (watch === undefined) return undefined;
  if (watch >= SECOND && watch <= LONGEST) return { watch };
  fields.problem(
    'bad-watch',
    'A program on a real board is watched for 1 s to 10 min.',
    'Real time cannot be sped up: write `watch: 20 s`.',
    'watch',
  );
  return undefined;
}
