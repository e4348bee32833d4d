/**
 * One visible Blockly workspace: loads saved blocks, announces changes with their Python, shows marks. Knows no Svelte and
 * nothing of running or storing programs.
 */

import * as Blockly from 'blockly/core';
import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { FieldPin } from '../../blocks/fields/field-pin.ts';
import { type PinChoice, setPinChoices } from '../../blocks/fields/pin-menu.ts';
import { generatePython, type LineRange, statementAt } from '../../blocks/generators/python.ts';
import { text } from '../../blocks/messages/messages.ts';
import { registerBlocks } from '../../blocks/register.ts';
import { type ThemeName, themes } from '../../blocks/themes.ts';
import { Palette, toolbox } from '../../blocks/toolbox/palette.ts';
import { readWorkspace, writeWorkspace } from '../../blocks/workspace-state.ts';

export interface BlocksChange {
  /** The blocks as JSON text. */
  readonly workspace: string;
  readonly python: string;
}

export interface BlocksOptions {
  readonly theme: ThemeName;
  /** Address of the folder with Blockly's pictures, ending in a slash. */
  readonly media: string;
}

/** Blocks of a usual program fit a column of 500 px. */
const START_SCALE = 0.7;
/** Pixels. */
const SCROLLBAR = 10;

export type Mark = 'running' | 'error';

export class BlocksWorkspace implements Disposable {
  readonly #store = new DisposableStore();
  readonly #didChange = this.#store.add(new Emitter<BlocksChange>());
  readonly didChange = this.#didChange.event;
  readonly palette: Palette;
  readonly #workspace: Blockly.WorkspaceSvg;
  readonly #marked = new Map<Mark, string>();
  #lines: ReadonlyMap<string, LineRange> = new Map();
  /** The JSON that was loaded or announced last. */
  #known = '';
  /** False while what is shown is not what is saved. */
  #faithful = false;
  #waiting = false;

  constructor(host: HTMLElement, { theme, media }: BlocksOptions) {
    registerBlocks();
    Blockly.Scrollbar.scrollbarThickness = SCROLLBAR;
    this.#workspace = Blockly.inject(host, {
      renderer: 'zelos',
      theme: themes[theme],
      toolbox: toolbox(),
      media,
      sounds: false,
      modalInputs: false,
      comments: false,
      disable: false,
      maxInstances: { program: 1 },
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
    this.#store.add(this.#workspace);
    this.#store.add(toDisposable(() => Blockly.hideChaff()));
    this.palette = this.#store.add(new Palette(this.#workspace));
    this.#workspace.addChangeListener(Blockly.Events.disableOrphans);
    this.#workspace.addChangeListener((event) => this.#onEvent(event));
    const observer = new ResizeObserver(() => Blockly.svgResize(this.#workspace));
    observer.observe(host);
    this.#store.add(toDisposable(() => observer.disconnect()));
  }

  /** Shows saved blocks. Returns sentences for the learner about what could not be shown; saved blocks are never lost. */
  load(json: string | undefined): readonly string[] {
    if (json !== undefined && json === this.#known) return [];
    const result = readWorkspace(json);
    if (!result.ok) return [this.#refuse(result.reason)];
    try {
      Blockly.serialization.workspaces.load({ ...result.state }, this.#workspace);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return [this.#refuse(text('EDITOR_UNREADABLE', text('EDITOR_BAD_BLOCK', detail)))];
    }
    this.#faithful = true;
    this.#workspace.clearUndo();
    this.#known = this.#save();
    this.#generate();
    const { unknown } = result;
    return unknown.length > 0
      ? [text('EDITOR_UNKNOWN_BLOCKS', unknown.map((type) => `“${type}”`).join(', '))]
      : [];
  }

  /** The blocks that are shown; undefined where the saved ones cannot be shown. */
  current(): BlocksChange | undefined {
    return this.#faithful ? { workspace: this.#known, python: this.#generate() } : undefined;
  }

  setTheme(theme: ThemeName): void {
    this.#workspace.setTheme(themes[theme]);
  }

  setReadOnly(readOnly: boolean): void {
    this.#workspace.setIsReadOnly(readOnly || !this.#faithful);
    this.#workspace.getToolbox()?.setVisible(!this.#workspace.isReadOnly());
    Blockly.svgResize(this.#workspace);
  }

  setPins(pins: readonly PinChoice[]): void {
    setPinChoices(this.#workspace, pins);
    for (const block of this.#workspace.getAllBlocks(false)) {
      for (const field of block.getFields()) if (field instanceof FieldPin) field.refresh();
    }
    this.#workspace.refreshToolboxSelection();
  }

  /** Lights the block whose Python stands on `line` (1-based) of the generated text; undefined takes the mark away. */
  mark(kind: Mark, line: number | undefined): void {
    const id = line === undefined ? undefined : statementAt(this.#lines, line);
    const previous = this.#marked.get(kind);
    if (id === previous) return;
    if (previous !== undefined) this.#workspace.getBlockById(previous)?.removeClass(`pinlab-${kind}`);
    if (id === undefined) this.#marked.delete(kind);
    else this.#marked.set(kind, id);
    if (id !== undefined) this.#workspace.getBlockById(id)?.addClass(`pinlab-${kind}`);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #refuse(reason: string): string {
    this.#faithful = false;
    this.#workspace.clear();
    this.#workspace.clearUndo();
    this.#known = '';
    this.#lines = new Map();
    return reason;
  }

  #onEvent(event: Blockly.Events.Abstract): void {
    const dropped = event instanceof Blockly.Events.BlockDrag && !event.isStart;
    if ((event.isUiEvent && !dropped) || this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#announce();
    });
  }

  /** A change is announced once it is complete: not while a block hangs in the air. */
  #announce(): void {
    if (!this.#faithful || this.#workspace.isDragging() || !this.#workspace.rendered) return;
    const workspace = this.#save();
    if (workspace === this.#known) return;
    this.#known = workspace;
    this.#didChange.fire({ workspace, python: this.#generate() });
  }

  #save(): string {
    return writeWorkspace(Blockly.serialization.workspaces.save(this.#workspace));
  }

  #generate(): string {
    const { python, lines } = generatePython(this.#workspace);
    this.#lines = lines;
    return python;
  }
}
