/** Counts what was typed after a command's name, and says what was expected. */

import { inputError } from '../input-error.ts';
import type { ParsedOptions } from '../options.ts';

export function noPositionals({ positionals }: ParsedOptions, usage: string): void {
  if (positionals.length > 0)
    throw badUsage(`This takes no names: ${positionals.join(' ')} is too much.`, `Write ${usage}.`);
}

export function onePositional({ positionals }: ParsedOptions, usage: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || more.length > 0) throw badUsage('This takes one name.', `Write ${usage}.`);
  return only;
}

export function somePositionals({ positionals }: ParsedOptions, usage: string): readonly string[] {
  if (positionals.length === 0) throw badUsage('Nothing is named.', `Write ${usage}.`);
  return positionals;
}

export function badUsage(message: string, fix: string): Error {
  return inputError({ code: 'bad-usage', message, fix });
}
