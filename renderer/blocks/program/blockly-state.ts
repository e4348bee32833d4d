/** The blocks of a Blockly workspace as data. Needs no window. */

import { inputs, type Block as BlocklyBlock, type Input, type Workspace } from 'blockly/core';
import { PROGRAM_TYPE } from '../definitions/program.ts';
import type { Block, Extra } from './block.ts';
import { oneLine } from './block-state.ts';
import { isLike, sameExtra, sameRecord } from './same.ts';

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
    readFields(input, fields);
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

/** Whether a block shows all that `wanted` says of itself. Of what is inside it only the ids are compared. */
export function holds(source: BlocklyBlock, wanted: Block): boolean {
  const fields: Record<string, string> = {};
  const slots: Record<string, string> = {};
  let sameBodies = true;
  let bodies = 0;
  for (const input of source.inputList) {
    readFields(input, fields);
    const target = input.connection?.targetBlock() ?? null;
    if (!target) continue;
    if (input.type !== inputs.inputTypes.STATEMENT) slots[input.name] = target.id;
    else {
      bodies += 1;
      sameBodies &&= isStack(target, wanted.bodies[input.name] ?? []);
    }
  }
  const wantedSlots = Object.fromEntries(Object.entries(wanted.slots).map(([name, { id }]) => [name, id]));
  const wantedBodies = Object.values(wanted.bodies).filter((body) => body.length > 0);
  return (
    source.type === wanted.type &&
    source.id === wanted.id &&
    (source.getCommentText() ?? undefined) === wanted.comment &&
    sameExtra((source.saveExtraState?.() ?? undefined) as Extra | undefined, wanted.extra) &&
    sameRecord(fields, wanted.fields) &&
    sameRecord(slots, wantedSlots) &&
    bodies === wantedBodies.length &&
    sameBodies
  );
}

/** Whether these statements and no others begin with `first`. */
export function isStack(first: BlocklyBlock | null, wanted: readonly Block[]): boolean {
  let block = first;
  for (const { id } of wanted) {
    if (block?.id !== id) return false;
    block = block.getNextBlock();
  }
  return block === null;
}

function readFields(input: Input, fields: Record<string, string>): void {
  for (const field of input.fieldRow) {
    if (field.name !== undefined && field.isSerializable())
      fields[field.name] = String(field.getValue() ?? '');
  }
}
