/** All measurements by name, in the order of the table. */

import { measureBlocks } from './blocks.ts';
import { measureBoard } from './board.ts';
import { measureInterpreter } from './interpreter.ts';
import type { Figure } from './measure.ts';
import { measurePage } from './page.ts';
import { measureReading } from './reading.ts';
import { measureTerminal } from './terminal.ts';
import { measureTyping } from './typing.ts';

/** Each gets the address of the checkout. */
export const MEASUREMENTS: Readonly<Record<string, (root: URL) => Promise<Figure[]>>> = {
  interpreter: measureInterpreter,
  page: measurePage,
  blocks: async (root) => [
    ...measureReading(root),
    ...(await measureTyping(root)),
    ...(await measureBlocks(root)),
  ],
  terminal: measureTerminal,
  board: measureBoard,
};
