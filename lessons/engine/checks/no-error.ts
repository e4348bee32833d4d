/** `no-error`: the program did not stop with a Python error. */

import { explainTraceback } from '../traceback-help.ts';
import { sayTime } from '../words.ts';
import type { CheckKind } from './check-kind.ts';

export const NO_ERROR: CheckKind = {
  name: 'no-error',
  judges: 'ending',
  needsMessage: false,
  read: () => ({
    needs: [],
    judge({ result, until }) {
      const { traceback } = result;
      if (!traceback) return { kind: 'passed', measured: `no error in ${sayTime(until)}` };
      const { message, line } = explainTraceback(traceback);
      const pointer = { at: traceback.at, ...(line !== undefined && { line }) };
      return { kind: 'failed', measured: traceback.type, wanted: 'no error', pointer, message };
    },
  }),
};
