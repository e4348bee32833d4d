/** Draws shapes: the one mutator of all blocks whose slots come and go. What a shape is, is data (`../shape.ts`). */

import * as Blockly from 'blockly/core';
import { text } from '../messages/texts.ts';
import type { Extra } from '../program/block.ts';
import { specOf } from '../program/catalog.ts';
import { SHAPE_MUTATOR, type Shape, type ShapeButton, type ShapeInput } from '../shape.ts';
import { button, changeShape } from './buttons.ts';

const BUTTONS = 'BUTTONS';
/** Values that one line of a block holds; values with a name in front are wider. */
const MOST_IN_LINE = 5;
const MOST_NAMED_IN_LINE = 3;

interface ShapedBlock extends Blockly.Block {
  /** The shape as data, and the names of the inputs that it made. */
  extra: Extra;
  made: readonly string[];
}

const mixin = {
  extra: {} as Extra,
  made: [] as readonly string[],

  saveExtraState(this: ShapedBlock): Extra | null {
    return Object.keys(this.extra).length > 0 ? this.extra : null;
  },

  loadExtraState(this: ShapedBlock, saved: unknown): void {
    reshape(this, shapeOf(this)?.read(saved) ?? {}, saved, {});
  },
};

function shapeOf(block: Blockly.Block): Shape | undefined {
  return specOf(block.type)?.shape;
}

/** What stood in a slot stays in the slot of that name, or goes where `moves` says. */
function reshape(
  block: ShapedBlock,
  shape: Extra,
  saved: unknown,
  moves: Readonly<Record<string, string>>,
): void {
  const held = detach(block, block.made);
  for (const name of block.made) {
    for (const part of [name, `${name}_ROW`, `${name}_END`]) block.removeInput(part, true);
  }
  block.removeInput(BUTTONS, true);
  // The form in which a call was written is no part of its shape but kept with it.
  const form = (saved as Extra | null)?.['form'];
  const own = shapeOf(block) ? shape : ((saved as Extra | null) ?? {});
  block.extra = form === undefined ? own : { ...own, form };
  const inputs = shapeOf(block)?.inputs(shape) ?? [];
  for (const input of inputs) append(block, input);
  block.made = inputs.map(({ name }) => name);
  appendButtons(block, shapeOf(block)?.buttons ?? []);
  block.setInputsInline(fitsOneLine(inputs));
  for (const [name, child] of held) attach(block, moves[name] ?? name, child);
}

/** Many values stand below each other: the block stays narrow enough for a small screen. */
function fitsOneLine(inputs: readonly ShapeInput[]): boolean {
  const hasRows = inputs.some(({ input, newRow }) => input === 'body' || newRow);
  const values = inputs.filter(({ input }) => input === 'value');
  const most = values.some(({ label }) => label !== undefined) ? MOST_NAMED_IN_LINE : MOST_IN_LINE;
  return hasRows || values.length <= most;
}

interface Held {
  readonly child: Blockly.Block | null;
  readonly shadow: Blockly.serialization.blocks.State | null;
}

function detach(block: Blockly.Block, names: readonly string[]): [string, Held][] {
  return names.flatMap((name): [string, Held][] => {
    const connection = block.getInput(name)?.connection;
    if (!connection) return [];
    const shadow = connection.getShadowState(true);
    const target = connection.targetBlock();
    const child = target && !target.isShadow() ? target : null;
    connection.setShadowState(null);
    if (child && connection.isConnected()) connection.disconnect();
    return [[name, { child, shadow }]];
  });
}

function attach(block: Blockly.Block, name: string, { child, shadow }: Held): void {
  const connection = block.getInput(name)?.connection;
  if (!connection) return;
  if (shadow) connection.setShadowState(shadow);
  const own = child?.outputConnection ?? child?.previousConnection;
  if (own) connection.connect(own);
}

function append(block: ShapedBlock, { input, name, label, check, field, newRow, buttons }: ShapeInput): void {
  const words = label === undefined ? '' : typeof label === 'string' ? text(label) : label.plain;
  const [before = '', after = ''] = words.split('%1');
  if (newRow) block.appendEndRowInput(`${name}_ROW`);
  const made =
    input === 'value'
      ? block.appendValueInput(name)
      : input === 'body'
        ? block.appendStatementInput(name)
        : block.appendDummyInput(name);
  if (before.trim()) made.appendField(before.trim());
  const own = field && Blockly.fieldRegistry.fromJson<string>(field);
  if (own) made.appendField(own, field.name);
  if (check) made.setCheck(check);
  const behind = after.trim() || buttons;
  if (!behind) return;
  const end = input === 'value' ? block.appendDummyInput(`${name}_END`) : made;
  if (after.trim()) end.appendField(after.trim());
  for (const one of buttons ?? []) end.appendField(buttonFor(one), `${one.sign.toUpperCase()}_${name}`);
}

function appendButtons(block: Blockly.Block, buttons: readonly ShapeButton[]): void {
  if (buttons.length === 0) return;
  const input = block.appendDummyInput(BUTTONS);
  for (const one of buttons) input.appendField(buttonFor(one), one.sign.toUpperCase());
}

function buttonFor({ sign, label, press, moves }: ShapeButton): Blockly.FieldImage {
  return button(sign, label, (source) => {
    const block = source as ShapedBlock;
    const next = press(block.extra);
    if (!next) return;
    const before = new Set(block.made);
    changeShape(block, () => {
      reshape(block, next, block.extra, moves?.(block.extra) ?? {});
      fillNew(block, before);
    });
  });
}

/** A slot added by hand starts with the same kind of value as the model slot. */
function fillNew(block: ShapedBlock, before: ReadonlySet<string>): void {
  const model = shapeOf(block)?.model;
  if (model === undefined) return;
  const state = block.getInput(model)?.connection?.getShadowState() ?? { type: 'text' };
  for (const name of block.made) {
    const connection = block.getInput(name)?.connection;
    const isValue = connection?.type === Blockly.ConnectionType.INPUT_VALUE;
    if (!before.has(name) && isValue) connection.setShadowState({ type: state.type, fields: state.fields });
  }
}

export function registerShapeMutator(): void {
  if (Blockly.Extensions.isRegistered(SHAPE_MUTATOR)) return;
  Blockly.Extensions.registerMutator(SHAPE_MUTATOR, mixin, function (this: Blockly.Block) {
    const block = this as ShapedBlock;
    block.made = [];
    reshape(block, shapeOf(block)?.read(undefined) ?? {}, undefined, {});
  });
}
