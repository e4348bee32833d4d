/** Marks on blocks: what runs, what failed, where the cursor stands in the text, where the program pauses. By block id. */

import { utils, type BlockSvg, type WorkspaceSvg } from 'blockly/core';

export type Mark = 'running' | 'error' | 'cursor' | 'breakpoint';

const DOT = 'pinlab-breakpoint-dot';
/** Radius of a breakpoint's dot, in workspace units. */
const DOT_RADIUS = 7;
const WARNING = 'pinlab-error';

export class BlockMarks {
  readonly #workspace: WorkspaceSvg;
  readonly #wanted = new Map<Mark, ReadonlySet<string>>();
  readonly #drawn = new Map<Mark, Set<BlockSvg>>();
  #message = '';

  constructor(workspace: WorkspaceSvg) {
    this.#workspace = workspace;
  }

  has(mark: Mark, id: string): boolean {
    return this.#wanted.get(mark)?.has(id) ?? false;
  }

  /** Marks these blocks and no others. Ids that are not shown are kept for when they are. */
  set(mark: Mark, ids: readonly string[]): void {
    this.#wanted.set(mark, new Set(ids));
    this.#draw(mark);
  }

  /** The error stands on its block: in the color of errors and as words behind a sign. */
  setError(id: string | undefined, message = ''): void {
    this.set('error', []);
    this.#message = message;
    this.set('error', id === undefined ? [] : [id]);
  }

  /** Draws the marks of blocks that are new. */
  draw(): void {
    for (const mark of this.#wanted.keys()) this.#draw(mark);
  }

  #draw(mark: Mark): void {
    const drawn = this.#drawn.get(mark) ?? new Set();
    const wanted = this.#wanted.get(mark) ?? new Set();
    for (const block of drawn) {
      if (!block.isDisposed() && wanted.has(block.id)) continue;
      drawn.delete(block);
      if (!block.isDisposed()) this.#toggle(mark, block, false);
    }
    for (const id of wanted) {
      const block = this.#workspace.getBlockById(id);
      if (!block || drawn.has(block)) continue;
      drawn.add(block);
      this.#toggle(mark, block, true);
    }
    this.#drawn.set(mark, drawn);
  }

  #toggle(mark: Mark, block: BlockSvg, on: boolean): void {
    if (on) block.addClass(`pinlab-${mark}`);
    else block.removeClass(`pinlab-${mark}`);
    if (mark === 'error') block.setWarningText(on ? this.#message : null, WARNING);
    if (mark === 'breakpoint') toggleDot(block, on);
  }
}

/** A red dot at the beginning of the block, which Blockly does not redraw. */
function toggleDot(block: BlockSvg, on: boolean): void {
  const root = block.getSvgRoot();
  root.querySelector(`:scope > .${DOT}`)?.remove();
  if (!on) return;
  const place = { cx: 0, cy: DOT_RADIUS * 2, r: DOT_RADIUS, class: DOT };
  utils.dom.createSvgElement(utils.Svg.CIRCLE, place, root);
}
