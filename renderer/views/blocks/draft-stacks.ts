/** The drafts of a Blockly workspace: every stack but the program. Shows saved ones and reads what became of them. */

import { Events, serialization, type Block, type WorkspaceSvg } from 'blockly/core';
import { PROGRAM_TYPE } from '../../blocks/definitions/program.ts';
import { readDrafts, writeDrafts } from '../../blocks/workspace-state.ts';

/** As Blockly's own `disableOrphans` says it. */
const ORPHANED = 'ORPHANED_BLOCK';

export class DraftStacks {
  readonly #workspace: WorkspaceSvg;
  #json = '[]';
  /** How the shown drafts are saved: older projects save the same drafts in other words. */
  #saved = '[]';

  constructor(workspace: WorkspaceSvg) {
    this.#workspace = workspace;
  }

  /** What was shown or read last. */
  get json(): string {
    return this.#json;
  }

  /** Makes the workspace show saved drafts; those that stay are not touched. Returns the types that are not known. */
  show(json: string): readonly string[] {
    const { stacks, unknown } = readDrafts(json);
    if (json === this.#json && this.#save() === this.#saved) return unknown;
    const wanted = new Map(stacks.map((stack) => [writeDrafts([stack]), stack]));
    Events.disable();
    try {
      for (const block of this.#tops()) {
        if (!wanted.delete(writeDrafts([save(block)]))) block.dispose(false);
      }
      for (const stack of wanted.values()) {
        const block = serialization.blocks.append(stack, this.#workspace, { recordUndo: false });
        for (const each of block.getDescendants(false)) each.setDisabledReason(true, ORPHANED);
      }
    } finally {
      Events.enable();
    }
    this.#json = json;
    this.#saved = this.#save();
    return unknown;
  }

  /** The drafts to save; undefined where they are what was shown. */
  read(): string | undefined {
    const saved = this.#save();
    if (saved === this.#saved) return undefined;
    this.#saved = saved;
    this.#json = saved;
    return saved;
  }

  #tops(): Block[] {
    return this.#workspace
      .getTopBlocks(false)
      .filter((block) => block.type !== PROGRAM_TYPE && !block.isInsertionMarker());
  }

  #save(): string {
    return writeDrafts(this.#tops().map(save));
  }
}

function save(block: Block): serialization.blocks.State {
  const state = serialization.blocks.save(block, { addCoordinates: true, saveIds: true });
  if (!state) throw new Error(`A draft of type ${block.type} cannot be saved.`);
  return { ...state, x: Math.round(state.x ?? 0), y: Math.round(state.y ?? 0) };
}
