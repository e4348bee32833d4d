/** `keeps-running`: the program does not come to its end by itself. */

import { sayTime } from '../words.ts';
import type { CheckKind } from './check-kind.ts';

export const KEEPS_RUNNING: CheckKind = {
  name: 'keeps-running',
  judges: 'ending',
  needsMessage: false,
  read: () => ({
    needs: [],
    judge({ result, until }) {
      if (result.end !== 'finished' && result.end !== 'raised')
        return { kind: 'passed', measured: sayTime(until) };
      return {
        kind: 'failed',
        measured: `it ended after ${sayTime(until)}`,
        wanted: 'it keeps running',
        pointer: { at: until },
        message: `Your program came to its end after ${sayTime(until)}. To go on and on it needs a loop: \`while True:\`.`,
      };
    },
  }),
};
