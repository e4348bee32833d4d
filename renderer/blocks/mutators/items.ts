/** Mutator for blocks with a free number of value slots: print, join, smallest of, calls. */

import * as Blockly from 'blockly/core';
import { button, changeShape } from './buttons.ts';

export const ITEMS_MUTATOR = 'pinlab_items';
/** Slots are ITEM0, ITEM1, … */
export const ITEM = 'ITEM';
const BUTTONS = 'BUTTONS';

interface ItemsBlock extends Blockly.Block {
  items: number;
  setItems(count: number): void;
}

const mixin = {
  items: 1,

  saveExtraState(this: ItemsBlock): { items: number } {
    return { items: this.items };
  },

  loadExtraState(this: ItemsBlock, state: { items?: unknown }): void {
    const items = Number(state.items);
    this.setItems(Number.isInteger(items) && items >= 0 ? items : 1);
  },

  setItems(this: ItemsBlock, count: number): void {
    while (this.items > count) this.removeInput(ITEM + --this.items);
    while (this.items < count) this.appendValueInput(ITEM + this.items++);
    if (this.getInput(BUTTONS)) this.removeInput(BUTTONS);
    const input = this.appendDummyInput(BUTTONS);
    if (count > 0) {
      const remove = (block: Blockly.Block): void => resize(block as ItemsBlock, -1);
      input.appendField(button('minus', 'ITEM_REMOVE', remove), 'MINUS');
    }
    input.appendField(
      button('plus', 'ITEM_ADD', (block) => resize(block as ItemsBlock, 1)),
      'PLUS',
    );
  },
};

/** A slot added by hand starts with the same kind of value as the first one. */
function resize(block: ItemsBlock, by: number): void {
  changeShape(block, () => {
    block.setItems(block.items + by);
    if (by < 0) return;
    const first = block.getInput(`${ITEM}0`)?.connection?.getShadowState() ?? { type: 'text' };
    block
      .getInput(ITEM + (block.items - 1))
      ?.connection?.setShadowState({ type: first.type, fields: first.fields });
  });
}

export function registerItemsMutator(): void {
  if (Blockly.Extensions.isRegistered(ITEMS_MUTATOR)) return;
  Blockly.Extensions.registerMutator(ITEMS_MUTATOR, mixin, function (this: Blockly.Block) {
    const block = this as ItemsBlock;
    block.items = 0;
    block.setItems(1);
  });
}
