/** Python -> blocks, with every reason why there are none as a located sentence. */

import type { Problem } from '#common/errors/problem.ts';
import type { ProgramView } from '#renderer/blocks/program/block.ts';
import { readProgram } from '#renderer/blocks/program/read-program.ts';

export type Reading =
  { readonly ok: true; readonly view: ProgramView } | { readonly ok: false; readonly problem: Problem };

/** However long the program is: the limit of the app is one of drawing. */
export function readBlocks(text: string, file: string): Reading {
  const reading = readProgram(text, { mostLines: Infinity });
  if (reading.ok) return reading;
  const { kind, line, message } = reading.reason;
  return { ok: false, problem: { severity: 'error', code: kind, message, where: { file, line } } };
}
