/** Decisions and loops. */

import type { Block } from 'blockly/core';
import { type BlockFamily, condition, menu, slot, statement } from '../block-spec.ts';
import { FieldName } from '../fields/field-name.ts';
import { ORDER } from '../generators/order.ts';
import type { PythonGenerator } from '../generators/python-generator.ts';
import { IF_MUTATOR } from '../mutators/if-branches.ts';

function ifElse(block: Block, python: PythonGenerator): string {
  const branches: string[] = [];
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const test = python.value(block, `IF${n}`, ORDER.NONE, 'False');
    branches.push(`${n === 0 ? 'if' : 'elif'} ${test}:\n${python.body(block, `DO${n}`)}`);
  }
  if (block.getInput('ELSE')) branches.push(`else:\n${python.body(block, 'ELSE')}`);
  return branches.join('\n');
}

/** The shortest form of range that says the same. */
function range(start: string, stop: string, step: string): string {
  if (step !== '1') return `range(${start}, ${stop}, ${step})`;
  return start === '0' ? `range(${stop})` : `range(${start}, ${stop})`;
}

export const control: BlockFamily = {
  style: 'control',
  blocks: [
    statement('if', {
      message: 'IF',
      args: [condition('IF0')],
      body: 'DO0',
      mutator: IF_MUTATOR,
      tooltip: 'IF_TIP',
      generate: ifElse,
    }),
    statement('forever', {
      message: 'FOREVER',
      body: 'DO',
      layout: 'section',
      tooltip: 'FOREVER_TIP',
      generate: (block, python) => `while True:\n${python.body(block, 'DO')}`,
    }),
    statement('while', {
      message: 'WHILE',
      args: [condition('CONDITION')],
      body: 'DO',
      layout: 'section',
      tooltip: 'WHILE_TIP',
      generate: (block, python) =>
        `while ${python.value(block, 'CONDITION', ORDER.NONE, 'False')}:\n${python.body(block, 'DO')}`,
    }),
    statement('repeat', {
      message: 'REPEAT',
      args: [slot('TIMES')],
      body: 'DO',
      layout: 'section',
      tooltip: 'REPEAT_TIP',
      generate: (block, python) =>
        `for _ in range(${python.value(block, 'TIMES', ORDER.NONE, '0')}):\n${python.body(block, 'DO')}`,
    }),
    statement('for_range', {
      message: 'FOR_RANGE',
      args: [{ type: FieldName.TYPE, name: 'NAME', text: 'i' }, slot('START'), slot('STOP'), slot('STEP')],
      body: 'DO',
      layout: 'section',
      tooltip: 'FOR_RANGE_TIP',
      generate: (block, python) => {
        const numbers = range(
          python.value(block, 'START', ORDER.NONE, '0'),
          python.value(block, 'STOP', ORDER.NONE, '0'),
          python.value(block, 'STEP', ORDER.NONE, '1'),
        );
        return `for ${block.getFieldValue('NAME')} in ${numbers}:\n${python.body(block, 'DO')}`;
      },
    }),
    statement('loop_flow', {
      message: 'LOOP_FLOW',
      args: [menu('FLOW', ['LOOP_BREAK', 'break'], ['LOOP_CONTINUE', 'continue'])],
      tooltip: 'LOOP_FLOW_TIP',
      generate: (block) => String(block.getFieldValue('FLOW')),
    }),
  ],
};
