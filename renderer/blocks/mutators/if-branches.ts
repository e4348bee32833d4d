/** Mutator of the if block: as many else-if branches as wanted, and an else. */

import * as Blockly from 'blockly/core';
import { text } from '../messages/messages.ts';
import { button, changeShape } from './buttons.ts';

export const IF_MUTATOR = 'pinlab_if';

interface IfState {
  readonly elifs?: number;
  readonly otherwise?: boolean;
}

interface IfBlock extends Blockly.Block {
  elifs: number;
  otherwise: boolean;
  reshape(elifs: number, otherwise: boolean): void;
}

const mixin = {
  elifs: 0,
  otherwise: false,

  saveExtraState(this: IfBlock): IfState | null {
    if (this.elifs === 0 && !this.otherwise) return null;
    return {
      ...(this.elifs > 0 ? { elifs: this.elifs } : {}),
      ...(this.otherwise ? { otherwise: true } : {}),
    };
  },

  loadExtraState(this: IfBlock, state: IfState | null): void {
    const elifs = Number(state?.elifs ?? 0);
    this.reshape(Number.isInteger(elifs) && elifs > 0 ? elifs : 0, state?.otherwise === true);
  },

  /** Branches are IF1/DO1 … and ELSE; IF0/DO0 is the first condition and always there. */
  reshape(this: IfBlock, elifs: number, otherwise: boolean): void {
    for (let n = this.elifs; n > elifs; n--) removeInputs(this, [`IF${n}`, `THEN${n}`, `DO${n}`]);
    if (this.otherwise && !otherwise) removeInputs(this, ['ELSE_LABEL', 'ELSE']);
    if (!this.otherwise && otherwise) appendElse(this);
    for (let n = this.elifs + 1; n <= elifs; n++) appendElif(this, n);
    this.elifs = elifs;
    this.otherwise = otherwise;
    if (!this.getInput('BUTTONS')) {
      this.appendDummyInput('BUTTONS').appendField(button('plus', 'IF_ADD', addBranch), 'PLUS');
    }
    this.moveInputBefore('BUTTONS', null);
  },
};

function appendElif(block: IfBlock, n: number): void {
  const [label, end] = text('IF_ELIF').split('%1');
  block
    .appendValueInput(`IF${n}`)
    .setCheck('Boolean')
    .appendField((label ?? '').trim());
  block
    .appendDummyInput(`THEN${n}`)
    .appendField((end ?? '').trim())
    .appendField(
      button('minus', 'IF_REMOVE', (source) => removeElif(source as IfBlock, n)),
      `MINUS${n}`,
    );
  block.appendStatementInput(`DO${n}`);
  if (!block.getInput('ELSE_LABEL')) return;
  for (const name of [`IF${n}`, `THEN${n}`, `DO${n}`]) block.moveInputBefore(name, 'ELSE_LABEL');
}

function appendElse(block: IfBlock): void {
  block
    .appendDummyInput('ELSE_LABEL')
    .appendField(text('IF_ELSE'))
    .appendField(
      button('minus', 'IF_REMOVE', (source) => removeElse(source as IfBlock)),
      'MINUS_ELSE',
    );
  block.appendStatementInput('ELSE');
}

/** An else comes first, since it is what most programs need; then else-ifs in front of it. */
function addBranch(source: Blockly.Block): void {
  const block = source as IfBlock;
  changeShape(block, () => block.reshape(block.otherwise ? block.elifs + 1 : block.elifs, true));
}

function removeElse(block: IfBlock): void {
  changeShape(block, () => block.reshape(block.elifs, false));
}

/** Branches below move up by one, so that the last pair of slots is the one to go. */
function removeElif(block: IfBlock, n: number): void {
  changeShape(block, () => {
    for (const slot of [`IF${n}`, `DO${n}`]) empty(block, slot);
    for (let next = n + 1; next <= block.elifs; next++) {
      for (const slot of ['IF', 'DO']) moveBlock(block, `${slot}${next}`, `${slot}${next - 1}`);
    }
    block.reshape(block.elifs - 1, block.otherwise);
  });
}

function empty(block: Blockly.Block, slot: string): void {
  const connection = block.getInput(slot)?.connection;
  if (connection?.isConnected()) connection.disconnect();
}

function moveBlock(block: Blockly.Block, from: string, to: string): void {
  const moved = block.getInputTargetBlock(from);
  const target = block.getInput(to)?.connection;
  if (!moved || !target) return;
  empty(block, from);
  const own = moved.outputConnection ?? moved.previousConnection;
  if (own) target.connect(own);
}

function removeInputs(block: Blockly.Block, names: readonly string[]): void {
  for (const name of names) block.removeInput(name, true);
}

export function registerIfMutator(): void {
  if (Blockly.Extensions.isRegistered(IF_MUTATOR)) return;
  Blockly.Extensions.registerMutator(IF_MUTATOR, mixin, function (this: Blockly.Block) {
    (this as IfBlock).reshape(0, false);
  });
}
