/** Names and the values they stand for. Names are kept as typed: there is no hidden table of variables. */

import { type BlockFamily, slot, statement, value } from '../block-spec.ts';
import { FieldName, FieldNameList } from '../fields/field-name.ts';
import { ORDER } from '../generators/order.ts';

const NAME = { type: FieldName.TYPE, name: 'NAME', text: 'x' };

export const variables: BlockFamily = {
  style: 'variables',
  blocks: [
    statement('assign', {
      message: 'ASSIGN',
      args: [NAME, slot('VALUE')],
      tooltip: 'ASSIGN_TIP',
      generate: (block, python) =>
        `${block.getFieldValue('NAME')} = ${python.value(block, 'VALUE', ORDER.NONE, 'None')}`,
    }),
    statement('change', {
      message: 'CHANGE',
      args: [NAME, slot('BY')],
      tooltip: 'CHANGE_TIP',
      generate: (block, python) =>
        `${block.getFieldValue('NAME')} += ${python.value(block, 'BY', ORDER.NONE, '1')}`,
    }),
    value('name', {
      message: 'NAME',
      args: [NAME],
      tooltip: 'NAME_TIP',
      generate: (block) => [String(block.getFieldValue('NAME')), ORDER.ATOMIC],
    }),
    statement('global', {
      message: 'GLOBAL',
      args: [{ type: FieldNameList.TYPE, name: 'NAMES', text: 'x' }],
      tooltip: 'GLOBAL_TIP',
      generate: (block) => {
        const names = String(block.getFieldValue('NAMES'));
        return names === '' ? 'pass' : `global ${names}`;
      },
    }),
  ],
};
