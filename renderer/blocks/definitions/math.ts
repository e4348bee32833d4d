/** Numbers, comparisons and truth values. */

import { type BlockFamily, condition, menu, operators, slot, value, type Written } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block, Extra } from '../program/block.ts';
import { BINARY_ORDER, operandOrders, ORDER, sameOrTighter } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, part, type ReadingContext, rule } from '../program/rule.ts';
import type { BinaryNode, BinaryOperator, CompareNode, UnaryNode } from '../python/nodes.ts';
import { ITEM, itemSlots, type Shape } from '../shape.ts';
import { argumentsParts, argumentsShape, writeArguments } from './arguments.ts';

function isBinary(operator: string): operator is BinaryOperator {
  return operator in BINARY_ORDER;
}

function writeBinary(block: Block, python: Printer): Written {
  const found = block.fields['OP'] ?? '+';
  const operator = isBinary(found) ? found : '+';
  const [left, right] = operandOrders(operator);
  return [
    `${python.value(block, 'A', left, '0')} ${operator} ${python.value(block, 'B', right, '0')}`,
    BINARY_ORDER[operator],
  ];
}

function binaryParts(choices: string): (node: BinaryNode, context: ReadingContext) => Parts | undefined {
  const known = choices.split(' ');
  return ({ operator, operatorSpan, left, right }, context) =>
    known.includes(operator)
      ? { fields: { OP: part(context, operatorSpan) }, slots: { A: left, B: right } }
      : undefined;
}

function writeUnary(operator: string, order: number): (block: Block, python: Printer) => Written {
  return (block, python) => [operator + python.value(block, 'A', sameOrTighter(order), '0'), order];
}

function unaryParts(wanted: UnaryNode['operator']): (node: UnaryNode) => Parts | undefined {
  return ({ operator, operand }) => (operator === wanted ? { slots: { A: operand } } : undefined);
}

/** `-5` is one number to a learner. */
function negativeParts(node: UnaryNode, context: ReadingContext): Parts | undefined {
  const { operator, operand, from, to } = node;
  const isNumber = operand.kind === 'Number' && !operand.outer;
  const source = context.source({ from, to });
  return operator === '-' && isNumber && source === `-${operand.source}`
    ? { fields: { NUMBER: { value: source, at: node } } }
    : undefined;
}

function writeLogic(block: Block, python: Printer): Written {
  const operator = block.fields['OP'] === 'or' ? 'or' : 'and';
  const order = operator === 'or' ? ORDER.OR : ORDER.AND;
  const left = python.value(block, 'A', sameOrTighter(order), 'False');
  return [`${left} ${operator} ${python.value(block, 'B', order, 'False')}`, order];
}

const COMPARISONS = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  in: 'in',
  'not in': 'not in',
  is: 'is',
  'is not': 'is not',
};

// Python would read a < b < c as a chain, so both operands bind tighter.
function writeCompare(block: Block, python: Printer): Written {
  const [left, right] = ['A', 'B'].map((name) => python.value(block, name, ORDER.COMPARISON, '0'));
  return [`${left ?? ''} ${block.fields['OP'] ?? '=='} ${right ?? ''}`, ORDER.COMPARISON];
}

function compareParts({ operands, operators: list }: CompareNode): Parts | undefined {
  const [operator] = list;
  if (!operator || list.length > 1) return undefined;
  return {
    fields: { OP: { value: operator.operator, at: operator } },
    slots: { A: operands[0], B: operands[1] },
  };
}

function chainOf(extra: Extra | undefined): readonly string[] {
  const found = extra?.['operators'];
  return Array.isArray(found) ? found.map(String) : ['<', '<'];
}

/** `0 < x < 10`: slots with a sign between each two. */
const chainShape: Shape = {
  read: (saved) => ({ operators: chainOf(saved as Extra | undefined) }),
  inputs: (extra) =>
    ['', ...chainOf(extra)].map((operator, n) => ({
      input: 'value',
      name: `${ITEM}${n}`,
      ...(operator === '' ? {} : { label: { plain: operator } }),
    })),
  buttons: [],
};

const numbers = [
  value('number', {
    message: 'NUMBER',
    args: [{ type: FIELD.number, name: 'NUMBER', text: '0' }],
    tooltip: 'NUMBER_TIP',
    write: (block) => {
      const source = block.fields['NUMBER'] ?? '0';
      return [source, source.startsWith('-') ? ORDER.UNARY : ORDER.ATOMIC];
    },
    reads: [
      rule('Number', (node) => ({ fields: { NUMBER: { value: node.source, at: node } } })),
      rule('Unary', negativeParts),
    ],
  }),
  value('arithmetic', {
    message: 'ARITHMETIC',
    args: [
      slot('A', '0'),
      operators('OP', { '+': '+', '-': '−', '*': '×', '/': '÷', '//': '//', '%': '%', '**': '**' }),
      slot('B', '0'),
    ],
    tooltip: 'ARITHMETIC_TIP',
    write: writeBinary,
    reads: [rule('Binary', binaryParts('+ - * / // % **'))],
  }),
  value('bits', {
    message: 'ARITHMETIC',
    args: [
      slot('A', '0'),
      operators('OP', { '&': '&', '|': '|', '^': '^', '<<': '<<', '>>': '>>', '@': '@' }),
      slot('B', '0'),
    ],
    tooltip: 'BITS_TIP',
    write: writeBinary,
    reads: [rule('Binary', binaryParts('& | ^ << >> @'))],
  }),
  value('negate', {
    message: 'NEGATE',
    args: [slot('A', '0')],
    tooltip: 'NEGATE_TIP',
    write: writeUnary('-', ORDER.UNARY),
    reads: [rule('Unary', unaryParts('-'))],
  }),
  value('unary_plus', {
    message: 'UNARY_PLUS',
    args: [slot('A', '0')],
    tooltip: 'UNARY_PLUS_TIP',
    write: writeUnary('+', ORDER.UNARY),
    reads: [rule('Unary', unaryParts('+'))],
  }),
  value('bit_not', {
    message: 'BIT_NOT',
    args: [slot('A', '0')],
    tooltip: 'BIT_NOT_TIP',
    write: writeUnary('~', ORDER.UNARY),
    reads: [rule('Unary', unaryParts('~'))],
  }),
];

const truth = [
  value('compare', {
    message: 'COMPARE',
    args: [slot('A', '0'), operators('OP', COMPARISONS), slot('B', '0')],
    output: 'Boolean',
    tooltip: 'COMPARE_TIP',
    write: writeCompare,
    reads: [rule('Compare', compareParts)],
  }),
  value('compare_chain', {
    message: 'COMPARE_CHAIN',
    shape: chainShape,
    output: 'Boolean',
    tooltip: 'COMPARE_CHAIN_TIP',
    write: (block, python) => {
      const codes = ['', ...chainOf(block.extra)].map((operator, n) => {
        const operand = python.value(block, `${ITEM}${n}`, ORDER.COMPARISON, '0');
        return operator === '' ? operand : ` ${operator} ${operand}`;
      });
      return [codes.join(''), ORDER.COMPARISON];
    },
    reads: [
      rule('Compare', ({ operands, operators: list }) => ({
        extra: { operators: list.map(({ operator }) => operator) },
        slots: itemSlots(operands),
      })),
    ],
  }),
  value('logic', {
    message: 'LOGIC',
    args: [condition('A'), menu('OP', ['LOGIC_AND', 'and'], ['LOGIC_OR', 'or']), condition('B')],
    output: 'Boolean',
    tooltip: 'LOGIC_TIP',
    write: writeLogic,
    reads: [
      rule('Logic', ({ operatorSpan, left, right }, context) => ({
        fields: { OP: part(context, operatorSpan) },
        slots: { A: left, B: right },
      })),
    ],
  }),
  value('not', {
    message: 'NOT',
    args: [condition('A')],
    output: 'Boolean',
    tooltip: 'NOT_TIP',
    write: (block, python) => [
      `not ${python.value(block, 'A', sameOrTighter(ORDER.NOT), 'False')}`,
      ORDER.NOT,
    ],
    reads: [rule('Unary', unaryParts('not'))],
  }),
  value('choose', {
    message: 'CHOOSE',
    args: [slot('THEN'), condition('TEST'), slot('OTHERWISE')],
    tooltip: 'CHOOSE_TIP',
    write: (block, python) => {
      const then = python.value(block, 'THEN', ORDER.CONDITIONAL, 'None');
      const test = python.value(block, 'TEST', ORDER.CONDITIONAL, 'False');
      const otherwise = python.value(block, 'OTHERWISE', ORDER.ITEM, 'None');
      return [`${then} if ${test} else ${otherwise}`, ORDER.CONDITIONAL];
    },
    reads: [
      rule('Conditional', ({ test, then, otherwise }) => ({
        slots: { THEN: then, TEST: test, OTHERWISE: otherwise },
      })),
    ],
  }),
  value('constant', {
    message: 'CONSTANT',
    args: [
      menu(
        'VALUE',
        ['CONSTANT_TRUE', 'True'],
        ['CONSTANT_FALSE', 'False'],
        ['CONSTANT_NONE', 'None'],
        ['CONSTANT_ELLIPSIS', '...'],
      ),
    ],
    output: 'Boolean',
    tooltip: 'CONSTANT_TIP',
    write: (block) => [block.fields['VALUE'] ?? 'None', ORDER.ATOMIC],
    reads: [rule('Constant', (node) => ({ fields: { VALUE: { value: node.value, at: node } } }))],
  }),
];

const calls = [
  value('random_int', {
    message: 'RANDOM_INT',
    args: [slot('LOW', '0'), slot('HIGH', '0')],
    tooltip: 'RANDOM_INT_TIP',
    python: 'random.randint($LOW, $HIGH)',
  }),
  value('round', {
    message: 'ROUND',
    args: [slot('A', '0'), { type: 'field_number', name: 'DIGITS', value: 0, min: 0, max: 9, precision: 1 }],
    tooltip: 'ROUND_TIP',
    python: [{ python: 'round($A)', fields: { DIGITS: '0' } }, 'round($A, $DIGITS)'],
  }),
  value('abs', {
    message: 'ABS',
    args: [slot('A', '0')],
    tooltip: 'ABS_TIP',
    python: 'abs($A)',
  }),
  value('min_max', {
    message: 'MIN_MAX',
    args: [menu('FUNCTION', ['MIN', 'min'], ['MAX', 'max'])],
    shape: argumentsShape(2),
    tooltip: 'MIN_MAX_TIP',
    write: (block, python) => [
      (block.fields['FUNCTION'] ?? 'min') + writeArguments(block, python),
      ORDER.MEMBER,
    ],
    reads: [
      rule('Call', ({ function: called, arguments: args }, context) =>
        called.kind === 'Name' && ['min', 'max'].includes(context.path(called) ?? '') && !called.outer
          ? { fields: { FUNCTION: part(context, called) }, ...argumentsParts(args) }
          : undefined,
      ),
    ],
  }),
  value('convert', {
    message: 'CONVERT',
    args: [
      slot('A', '0'),
      menu(
        'KIND',
        ['CONVERT_INT', 'int'],
        ['CONVERT_FLOAT', 'float'],
        ['CONVERT_STR', 'str'],
        ['CONVERT_BOOL', 'bool'],
      ),
    ],
    tooltip: 'CONVERT_TIP',
    python: ['int', 'float', 'str', 'bool'].map((kind) => ({
      python: `${kind}($A)`,
      fields: { KIND: kind },
    })),
  }),
];

export const math: BlockFamily = { style: 'math', blocks: [...numbers, ...truth, ...calls] };
