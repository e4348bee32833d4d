/** How many blocks a program has. */

import type { Block } from '../blocks/program/block.ts';

/** Statements stay the same object from one reading to the next, so that only new ones are counted. */
const counted = new WeakMap<Block, number>();

export function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + count(block), 0);
}

function count(block: Block): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const inside = [...Object.values(block.slots), ...Object.values(block.bodies).flat()];
  const total = 1 + countBlocks(inside);
  counted.set(block, total);
  return total;
}
