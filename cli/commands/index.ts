/** All commands, in the order of the help text. A new command is one file here and one line below. */

import type { Command, CommandGroup } from '../command.ts';
import { board } from './board.ts';
import { convert } from './convert.ts';
import { lesson } from './lesson.ts';
import { boards, parts, worlds } from './listing.ts';
import { run } from './run.ts';
import { serve } from './serve.ts';

export const COMMANDS: readonly (Command | CommandGroup)[] = [
  run,
  convert,
  board,
  lesson,
  boards,
  parts,
  worlds,
  serve,
];
