/** What was typed or given cannot be used: one located sentence each, and exit code 2. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { type Problem, formatProblem } from '#common/errors/problem.ts';

export class InputError extends PinlabError<'bad-input'> {
  constructor(problems: readonly Problem[]) {
    super('bad-input', problems.map(formatProblem).join('\n'), { problems });
  }
}

/** One problem, with `severity` filled in. */
export function inputError(problem: Omit<Problem, 'severity'>): InputError {
  return new InputError([{ severity: 'error', ...problem }]);
}
