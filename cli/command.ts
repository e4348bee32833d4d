/** A command of the terminal: its words for the help text, its options, and what it does. */

import type { OptionDeclaration, ParsedOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

export const EXIT = {
  /** The program finished or reached its time limit; what was asked for was done. */
  done: 0,
  /** The program raised an exception; a lesson did not pass. */
  failed: 1,
  /** Bad usage or input. */
  badInput: 2,
  /** Pinlab itself failed. */
  fault: 3,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export interface Command {
  readonly name: string;
  /** What follows the name, such as `FILE|DIR`. */
  readonly synopsis: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly options: readonly OptionDeclaration[];
  /** More paragraphs for the help text of the command alone. */
  readonly details?: string;
  /** Returns the exit code. Throws an InputError for bad input. */
  run(options: ParsedOptions, terminal: Terminal): Promise<number>;
}

/** Commands that share a first word: `pinlab board list`, `pinlab board run`. Their names carry that word. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly details?: string;
  readonly commands: readonly Command[];
}

/** The part of a grouped command's name that comes after the group's own. */
export function lastWord({ name }: Command): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
