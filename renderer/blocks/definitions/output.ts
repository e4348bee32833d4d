/** The console: printing and asking; and the text that is printed. */

import type { Block } from 'blockly/core';
import { type BlockFamily, slot, statement, value } from '../block-spec.ts';
import { fString, type JoinPiece, quote } from '../generators/literals.ts';
import { ORDER } from '../generators/order.ts';
import type { PythonGenerator } from '../generators/python-generator.ts';
import { ITEM, ITEMS_MUTATOR } from '../mutators/items.ts';

/** An f-string where MicroPython can read it, otherwise a sum of texts. */
function join(block: Block, python: PythonGenerator): [string, number] {
  const filled = block.inputList.filter(
    ({ name, connection }) => name.startsWith(ITEM) && connection?.targetBlock(),
  );
  const pieces = filled.map(({ name }): JoinPiece => {
    const item = block.getInputTargetBlock(name);
    if (item?.type === 'text') return { literal: String(item.getFieldValue('TEXT')) };
    return { expression: python.value(block, name, ORDER.NONE, "''") };
  });
  if (pieces.every((piece) => 'literal' in piece)) {
    return [quote(pieces.map(({ literal }) => literal).join('')), ORDER.ATOMIC];
  }
  const joined = fString(pieces);
  if (joined) return [joined, ORDER.ATOMIC];
  const terms = pieces.map((piece) =>
    'literal' in piece ? quote(piece.literal) : `str(${piece.expression})`,
  );
  return [terms.join(' + '), terms.length > 1 ? ORDER.ADDITIVE : ORDER.MEMBER];
}

export const output: BlockFamily = {
  style: 'output',
  blocks: [
    statement('print', {
      message: 'PRINT',
      mutator: ITEMS_MUTATOR,
      tooltip: 'PRINT_TIP',
      generate: (block, python) => `print(${python.values(block, ITEM, ORDER.NONE).join(', ')})`,
    }),
    value('input', {
      message: 'INPUT',
      args: [slot('PROMPT')],
      tooltip: 'INPUT_TIP',
      generate: (block, python) => [`input(${python.value(block, 'PROMPT', ORDER.NONE, '')})`, ORDER.MEMBER],
    }),
    value('text', {
      message: 'TEXT',
      args: [{ type: 'field_input', name: 'TEXT', text: '', spellcheck: false }],
      tooltip: 'TEXT_TIP',
      generate: (block) => [quote(String(block.getFieldValue('TEXT'))), ORDER.ATOMIC],
    }),
    value('text_join', {
      message: 'TEXT_JOIN',
      mutator: ITEMS_MUTATOR,
      tooltip: 'TEXT_JOIN_TIP',
      generate: join,
    }),
  ],
};
