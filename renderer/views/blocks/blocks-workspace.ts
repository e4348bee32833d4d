/**
 * One visible Blockly workspace: shows a program and its drafts, and tells what was changed in them. Knows no Svelte, no text
 * and nothing of running or storing programs.
 */

import * as Blockly from 'blockly/core';
import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { PROGRAM_TYPE } from '../../blocks/definitions/program.ts';
import { FieldPin } from '../../blocks/fields/field-pin.ts';
import { type PinChoice, setPinChoices } from '../../blocks/fields/pin-menu.ts';
import { text } from '../../blocks/messages/messages.ts';
import type { Block } from '../../blocks/program/block.ts';
import { indexBlocks } from '../../blocks/program/block-state.ts';
import { programBlock, readProgramBlocks } from '../../blocks/program/blockly-state.ts';
import { patchProgram } from '../../blocks/program/patch-workspace.ts';
import { sameList } from '../../blocks/program/same.ts';
import { registerBlocks } from '../../blocks/register.ts';
import { type ThemeName, themes } from '../../blocks/themes.ts';
import { Palette, toolbox } from '../../blocks/toolbox/palette.ts';
import { countBlocks } from '../../state/count-blocks.ts';
import type { BlocksEdit } from '../../state/program-reader.svelte.ts';
import { BlockMarks } from './block-marks.ts';
import { hideFarBlocks } from './far-blocks.ts';
import { offerBreakpoints } from './breakpoint-item.ts';
import { DraftStacks } from './draft-stacks.ts';

export interface BlocksOptions {
  readonly theme: ThemeName;
  /** Address of the folder with Blockly's pictures, ending in a slash. */
  readonly media: string;
  readonly rtl?: boolean;
}

/** Blocks of a usual program fit a column of 500 px. */
const START_SCALE = 0.7;
/** Pixels. */
const SCROLLBAR = 10;
/** Where the program begins, in workspace units. */
const ORIGIN = { x: 24, y: 24 };
/** Blocks that are drawn before the page answers again: about half a second on a slow computer. */
const MOST_AT_ONCE = 150;
/** Space round a block that is scrolled to, in workspace units. */
const SCROLL_MARGIN = 20;

export class BlocksWorkspace implements Disposable {
  readonly #store = new DisposableStore();
  readonly #didEdit = this.#store.add(new Emitter<BlocksEdit>());
  /** A gesture of the learner is complete and has changed the program or the drafts. */
  readonly didEdit = this.#didEdit.event;
  readonly #didSelect = this.#store.add(new Emitter<string | undefined>());
  /** Id of the block that the learner has chosen. */
  readonly didSelect = this.#didSelect.event;
  readonly #didToggleBreakpoint = this.#store.add(new Emitter<string>());
  /** Id of a statement. */
  readonly didToggleBreakpoint = this.#didToggleBreakpoint.event;
  readonly #didGrow = this.#store.add(new Emitter<number | undefined>());
  /** A long program is being drawn: how much of it stands, from 0 to 1; undefined once it is whole. */
  readonly didGrow = this.#didGrow.event;
  readonly palette: Palette;
  readonly marks: BlockMarks;
  readonly #workspace: Blockly.WorkspaceSvg;
  readonly #drafts: DraftStacks;
  /** The program as the workspace shows it; undefined while that is not known. */
  #shown: readonly Block[] | undefined;
  /** What came while a block hung in the air. */
  #pending: { readonly blocks: readonly Block[]; readonly drafts: string } | undefined;
  #notices: readonly string[] = [];
  #readOnly = false;
  /** The part of a long program that stands while it is being drawn. */
  #growing: { readonly blocks: readonly Block[]; count: number } | undefined;
  /** False while what is shown is not the program. */
  #faithful = true;
  #waiting = false;
  /** Names what is typed into one field; a number makes the next time another gesture. */
  #gesture: { readonly field: string; readonly session: number; readonly left: boolean } | undefined;
  #session = 0;

  constructor(host: HTMLElement, { theme, media, rtl = false }: BlocksOptions) {
    registerBlocks();
    Blockly.Scrollbar.scrollbarThickness = SCROLLBAR;
    this.#workspace = Blockly.inject(host, {
      renderer: 'zelos',
      theme: themes[theme],
      toolbox: toolbox(),
      media,
      rtl,
      sounds: false,
      modalInputs: false,
      comments: true,
      disable: false,
      maxInstances: { [PROGRAM_TYPE]: 1 },
      trashcan: true,
      move: { scrollbars: true, drag: true, wheel: true },
      zoom: {
        controls: true,
        wheel: false,
        pinch: true,
        startScale: START_SCALE,
        minScale: 0.4,
        maxScale: 2,
      },
    });
    const workspace = this.#workspace;
    // The program has one history, and it is not Blockly's.
    workspace.MAX_UNDO = 0;
    this.#store.add(workspace);
    this.#store.add(toDisposable(() => Blockly.hideChaff()));
    this.palette = this.#store.add(new Palette(workspace));
    this.#store.add(hideFarBlocks(workspace));
    this.marks = new BlockMarks(workspace);
    this.#drafts = new DraftStacks(workspace);
    this.#store.add(
      offerBreakpoints(workspace, {
        has: (id) => this.marks.has('breakpoint', id),
        toggle: (id) => this.#didToggleBreakpoint.fire(id),
      }),
    );
    this.#addProgramBlock();
    workspace.addChangeListener(Blockly.Events.disableOrphans);
    workspace.addChangeListener((event) => this.#onEvent(event));
    const observer = new ResizeObserver(() => Blockly.svgResize(workspace));
    observer.observe(host);
    this.#store.add(toDisposable(() => observer.disconnect()));
  }

  /** Shows a program and its drafts. Returns sentences for the learner about what could not be shown. */
  show(blocks: readonly Block[], drafts: string): readonly string[] {
    if (this.#workspace.isDragging()) {
      this.#pending = { blocks, drafts };
      return this.#notices;
    }
    this.#pending = undefined;
    const programProblem = this.#showProgram(blocks);
    const unknown = this.#drafts.show(drafts);
    this.marks.draw();
    this.#notices = [
      ...(programProblem === undefined ? [] : [programProblem]),
      ...(unknown.length > 0
        ? [text('EDITOR_UNKNOWN_BLOCKS', unknown.map((type) => `“${type}”`).join(', '))]
        : []),
    ];
    return this.#notices;
  }

  setTheme(theme: ThemeName): void {
    this.#workspace.setTheme(themes[theme]);
  }

  /** Read-only blocks can be looked at; the palette stays in its place, so that nothing jumps. */
  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    const applied = readOnly || !this.#faithful;
    if (this.#workspace.isReadOnly() === applied) return;
    if (applied) Blockly.hideChaff();
    this.#workspace.setIsReadOnly(applied);
    this.#workspace.getInjectionDiv().querySelector('.blocklyToolbox')?.toggleAttribute('inert', applied);
  }

  setPins(pins: readonly PinChoice[]): void {
    setPinChoices(this.#workspace, pins);
    for (const block of this.#workspace.getAllBlocks(false)) {
      for (const field of block.getFields()) if (field instanceof FieldPin) field.refresh();
    }
    this.#workspace.refreshToolboxSelection();
  }

  /** Brings a block into sight; the focus stays where it is. */
  scrollTo(id: string): void {
    const block = this.#workspace.getBlockById(id);
    const bounds = block?.getBoundingRectangleWithoutChildren();
    if (bounds) this.#workspace.scrollBoundsIntoView(bounds, SCROLL_MARGIN);
  }

  dispose(): void {
    this.#growing = undefined;
    this.#store.dispose();
  }

  #addProgramBlock(): void {
    const state = { type: PROGRAM_TYPE, id: PROGRAM_TYPE, deletable: false, ...ORIGIN };
    Blockly.Events.disable();
    try {
      Blockly.serialization.blocks.append(state, this.#workspace, { recordUndo: false });
    } finally {
      Blockly.Events.enable();
    }
  }

  /** Where the least changes do not lead to the program, it is built anew. */
  #showProgram(blocks: readonly Block[]): string | undefined {
    if (this.#faithful && this.#shown && sameList(blocks, this.#shown)) return undefined;
    if (!this.#shown && countBlocks(blocks) > MOST_AT_ONCE) {
      this.#grow(blocks);
      return undefined;
    }
    this.#growing = undefined;
    const problem = this.#patch(blocks, this.#shown) === undefined ? undefined : this.#rebuild(blocks);
    this.#shown = problem === undefined ? blocks : undefined;
    this.#faithful = problem === undefined;
    this.setReadOnly(this.#readOnly);
    return problem;
  }

  /** Draws a long program part by part, so that the page stays awake. Until it is whole it can only be looked at. */
  #grow(blocks: readonly Block[]): void {
    const growing = { blocks, count: this.#growing?.count ?? 0 };
    this.#growing = growing;
    this.#faithful = false;
    this.setReadOnly(this.#readOnly);
    let shown: readonly Block[] | undefined;
    const step = (): void => {
      if (this.#growing !== growing) return;
      growing.count = nextPart(blocks, growing.count);
      const isWhole = growing.count >= blocks.length;
      const part = blocks.slice(0, growing.count);
      const problem = this.#patch(part, shown);
      shown = part;
      if (problem === undefined && !isWhole) {
        this.#didGrow.fire(growing.count / blocks.length);
        requestAnimationFrame(step);
        return;
      }
      this.#growing = undefined;
      this.#shown = problem === undefined ? blocks : undefined;
      this.#faithful = problem === undefined;
      this.setReadOnly(this.#readOnly);
      for (const block of this.#workspace.getAllBlocks(false)) wake(block);
      this.marks.draw();
      this.#didGrow.fire(undefined);
    };
    this.#didGrow.fire(0);
    requestAnimationFrame(step);
  }

  #rebuild(blocks: readonly Block[]): string | undefined {
    Blockly.Events.disable();
    try {
      programBlock(this.#workspace)?.getNextBlock()?.dispose(false);
    } finally {
      Blockly.Events.enable();
    }
    const reason = this.#patch(blocks, undefined);
    return reason === undefined ? undefined : text('EDITOR_UNREADABLE', text('EDITOR_BAD_BLOCK', reason));
  }

  /** Returns what went wrong. */
  #patch(blocks: readonly Block[], shown: readonly Block[] | undefined): string | undefined {
    // Each word is measured once, not once a block, and the scrollbars are set once.
    Blockly.utils.dom.startTextWidthCache();
    this.#workspace.setResizesEnabled(false);
    try {
      patchProgram(this.#workspace, blocks, shown);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      this.#workspace.setResizesEnabled(true);
      Blockly.utils.dom.stopTextWidthCache();
    }
    return undefined;
  }

  #onEvent(event: Blockly.Events.Abstract): void {
    if (event instanceof Blockly.Events.Selected) this.#didSelect.fire(event.newElementId ?? undefined);
    const dropped = event instanceof Blockly.Events.BlockDrag && !event.isStart;
    if (event.isUiEvent && !dropped) return;
    this.#name(event);
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#announce();
    });
  }

  /** What is typed into one field without anything between is one gesture; leaving the field belongs to it. */
  #name(event: Blockly.Events.Abstract): void {
    const { BlockChange, BlockFieldIntermediateChange } = Blockly.Events;
    const open = this.#gesture?.left ? undefined : this.#gesture;
    this.#gesture = undefined;
    if (!(event instanceof BlockFieldIntermediateChange || event instanceof BlockChange)) return;
    const field = `${event.blockId}.${event.name}`;
    const left = event instanceof BlockChange;
    if (open?.field === field) this.#gesture = { ...open, left };
    else if (!left) this.#gesture = { field, session: ++this.#session, left };
  }

  /** A change is announced once it is complete: not while a block hangs in the air. */
  #announce(): void {
    if (this.#workspace.isDragging() || !this.#workspace.rendered) return;
    if (this.#pending) {
      const { blocks, drafts } = this.#pending;
      this.show(blocks, drafts);
      return;
    }
    if (!this.#faithful || !this.#shown) return;
    const blocks = readProgramBlocks(this.#workspace, indexBlocks(this.#shown));
    const drafts = this.#drafts.read();
    if (sameList(blocks, this.#shown) && drafts === undefined) return;
    this.#shown = blocks;
    this.#didEdit.fire({
      blocks,
      drafts: drafts ?? this.#drafts.json,
      ...(this.#gesture && { gesture: `${this.#gesture.field} ${this.#gesture.session}` }),
    });
  }
}

/** Blocks that were drawn in a read-only workspace look as if they could not be touched until they are told. */
function wake(block: Blockly.Block): void {
  block.setMovable(block.isOwnMovable());
  block.setEditable(block.isOwnEditable());
}

/** How many statements stand after the next part of a program was drawn. */
function nextPart(blocks: readonly Block[], count: number): number {
  let size = 0;
  let next = count;
  while (next < blocks.length && size < MOST_AT_ONCE) size += countBlocks(blocks.slice(next, ++next));
  return next;
}
