/** How the parser stops: the first problem travels as a Failure from where it is found to the entry, which returns it. */

import type { SyntaxProblem } from './nodes.ts';

/** A problem without its line, which only the entry counts. */
export type Trouble = Omit<SyntaxProblem, 'line'>;

/** Never leaves the parser. */
export class Failure extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

const LONGEST_EXCERPT = 40;

/** What stands there, short enough for a sentence: one line at most. */
export function excerpt(text: string, from: number, to: number): string {
  const line = text.slice(from, Math.min(to, from + LONGEST_EXCERPT + 1)).split(/[\r\n]/, 1)[0] ?? '';
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
}

/** 1-based; LF, CR and CR LF end a line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
