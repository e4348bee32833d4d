/** Numbers, comparisons and truth values. */

import type { Block } from 'blockly/core';
import { type BlockFamily, condition, menu, operators, slot, value } from '../block-spec.ts';
import { FieldNumberSource } from '../fields/field-number.ts';
import { ORDER, sameOrTighter } from '../generators/order.ts';
import type { PythonGenerator } from '../generators/python-generator.ts';
import { ITEM, ITEMS_MUTATOR } from '../mutators/items.ts';

const ARITHMETIC: Readonly<Record<string, number>> = {
  '+': ORDER.ADDITIVE,
  '-': ORDER.ADDITIVE,
  '*': ORDER.MULTIPLICATIVE,
  '/': ORDER.MULTIPLICATIVE,
  '//': ORDER.MULTIPLICATIVE,
  '%': ORDER.MULTIPLICATIVE,
  '**': ORDER.POWER,
};

/** Operators group to the left, so a left operand of the same strength needs no parentheses; the power groups to the right. */
function arithmetic(block: Block, python: PythonGenerator): [string, number] {
  const operator = String(block.getFieldValue('OP'));
  const order = ARITHMETIC[operator] ?? ORDER.ADDITIVE;
  const power = order === ORDER.POWER;
  const left = python.value(block, 'A', power ? order : sameOrTighter(order), '0');
  // The power's right operand may carry a sign: 2 ** -1.
  const right = python.value(block, 'B', power ? sameOrTighter(ORDER.UNARY) : order, '0');
  return [`${left} ${operator} ${right}`, order];
}

function logic(block: Block, python: PythonGenerator): [string, number] {
  const operator = block.getFieldValue('OP') === 'or' ? 'or' : 'and';
  const order = operator === 'or' ? ORDER.OR : ORDER.AND;
  const left = python.value(block, 'A', sameOrTighter(order), 'False');
  const right = python.value(block, 'B', order, 'False');
  return [`${left} ${operator} ${right}`, order];
}

const numbers = [
  value('number', {
    message: 'NUMBER',
    args: [{ type: FieldNumberSource.TYPE, name: 'NUMBER', text: '0' }],
    tooltip: 'NUMBER_TIP',
    generate: (block) => {
      const source = String(block.getFieldValue('NUMBER'));
      return [source, source.startsWith('-') ? ORDER.UNARY : ORDER.ATOMIC];
    },
  }),
  value('arithmetic', {
    message: 'ARITHMETIC',
    args: [
      slot('A'),
      operators('OP', { '+': '+', '-': '−', '*': '×', '/': '÷', '//': '//', '%': '%', '**': '**' }),
      slot('B'),
    ],
    tooltip: 'ARITHMETIC_TIP',
    generate: arithmetic,
  }),
  value('negate', {
    message: 'NEGATE',
    args: [slot('A')],
    tooltip: 'NEGATE_TIP',
    generate: (block, python) => [
      `-${python.value(block, 'A', sameOrTighter(ORDER.UNARY), '0')}`,
      ORDER.UNARY,
    ],
  }),
];

const truth = [
  value('compare', {
    message: 'COMPARE',
    args: [
      slot('A'),
      operators('OP', { '==': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }),
      slot('B'),
    ],
    output: 'Boolean',
    tooltip: 'COMPARE_TIP',
    // Python would read a < b < c as a chain, so both operands bind tighter.
    generate: (block, python) => [
      `${python.value(block, 'A', ORDER.COMPARISON, '0')} ${block.getFieldValue('OP')} ` +
        python.value(block, 'B', ORDER.COMPARISON, '0'),
      ORDER.COMPARISON,
    ],
  }),
  value('logic', {
    message: 'LOGIC',
    args: [condition('A'), menu('OP', ['LOGIC_AND', 'and'], ['LOGIC_OR', 'or']), condition('B')],
    output: 'Boolean',
    tooltip: 'LOGIC_TIP',
    generate: logic,
  }),
  value('not', {
    message: 'NOT',
    args: [condition('A')],
    output: 'Boolean',
    tooltip: 'NOT_TIP',
    generate: (block, python) => [
      `not ${python.value(block, 'A', sameOrTighter(ORDER.NOT), 'False')}`,
      ORDER.NOT,
    ],
  }),
  value('constant', {
    message: 'CONSTANT',
    args: [menu('VALUE', ['CONSTANT_TRUE', 'True'], ['CONSTANT_FALSE', 'False'], ['CONSTANT_NONE', 'None'])],
    output: 'Boolean',
    tooltip: 'CONSTANT_TIP',
    generate: (block) => [String(block.getFieldValue('VALUE')), ORDER.ATOMIC],
  }),
];

const calls = [
  value('random_int', {
    message: 'RANDOM_INT',
    args: [slot('LOW'), slot('HIGH')],
    tooltip: 'RANDOM_INT_TIP',
    generate: (block, python) => {
      const low = python.value(block, 'LOW', ORDER.NONE, '0');
      const high = python.value(block, 'HIGH', ORDER.NONE, '0');
      return [`${python.use('random', 'randint')}(${low}, ${high})`, ORDER.MEMBER];
    },
  }),
  value('round', {
    message: 'ROUND',
    args: [slot('A'), { type: 'field_number', name: 'DIGITS', value: 0, min: 0, max: 9, precision: 1 }],
    tooltip: 'ROUND_TIP',
    generate: (block, python) => {
      const digits = Number(block.getFieldValue('DIGITS'));
      const number = python.value(block, 'A', ORDER.NONE, '0');
      return [digits === 0 ? `round(${number})` : `round(${number}, ${digits})`, ORDER.MEMBER];
    },
  }),
  value('abs', {
    message: 'ABS',
    args: [slot('A')],
    tooltip: 'ABS_TIP',
    generate: (block, python) => [`abs(${python.value(block, 'A', ORDER.NONE, '0')})`, ORDER.MEMBER],
  }),
  value('min_max', {
    message: 'MIN_MAX',
    args: [menu('FUNCTION', ['MIN', 'min'], ['MAX', 'max'])],
    mutator: ITEMS_MUTATOR,
    tooltip: 'MIN_MAX_TIP',
    generate: (block, python) => [
      `${block.getFieldValue('FUNCTION')}(${python.values(block, ITEM, ORDER.NONE).join(', ')})`,
      ORDER.MEMBER,
    ],
  }),
  value('convert', {
    message: 'CONVERT',
    args: [
      slot('A'),
      menu(
        'KIND',
        ['CONVERT_INT', 'int'],
        ['CONVERT_FLOAT', 'float'],
        ['CONVERT_STR', 'str'],
        ['CONVERT_BOOL', 'bool'],
      ),
    ],
    tooltip: 'CONVERT_TIP',
    generate: (block, python) => [
      `${block.getFieldValue('KIND')}(${python.value(block, 'A', ORDER.NONE, '0')})`,
      ORDER.MEMBER,
    ],
  }),
];

export const math: BlockFamily = { style: 'math', blocks: [...numbers, ...truth, ...calls] };
