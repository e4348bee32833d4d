/**
 * Makes a Blockly workspace show a program with the fewest changes. Blocks are known by their ids, so that what stays keeps its
 * place, its fold and the focus. Drafts are left alone. No event is fired. Needs no window.
 */

import {
  type Block as BlocklyBlock,
  type Connection,
  Events,
  inputs,
  serialization,
  type Workspace,
} from 'blockly/core';
import type { Block } from './block.ts';
import { indexBlocks, sits, toBareState, toStackState, toState } from './block-state.ts';
import { holds, isStack, programBlock } from './blockly-state.ts';
import { sameExtra } from './same.ts';

/** The workspace cannot show this program; what it shows now is undefined. */
export class PatchError extends Error {
  /** Of the block that could not be shown. */
  readonly block: Block | undefined;

  constructor(message: string, block?: Block) {
    super(message);
    this.name = 'PatchError';
    this.block = block;
  }
}

/** Statements that are built in one go: Blockly builds stacks by recursion. */
const STACK_AT_ONCE = 40;

/** `shown`: the program that the workspace shows now, block by block; undefined where that is not known. */
export function patchProgram(workspace: Workspace, blocks: readonly Block[], shown?: readonly Block[]): void {
  Events.disable();
  try {
    new Patch(workspace, shown && indexBlocks(shown)).show(blocks);
  } finally {
    Events.enable();
  }
}

class Patch {
  readonly #workspace: Workspace;
  readonly #shown: ReadonlyMap<string, Block> | undefined;
  readonly #touched: (readonly [BlocklyBlock, Block])[] = [];
  #wanted: ReadonlyMap<string, Block> = new Map();

  constructor(workspace: Workspace, shown: ReadonlyMap<string, Block> | undefined) {
    this.#workspace = workspace;
    this.#shown = shown;
  }

  show(blocks: readonly Block[]): void {
    const program = programBlock(this.#workspace);
    if (!program?.nextConnection) throw new PatchError('There is no program block.');
    this.#wanted = indexBlocks(blocks);
    for (const id of this.#shown?.keys() ?? idsBelow(program)) this.#dropUnwanted(id);
    this.#stack(program.nextConnection, blocks);
    this.#prove(program, blocks);
  }

  /** What was touched must be what was wanted, for it will be written into the text. */
  #prove(program: BlocklyBlock, blocks: readonly Block[]): void {
    const wrong = this.#touched.find(([block, wanted]) => !holds(block, wanted));
    if (wrong) throw new PatchError(`A block of type ${wrong[1].type} shows something else.`, wrong[1]);
    if (!isStack(program.getNextBlock(), blocks)) throw new PatchError('The order is another one.');
  }

  #dropUnwanted(id: string): void {
    const block = this.#workspace.getBlockById(id);
    if (!block || this.#wanted.get(id)?.type === block.type) return;
    for (const child of block.getChildren(false)) {
      if (child === block.getNextBlock() || child.isShadow() || !this.#holdsWanted(child)) continue;
      child.unplug(false);
    }
    block.dispose(true);
  }

  #holdsWanted(block: BlocklyBlock): boolean {
    return block.getDescendants(false).some(({ id, type }) => this.#wanted.get(id)?.type === type);
  }

  /** Puts statements below a connection. What was there and is not named moves down; it is wanted elsewhere. */
  #stack(start: Connection, wanted: readonly Block[]): void {
    let at: Connection | null = start;
    for (const [n, block] of wanted.entries()) {
      if (!at) throw new PatchError('Nothing can follow the block before.', block);
      const target: BlocklyBlock | null = at.targetBlock();
      const own: BlocklyBlock = target?.id === block.id ? target : this.#statement(wanted, n, block);
      if (own !== target) connect(at, own.previousConnection, block);
      this.#patch(own, block);
      at = own.nextConnection;
    }
  }

  /** A statement of the workspace, or a new one; new ones behind it are built with it. */
  #statement(wanted: readonly Block[], n: number, block: Block): BlocklyBlock {
    const existing = this.#find(block.id);
    existing?.unplug(true);
    if (existing) return existing;
    const count = this.#countNew(wanted, n);
    return this.#build(count > 0 ? toStackState(wanted.slice(n, n + count)) : toBareState(block), block);
  }

  #slot(connection: Connection, wanted: Block | undefined): void {
    const current = connection.targetBlock();
    if (wanted && current?.id === wanted.id) {
      if (current.isShadow() && !sits(wanted)) current.setShadow(false);
      this.#patch(current, wanted);
      return;
    }
    const existing = wanted && this.#find(wanted.id);
    if (current && !current.isShadow()) current.unplug(false);
    if (!existing && (!wanted || sits(wanted))) {
      connection.setShadowState(wanted ? toState(wanted) : null);
      if (wanted && connection.targetBlock()?.id !== wanted.id)
        throw new PatchError('A value has another id.', wanted);
      return;
    }
    if (!wanted) return;
    const block =
      existing ?? this.#build(this.#isNew(wanted) ? toState(wanted) : toBareState(wanted), wanted);
    if (existing) existing.unplug(false);
    connect(connection, block.outputConnection, wanted);
    this.#patch(block, wanted);
  }

  #patch(block: BlocklyBlock, wanted: Block): void {
    if (this.#shown?.get(wanted.id) === wanted) return;
    if (block.loadExtraState && !sameExtra(block.saveExtraState?.() as Block['extra'], wanted.extra))
      block.loadExtraState(wanted.extra ?? {});
    for (const name in wanted.fields) {
      const field = block.getField(name);
      if (field && String(field.getValue() ?? '') !== wanted.fields[name])
        field.setValue(wanted.fields[name]);
    }
    if (block.getCommentText() !== (wanted.comment ?? null)) block.setCommentText(wanted.comment ?? null);
    for (const { name, type, connection } of block.inputList) {
      if (!connection) continue;
      if (type === inputs.inputTypes.STATEMENT) this.#stack(connection, wanted.bodies[name] ?? []);
      else this.#slot(connection, wanted.slots[name]);
    }
    this.#touched.push([block, wanted]);
  }

  /** A block of the workspace that can be moved to its place. Sitting values are made anew. */
  #find(id: string): BlocklyBlock | undefined {
    const block = this.#workspace.getBlockById(id);
    if (!block) return undefined;
    if (block.isShadow()) {
      block.dispose(false);
      return undefined;
    }
    if (!block.isEnabled()) for (const each of block.getDescendants(false)) enable(each);
    return block;
  }

  /** How many statements from `start` on are new with all that is in them. */
  #countNew(wanted: readonly Block[], start: number): number {
    let count = 0;
    for (let n = start; n < wanted.length && count < STACK_AT_ONCE; n++, count++) {
      if (!this.#isNew(wanted[n] as Block)) break;
    }
    return count;
  }

  #isNew(block: Block): boolean {
    if (this.#workspace.getBlockById(block.id)) return false;
    return (
      Object.values(block.slots).every((slot) => this.#isNew(slot)) &&
      Object.values(block.bodies).every((body) => body.every((each) => this.#isNew(each)))
    );
  }

  #build(state: serialization.blocks.State | undefined, wanted: Block): BlocklyBlock {
    try {
      if (state) return serialization.blocks.append(state, this.#workspace, { recordUndo: false });
    } catch (error) {
      throw new PatchError(error instanceof Error ? error.message : String(error), wanted);
    }
    throw new PatchError('There is nothing to build.', wanted);
  }
}

function connect(at: Connection, own: Connection | null | undefined, wanted: Block): void {
  if (!own || !at.connect(own)) throw new PatchError('The block does not fit here.', wanted);
}

function enable(block: BlocklyBlock): void {
  for (const reason of [...block.getDisabledReasons()]) block.setDisabledReason(false, reason);
}

function* idsBelow(block: BlocklyBlock): Generator<string> {
  for (const { id } of block.getDescendants(false)) if (id !== block.id) yield id;
}
