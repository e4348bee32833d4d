/**
 * Removing, renaming and making folders: one turn each. Sealed code runs only if it arrived whole, so a second try can do harm only
 * where the first was done and its answer got lost; then it is not repeated.
 */

import { pythonString } from './board-path.ts';
import { BoardException } from '../executor.ts';
import { throwFailure } from './look.ts';
import { Damage, type Session } from './session.ts';

/** A board that removes many files tells of each; erasing flash may take long. */
const PATIENT = { idleLimit: 30_000 };

export type ScriptArgument = string | readonly string[];

/** @param paths those that the numbers in a failure mean. */
export async function changeFiles(
  session: Session,
  script: string,
  name: string,
  args: readonly ScriptArgument[],
  paths: readonly string[],
): Promise<void> {
  const code = `${script}${name}(${args.map(argument).join(',')})`;
  throwFailure(await session.once(code, PATIENT), paths);
}

/** Whether it is certain that nothing was changed. */
export function didNotRun(error: unknown): boolean {
  if (error instanceof BoardException) return error.type === 'SyntaxError';
  return error instanceof Damage && !error.ran;
}

function argument(value: ScriptArgument): string {
  return typeof value === 'string' ? pythonString(value) : `[${value.map(pythonString).join(',')}]`;
}
