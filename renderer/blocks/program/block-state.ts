/** Blocks as Blockly saves them, as plain data. Knows no Blockly: the terminal reads and writes this form, too. */

import type { Block } from './block.ts';

/** What is written of a block. Saved workspaces may hold more. */
export interface BlockState {
  type: string;
  id?: string;
  x?: number;
  y?: number;
  deletable?: boolean;
  fields?: Record<string, unknown>;
  extraState?: unknown;
  icons?: Record<string, { text?: unknown; pinned?: boolean }>;
  inputs?: Record<string, InputState>;
  next?: { block?: BlockState };
}

interface InputState {
  block?: BlockState;
  shadow?: BlockState;
}

/**
 * Values that sit in their slot until something else is dropped on it. The text makes no difference between these and other
 * values; taken out by hand they stay where they are and their statement moves.
 */
const SITTING: ReadonlySet<string> = new Set(['number', 'text', 'name', 'pin_number', 'constant']);

export function sits({ type, slots }: Block): boolean {
  return SITTING.has(type) && Object.keys(slots).length === 0;
}

/** One block with everything inside it. */
export function toState(block: Block): BlockState {
  return {
    ...toBareState(block),
    inputs: {
      ...Object.fromEntries(Object.entries(block.slots).map(([name, slot]) => [name, inSlot(slot)])),
      ...Object.fromEntries(
        Object.entries(block.bodies).flatMap(([name, body]) => {
          const state = toStackState(body);
          return state ? [[name, { block: state }]] : [];
        }),
      ),
    },
  };
}

/** One block without what is inside it. */
export function toBareState({ id, type, fields, extra, comment }: Block): BlockState {
  return {
    type,
    id,
    fields: { ...fields },
    ...(extra ? { extraState: extra } : {}),
    ...(comment === undefined ? {} : { icons: { comment: { text: comment, pinned: false } } }),
  };
}

/** Blocks one below the other. */
export function toStackState(blocks: readonly Block[]): BlockState | undefined {
  return blocks.reduceRight<BlockState | undefined>(
    (below, block) => ({ ...toState(block), ...(below && { next: { block: below } }) }),
    undefined,
  );
}

function inSlot(block: Block): InputState {
  return sits(block) ? { shadow: toState(block) } : { block: toState(block) };
}

/** Every block of a program by its id. */
export function indexBlocks(blocks: readonly Block[], index = new Map<string, Block>()): Map<string, Block> {
  for (const block of blocks) {
    index.set(block.id, block);
    for (const name in block.slots) indexBlocks([block.slots[name] as Block], index);
    for (const name in block.bodies) indexBlocks(block.bodies[name] as readonly Block[], index);
  }
  return index;
}

/** A comment behind a statement has no second line. */
export function oneLine(comment: string): string {
  return comment.replace(/\s*[\r\n]+\s*/g, ' ');
}
