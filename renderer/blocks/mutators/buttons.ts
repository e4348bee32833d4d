/** The small plus and minus on blocks whose slots come and go, and the undoable change they make. */

import * as Blockly from 'blockly/core';
import { text } from '../messages/messages.ts';
import type { MessageKey } from '../messages/en.ts';

/** In workspace units: large enough for a finger at the usual zoom. */
const SIZE = 24;

function icon(path: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"><circle cx="9" cy="9" r="8" fill="#fff" ` +
    `fill-opacity=".22"/><path d="${path}" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const ICONS = { plus: icon('M9 5v8M5 9h8'), minus: icon('M5 9h8') } as const;

/** A button on a block: does nothing in the palette or where the block cannot be edited. */
export function button(
  kind: keyof typeof ICONS,
  label: MessageKey,
  press: (block: Blockly.Block) => void,
): Blockly.FieldImage {
  return new Blockly.FieldImage(ICONS[kind], SIZE, SIZE, text(label), (field) => {
    const block = field.getSourceBlock();
    if (!block || block.isInFlyout || !block.isEditable()) return;
    press(block);
  });
}

/** Runs `mutate` as one step of the undo history. */
export function changeShape(block: Blockly.Block, mutate: () => void): void {
  const before = JSON.stringify(block.saveExtraState?.() ?? null);
  const group = Blockly.Events.getGroup();
  if (!group) Blockly.Events.setGroup(true);
  mutate();
  const after = JSON.stringify(block.saveExtraState?.() ?? null);
  if (before !== after && Blockly.Events.isEnabled()) {
    const BlockChange = Blockly.Events.get(Blockly.Events.BLOCK_CHANGE) as typeof Blockly.Events.BlockChange;
    Blockly.Events.fire(new BlockChange(block, 'mutation', null, before, after));
  }
  if (!group) Blockly.Events.setGroup(false);
}
