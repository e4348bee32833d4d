/** The blocks of a Blockly workspace as data. Needs no window. */

import { inputs, type Block as BlocklyBlock, type Workspace } from 'blockly/core';
import { PROGRAM_TYPE } from '../definitions/program.ts';
import type { Block, Extra } from './block.ts';
import { isLike, oneLine } from './block-state.ts';

export { indexBlocks, sameList, sits, toBareState, toStackState, toState } from './block-state.ts';

export function programBlock(workspace: Workspace): BlocklyBlock | undefined {
  return workspace.getBlocksByType(PROGRAM_TYPE, false)[0];
}

/** What hangs below the program block. A block that is like the one of its id in `known` is that very object. */
export function readProgramBlocks(workspace: Workspace, known: ReadonlyMap<string, Block>): Block[] {
  return readStack(programBlock(workspace)?.getNextBlock() ?? null, known);
}

function readStack(first: BlocklyBlock | null, known: ReadonlyMap<string, Block>): Block[] {
  const blocks: Block[] = [];
  for (let block = first; block; block = block.getNextBlock()) {
    if (!block.isInsertionMarker()) blocks.push(readBlock(block, known));
  }
  return blocks;
}

function readBlock(source: BlocklyBlock, known: ReadonlyMap<string, Block>): Block {
  const fields: Record<string, string> = {};
  const slots: Record<string, Block> = {};
  const bodies: Record<string, Block[]> = {};
  for (const input of source.inputList) {
    for (const field of input.fieldRow) {
      if (field.name !== undefined && field.isSerializable())
        fields[field.name] = String(field.getValue() ?? '');
    }
    const target = input.connection?.targetBlock() ?? null;
    if (!target || target.isInsertionMarker()) continue;
    if (input.type === inputs.inputTypes.STATEMENT) bodies[input.name] = readStack(target, known);
    else slots[input.name] = readBlock(target, known);
  }
  const extra = source.saveExtraState?.() as Extra | null | undefined;
  const comment = source.getCommentText();
  const block: Block = {
    id: source.id,
    type: source.type,
    fields,
    slots,
    bodies,
    ...(extra ? { extra } : {}),
    ...(comment === null ? {} : { comment: oneLine(comment) }),
  };
  const before = known.get(source.id);
  return before && isLike(block, before) ? before : block;
}
