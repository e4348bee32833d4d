/** Functions: defining, running, returning. */

import type { Block } from 'blockly/core';
import { type BlockFamily, slot, statement, value } from '../block-spec.ts';
import { FieldName, FieldNameList } from '../fields/field-name.ts';
import { ORDER } from '../generators/order.ts';
import type { PythonGenerator } from '../generators/python-generator.ts';
import { ITEM, ITEMS_MUTATOR } from '../mutators/items.ts';

const NAME = { type: FieldName.TYPE, name: 'NAME', text: 'blink', role: 'function' };

function call(block: Block, python: PythonGenerator): string {
  return `${block.getFieldValue('NAME')}(${python.values(block, ITEM, ORDER.NONE).join(', ')})`;
}

export const functions: BlockFamily = {
  style: 'functions',
  blocks: [
    statement('def', {
      message: 'DEF',
      args: [
        { ...NAME, menu: false },
        { type: FieldNameList.TYPE, name: 'PARAMS' },
      ],
      body: 'DO',
      layout: 'definition',
      tooltip: 'DEF_TIP',
      generate: (block, python) =>
        `def ${block.getFieldValue('NAME')}(${block.getFieldValue('PARAMS')}):\n${python.body(block, 'DO')}`,
    }),
    statement('call', {
      message: 'CALL',
      args: [NAME],
      mutator: ITEMS_MUTATOR,
      tooltip: 'CALL_TIP',
      generate: call,
    }),
    value('call_value', {
      message: 'CALL_VALUE',
      args: [NAME],
      mutator: ITEMS_MUTATOR,
      tooltip: 'CALL_VALUE_TIP',
      generate: (block, python) => [call(block, python), ORDER.MEMBER],
    }),
    statement('return', {
      message: 'RETURN',
      args: [slot('VALUE')],
      tooltip: 'RETURN_TIP',
      generate: (block, python) => `return ${python.value(block, 'VALUE', ORDER.NONE, '')}`.trimEnd(),
    }),
  ],
};
