/** What a block's `write` may ask for. One implementation writes programs; it alone knows what is kept of the old text. */

import type { Block } from './block.ts';

export interface Printer {
  /** A line break with the indentation of the statement that is being written: between its clauses. */
  readonly newline: string;
  /** The expression in a slot, in parentheses where it binds less tightly than `order`; `empty` for an empty slot. */
  value(block: Block, slot: string, order: number, empty?: string): string;
  /** The object in a slot, ready for a dot and a method. */
  receiver(block: Block, slot: string, empty?: string): string;
  /** The expressions in slots `prefix`0 … that are filled. */
  values(block: Block, prefix: string, order: number): string[];
  /** What follows the colon: the statements inside on lines of their own; `pass` where there are none. */
  body(block: Block, name: string): string;
  /** How the program refers to something by its dotted path: `time.sleep` is `sleep` where that is imported. */
  path(path: string): string;
  /** Lines as somebody typed them, under the indentation of the statement that is being written. */
  lines(text: string): string;
  /** A text literal in the quotes that the program prefers. */
  quote(text: string): string;
}
