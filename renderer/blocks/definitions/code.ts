/** Comments, raw Python, and the stand-ins for blocks that this version does not know. */

import type { Block } from 'blockly/core';
import { type BlockFamily, statement, value } from '../block-spec.ts';
import { FieldSource } from '../fields/field-source.ts';
import { keepLiteralBreaks } from '../generators/line-map.ts';
import { ORDER } from '../generators/order.ts';
import { UNKNOWN_MUTATOR } from '../mutators/unknown.ts';

/** Raw lines are indented with their surroundings, except inside text literals. */
function raw(block: Block): string {
  const source = String(block.getFieldValue('CODE'));
  return source.trim() === '' ? 'pass' : keepLiteralBreaks(source);
}

const UNKNOWN_NAME = { type: 'field_label_serializable', name: 'TYPE', text: '?' };

export const code: BlockFamily = {
  style: 'code',
  blocks: [
    statement('comment', {
      message: 'COMMENT',
      args: [{ type: FieldSource.TYPE, name: 'TEXT', multiline: true }],
      layout: 'comment',
      tooltip: 'COMMENT_TIP',
      generate: (block) =>
        String(block.getFieldValue('TEXT'))
          .split('\n')
          .map((line) => `# ${line}`.trimEnd())
          .join('\n'),
    }),
    statement('raw_statement', {
      message: 'RAW_STATEMENT',
      args: [{ type: FieldSource.TYPE, name: 'CODE', text: 'pass', multiline: true }],
      tooltip: 'RAW_STATEMENT_TIP',
      generate: raw,
    }),
    value('raw_expression', {
      message: 'RAW_EXPRESSION',
      args: [{ type: FieldSource.TYPE, name: 'CODE', text: 'None' }],
      tooltip: 'RAW_EXPRESSION_TIP',
      generate: (block) => {
        const source = String(block.getFieldValue('CODE'));
        return [source.trim() === '' ? 'None' : keepLiteralBreaks(source), rawOrder(source)];
      },
    }),
    statement('unknown_statement', {
      message: 'UNKNOWN_STATEMENT',
      args: [UNKNOWN_NAME],
      mutator: UNKNOWN_MUTATOR,
      tooltip: 'UNKNOWN_TIP',
      generate: (block) => `pass  # unknown block: ${oneLine(block)}`,
    }),
    value('unknown_value', {
      message: 'UNKNOWN_VALUE',
      args: [UNKNOWN_NAME],
      mutator: UNKNOWN_MUTATOR,
      tooltip: 'UNKNOWN_TIP',
      generate: () => ['None', ORDER.ATOMIC],
    }),
  ],
};

/** A bare name, number or dotted name is safe anywhere; whatever else it is gets parentheses inside an operation. */
function rawOrder(source: string): number {
  return /^[\p{L}\p{N}_.]+$/u.test(source.trim()) ? ORDER.MEMBER : ORDER.LAMBDA;
}

function oneLine(block: Block): string {
  return String(block.getFieldValue('TYPE')).replace(/\s+/g, ' ');
}
