/** The one error class that crosses walls: a closed code, a message for a person and the problems behind it. */

import type { Problem } from './problem.ts';

export interface PinlabErrorOptions {
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

export class PinlabError<Code extends string = string> extends Error {
  override readonly name: string = 'PinlabError';
  readonly code: Code;
  readonly problems: readonly Problem[];

  constructor(code: Code, message: string, options: PinlabErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.problems = options.problems ?? [];
  }
}
