/** Collects the problems of one diagram; each is located by its path, and by line and column where a text is at hand. */

import type { Location, Problem } from '#common/errors/problem.ts';

/** Turns a path inside the data (`parts[2].attrs`) into a place a person can find. */
export type Locate = (path: string) => Location;

export interface ProblemList {
  readonly problems: readonly Problem[];
  error(path: string, code: string, message: string, fix?: string): void;
  warning(path: string, code: string, message: string, fix?: string): void;
}

export function createProblemList(locate: Locate): ProblemList {
  const problems: Problem[] = [];
  const add = (severity: Problem['severity']): ProblemList['error'] => {
    return (path, code, message, fix) => {
      problems.push({ severity, code, message, ...(fix !== undefined && { fix }), where: locate(path) });
    };
  };
  return { problems, error: add('error'), warning: add('warning') };
}
