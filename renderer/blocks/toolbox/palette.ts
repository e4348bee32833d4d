/**
 * The palette of one workspace: shows what a level or a lesson offers, filled with the program's own names, and what is searched
 * for. Knows no settings and no lesson.
 */

import * as Blockly from 'blockly/core';
import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { msg, text } from '../messages/messages.ts';
import { suggestName } from '../suggestions.ts';
import { blockWords } from './block-words.ts';
import { CATEGORIES } from './categories.ts';
import { type Category, type Entry, fill, type Preset } from './entry.ts';
import { growingPresets } from './growing.ts';
import { offerHelp } from './help-item.ts';
import { findEntries } from './search.ts';
import { categoriesOf, type PaletteView, WHOLE_PALETTE } from './view.ts';

const SEARCH_ID = 'pinlab-search';
const SEARCH_KEY = 'PINLAB_SEARCH';

/** The palette for `Blockly.inject`; its categories fill once a Palette serves the workspace. */
export function toolbox(view: PaletteView = WHOLE_PALETTE): Blockly.utils.toolbox.ToolboxInfo {
  const results = {
    kind: 'category',
    toolboxitemid: SEARCH_ID,
    name: msg('SEARCH_RESULTS'),
    categorystyle: 'code',
    custom: SEARCH_KEY,
    hidden: 'true',
  };
  const categories = categoriesOf(view).map((category) => ({
    kind: 'category',
    toolboxitemid: category.id,
    name: msg(category.name),
    categorystyle: category.style,
    custom: categoryKey(category),
  }));
  return {
    kind: 'categoryToolbox',
    contents: [results, ...categories] as Blockly.utils.toolbox.ToolboxItemInfo[],
  };
}

export class Palette implements Disposable {
  readonly #store = new DisposableStore();
  readonly #askedForSearch = this.#store.add(new Emitter<void>());
  /** The learner pressed the key for searching. */
  readonly askedForSearch = this.#askedForSearch.event;
  readonly #askedForHelp = this.#store.add(new Emitter<string>());
  /** The learner wants to read about a block, by its type. */
  readonly askedForHelp = this.#askedForHelp.event;
  readonly #workspace: Blockly.WorkspaceSvg;
  #view: PaletteView = WHOLE_PALETTE;
  #found: readonly Entry[] = [];

  constructor(workspace: Blockly.WorkspaceSvg) {
    this.#workspace = workspace;
    for (const category of CATEGORIES) {
      workspace.registerToolboxCategoryCallback(categoryKey(category), () => this.#contents(category));
    }
    workspace.registerToolboxCategoryCallback(SEARCH_KEY, () => this.#results());
    const host = workspace.getInjectionDiv();
    const onkeydown = (event: KeyboardEvent): void => this.#onKey(event);
    host.addEventListener('keydown', onkeydown);
    this.#store.add(toDisposable(() => host.removeEventListener('keydown', onkeydown)));
    this.#store.add(offerHelp(workspace, (type) => this.#askedForHelp.fire(type)));
  }

  /** Shows what a level or a lesson offers. */
  show(view: PaletteView): void {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#workspace.updateToolbox(toolbox(view));
  }

  /**
   * Shows what is found in place of a category; an empty query goes back to the categories. Searches all levels, since who
   * searches wants more than what is in sight, but not beyond what a lesson offers.
   * @returns how many blocks were found
   */
  search(query: string): number {
    const { only } = this.#view;
    const categories = categoriesOf({ level: 'everything', ...(only && { only }) });
    this.#found = findEntries(categories, query, { wordsOf: blockWords, nameOf: ({ name }) => text(name) });
    const [palette, item] = [this.#toolbox(), this.#searchItem()];
    if (!palette || !item) return this.#found.length;
    if (query.trim() === '') {
      if (palette.getSelectedItem() === item) palette.clearSelection();
      item.hide();
      return 0;
    }
    item.show();
    if (palette.getSelectedItem() === item) palette.refreshSelection();
    else palette.setSelectedItem(item);
    return this.#found.length;
  }

  /** Moves the focus from the search box to the blocks that were found, or else to the categories. */
  focusBlocks(): void {
    const palette = this.#toolbox();
    if (!palette) return;
    Blockly.keyboardNavigationController.setIsActive(true);
    const item = this.#searchItem();
    const flyout = palette.getFlyout();
    if (this.#found.length > 0 && item?.isVisible() && flyout) {
      if (palette.getSelectedItem() !== item) palette.setSelectedItem(item);
      const found = flyout.getContents().map((each) => each.getElement());
      const firstBlock = found.find((each) => each.canBeFocused());
      if (firstBlock) Blockly.getFocusManager().focusNode(firstBlock);
    } else {
      Blockly.getFocusManager().focusTree(palette);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #contents(category: Category): Blockly.utils.toolbox.FlyoutItemInfoArray {
    const shown = categoriesOf(this.#view).find(({ id }) => id === category.id);
    const presets = shown?.entries.map((entry) => this.#fill(entry)) ?? [];
    return [...presets, ...growingPresets(category, this.#workspace)].map(blockItem);
  }

  #results(): Blockly.utils.toolbox.FlyoutItemInfoArray {
    if (this.#found.length === 0) return [{ kind: 'label', text: text('SEARCH_NOTHING') }];
    return this.#found.map((entry) => blockItem(this.#fill(entry)));
  }

  #fill({ template }: Entry): Preset {
    return fill(template, (kind) => suggestName(this.#workspace, kind));
  }

  #toolbox(): Blockly.Toolbox | undefined {
    const palette = this.#workspace.getToolbox();
    return palette instanceof Blockly.Toolbox ? palette : undefined;
  }

  #searchItem(): Blockly.ToolboxCategory | undefined {
    const item = this.#toolbox()?.getToolboxItemById(SEARCH_ID);
    return item instanceof Blockly.ToolboxCategory ? item : undefined;
  }

  /** `/` and Ctrl+F search, F1 explains. By key, not by its place on the keyboard: `/` is elsewhere in every country. */
  #onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const isSearch = (key === '/' && !ctrlKey && !altKey) || (key === 'f' && (ctrlKey || metaKey));
    const type = key === 'F1' ? focusedBlock(this.#workspace)?.type : undefined;
    if (!isSearch && type === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (type === undefined) this.#askedForSearch.fire();
    else this.#askedForHelp.fire(type);
  }
}

/** The block that has the keyboard's focus, in the workspace or in the palette. */
function focusedBlock(workspace: Blockly.WorkspaceSvg): Blockly.BlockSvg | null {
  return workspace.getNavigator().getSourceBlockFromNode(Blockly.getFocusManager().getFocusedNode());
}

function blockItem(preset: Preset): Blockly.utils.toolbox.FlyoutItemInfo {
  return { kind: 'block', ...preset } as Blockly.utils.toolbox.FlyoutItemInfo;
}

function categoryKey({ id }: Category): string {
  return `PINLAB_${id.toUpperCase()}`;
}
