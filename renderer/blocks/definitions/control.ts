/** Decisions, loops, and what happens when something goes wrong. */

import { type BlockFamily, condition, menu, slot, statement } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block, Extra } from '../program/block.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, type ReadingContext, rule } from '../program/rule.ts';
import type { CallNode, ForStatement } from '../python/nodes.ts';
import { count, type Shape, type ShapeInput } from '../shape.ts';
import { catches, ifParts, ifShape, loopShape, tryParts, tryShape } from './branches.ts';

function writeIf(block: Block, python: Printer): string {
  const clauses: string[] = [];
  for (let n = 0; n <= count(block.extra, 'elifs'); n++) {
    const test = python.value(block, `IF${n}`, ORDER.ITEM, 'False');
    clauses.push(`${n === 0 ? 'if' : 'elif'} ${test}:${python.body(block, `DO${n}`)}`);
  }
  if (block.extra?.['otherwise'] === true) clauses.push(`else:${python.body(block, 'ELSE')}`);
  return clauses.join(python.newline);
}

function writeLoop(header: string, block: Block, python: Printer): string {
  const loop = `${block.extra?.['async'] === true ? 'async ' : ''}${header}:${python.body(block, 'DO')}`;
  return block.extra?.['otherwise'] === true
    ? `${loop}${python.newline}else:${python.body(block, 'ELSE')}`
    : loop;
}

function writeTry(block: Block, python: Printer): string {
  const clauses = [`try:${python.body(block, 'DO0')}`];
  for (const [n, kind] of catches(block.extra).entries()) {
    const type = kind === '' ? '' : ` ${python.value(block, `TYPE${n}`, ORDER.ITEM, 'Exception')}`;
    const name = kind === 'as' ? ` as ${block.fields[`NAME${n}`] ?? 'error'}` : '';
    clauses.push(`except${type}${name}:${python.body(block, `DO${n + 1}`)}`);
  }
  if (block.extra?.['otherwise'] === true) clauses.push(`else:${python.body(block, 'ELSE')}`);
  if (block.extra?.['finally'] === true) clauses.push(`finally:${python.body(block, 'FINALLY')}`);
  return clauses.join(python.newline);
}

/** The call of `range` that a plain counting loop runs over. */
function rangeOf(
  { async, iterable, otherwise }: ForStatement,
  context: ReadingContext,
): CallNode | undefined {
  if (async || otherwise || iterable.kind !== 'Call' || iterable.outer) return undefined;
  const { arguments: args } = iterable;
  const plain = args.every(({ star, name }) => star === '' && !name);
  const isRange = context.path(iterable.function) === 'range' && args.length >= 1 && args.length <= 3;
  return plain && isRange ? iterable : undefined;
}

const RANGE_SLOTS: readonly (readonly string[])[] = [
  [],
  ['STOP'],
  ['START', 'STOP'],
  ['START', 'STOP', 'STEP'],
];

const RANGE_LABELS: Readonly<Record<string, 'RANGE_START' | 'RANGE_STOP' | 'RANGE_STEP'>> = {
  START: 'RANGE_START',
  STOP: 'RANGE_STOP',
  STEP: 'RANGE_STEP',
};

function arity(extra: Extra | undefined): number {
  return Math.min(Math.max(count(extra, 'numbers', 3), 1), 3);
}

/** From one number (the end) to three (start, end, step), as `range` takes them. */
const rangeShape: Shape = {
  read: (saved) => ({ numbers: arity(saved as Extra | undefined) }),
  inputs: (extra) => [
    ...(RANGE_SLOTS[arity(extra)] ?? []).map((name): ShapeInput => ({
      input: 'value',
      name,
      ...(RANGE_LABELS[name] ? { label: RANGE_LABELS[name] } : {}),
    })),
    { input: 'body', name: 'DO' },
  ],
  buttons: [
    {
      sign: 'minus',
      label: 'ITEM_REMOVE',
      press: (extra) => (arity(extra) > 1 ? { numbers: arity(extra) - 1 } : undefined),
    },
    {
      sign: 'plus',
      label: 'ITEM_ADD',
      press: (extra) => (arity(extra) < 3 ? { numbers: arity(extra) + 1 } : undefined),
    },
  ],
  model: 'STOP',
};

function writeRange(block: Block, python: Printer): string {
  const empty: Readonly<Record<string, string>> = { START: '0', STOP: '10', STEP: '1' };
  const numbers = (RANGE_SLOTS[arity(block.extra)] ?? []).map((name) =>
    python.value(block, name, ORDER.ITEM, empty[name]),
  );
  return `for ${block.fields['NAME'] ?? 'i'} in range(${numbers.join(', ')}):${python.body(block, 'DO')}`;
}

function forRangeParts(node: ForStatement, context: ReadingContext): Parts | undefined {
  const range = rangeOf(node, context);
  const { target } = node;
  if (!range || target.kind !== 'Name' || target.outer) return undefined;
  const names = RANGE_SLOTS[range.arguments.length] ?? [];
  return {
    fields: { NAME: { value: target.name, at: target } },
    extra: { numbers: names.length },
    slots: Object.fromEntries(names.map((name, n) => [name, range.arguments[n]?.value])),
    bodies: { DO: node.body },
  };
}

const loops = [
  statement('forever', {
    message: 'FOREVER',
    body: 'DO',
    layout: 'section',
    tooltip: 'FOREVER_TIP',
    write: (block, python) => `while True:${python.body(block, 'DO')}`,
    reads: [
      rule('While', ({ test, body, otherwise }) => {
        const always = test.kind === 'Constant' && test.value === 'True' && !test.outer;
        return always && !otherwise ? { bodies: { DO: body } } : undefined;
      }),
    ],
  }),
  statement('while', {
    message: 'WHILE',
    args: [condition('CONDITION')],
    body: 'DO',
    shape: loopShape,
    layout: 'section',
    tooltip: 'WHILE_TIP',
    write: (block, python) =>
      writeLoop(`while ${python.value(block, 'CONDITION', ORDER.ITEM, 'False')}`, block, python),
    reads: [
      rule('While', ({ test, body, otherwise }) => ({
        extra: { otherwise: otherwise !== undefined },
        slots: { CONDITION: test },
        bodies: { DO: body, ELSE: otherwise },
      })),
    ],
  }),
  statement('repeat', {
    message: 'REPEAT',
    args: [slot('TIMES', '0')],
    body: 'DO',
    layout: 'section',
    tooltip: 'REPEAT_TIP',
    write: (block, python) =>
      `for _ in range(${python.value(block, 'TIMES', ORDER.ITEM, '0')}):${python.body(block, 'DO')}`,
    reads: [
      rule('For', (node, context) => {
        const range = rangeOf(node, context);
        const isPlain = node.target.kind === 'Name' && node.target.name === '_' && !node.target.outer;
        if (!isPlain || range?.arguments.length !== 1) return undefined;
        return { slots: { TIMES: range.arguments[0]?.value }, bodies: { DO: node.body } };
      }),
    ],
  }),
  statement('for_range', {
    message: 'FOR_RANGE',
    args: [{ type: FIELD.name, name: 'NAME', text: 'i' }],
    shape: rangeShape,
    layout: 'section',
    tooltip: 'FOR_RANGE_TIP',
    write: writeRange,
    reads: [rule('For', forRangeParts)],
  }),
  statement('for_each', {
    message: 'FOR_EACH',
    args: [slot('TARGET', 'item'), slot('ITERABLE', '[]')],
    body: 'DO',
    shape: loopShape,
    layout: 'section',
    tooltip: 'FOR_EACH_TIP',
    write: (block, python) => {
      const target = python.value(block, 'TARGET', ORDER.NONE, 'item');
      return writeLoop(
        `for ${target} in ${python.value(block, 'ITERABLE', ORDER.NONE, '[]')}`,
        block,
        python,
      );
    },
    reads: [
      rule('For', ({ async, target, iterable, body, otherwise }) => ({
        extra: { otherwise: otherwise !== undefined, ...(async ? { async: true } : {}) },
        slots: { TARGET: target, ITERABLE: iterable },
        bodies: { DO: body, ELSE: otherwise },
      })),
    ],
  }),
  statement('loop_flow', {
    message: 'LOOP_FLOW',
    args: [menu('FLOW', ['LOOP_BREAK', 'break'], ['LOOP_CONTINUE', 'continue'])],
    tooltip: 'LOOP_FLOW_TIP',
    write: (block) => block.fields['FLOW'] ?? 'break',
    reads: [
      rule('Break', (node) => ({ fields: { FLOW: { value: 'break', at: node } } })),
      rule('Continue', (node) => ({ fields: { FLOW: { value: 'continue', at: node } } })),
    ],
  }),
];

const errors = [
  statement('try', {
    message: 'TRY',
    body: 'DO0',
    shape: tryShape,
    tooltip: 'TRY_TIP',
    write: writeTry,
    reads: [rule('Try', tryParts)],
  }),
  statement('raise', {
    message: 'RAISE',
    args: [slot('ERROR', ''), slot('CAUSE', '')],
    tooltip: 'RAISE_TIP',
    write: (block, python) => {
      const error = python.value(block, 'ERROR', ORDER.ITEM, '');
      const cause = python.value(block, 'CAUSE', ORDER.ITEM, '');
      return `raise ${error}${cause && ` from ${cause}`}`.trimEnd();
    },
    reads: [rule('Raise', ({ error, cause }) => ({ slots: { ERROR: error, CAUSE: cause } }))],
  }),
  statement('assert', {
    message: 'ASSERT',
    args: [slot('TEST', 'True'), slot('MESSAGE', '')],
    tooltip: 'ASSERT_TIP',
    write: (block, python) => {
      const message = python.value(block, 'MESSAGE', ORDER.ITEM, '');
      return `assert ${python.value(block, 'TEST', ORDER.ITEM, 'True')}${message && `, ${message}`}`;
    },
    reads: [rule('Assert', ({ test, message }) => ({ slots: { TEST: test, MESSAGE: message } }))],
  }),
];

export const control: BlockFamily = {
  style: 'control',
  blocks: [
    statement('if', {
      message: 'IF',
      args: [condition('IF0')],
      body: 'DO0',
      shape: ifShape,
      tooltip: 'IF_TIP',
      write: writeIf,
      reads: [rule('If', ifParts)],
    }),
    ...loops,
    statement('pass', {
      message: 'PASS',
      tooltip: 'PASS_TIP',
      write: () => 'pass',
      reads: [rule('Pass', () => ({}))],
    }),
    ...errors,
  ],
};
