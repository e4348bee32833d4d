/** Names and the values they stand for. Names are kept as typed: there is no hidden table of variables. */

import { type BlockFamily, object, operators, slot, statement, value } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block } from '../program/block.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type FieldPart, type Parts, part, rule } from '../program/rule.ts';
import type { AssignStatement, AugmentStatement, ScopeStatement } from '../python/nodes.ts';
import { count, ITEM, itemSlots, items } from '../shape.ts';

const NAME = { type: FIELD.name, name: 'NAME', text: 'x' };

function assignParts({ targets, value: given }: AssignStatement): Parts | undefined {
  const [target] = targets;
  if (targets.length > 1 || target.kind !== 'Name' || target.outer) return undefined;
  return { fields: { NAME: { value: target.name, at: target } }, slots: { VALUE: given } };
}

function writeAssignTo(block: Block, python: Printer): string {
  const targets = Array.from(
    { length: count(block.extra, 'items', 1) },
    (_, n) => `${python.value(block, `${ITEM}${n}`, ORDER.NONE, 'x')} = `,
  );
  return targets.join('') + python.value(block, 'VALUE', ORDER.NONE, 'None');
}

function changeParts({ target, operator, value: by }: AugmentStatement): Parts | undefined {
  if (operator !== '+' || target.kind !== 'Name' || target.outer) return undefined;
  return { fields: { NAME: { value: target.name, at: target } }, slots: { BY: by } };
}

function scopeField({ names }: ScopeStatement): FieldPart {
  const value = names.map(({ name }) => name).join(', ');
  const at = { from: names[0]?.from ?? 0, to: names.at(-1)?.to ?? 0 };
  return { value, at };
}

function writeNames(word: string): (block: Block) => string {
  return (block) => (block.fields['NAMES'] ? `${word} ${block.fields['NAMES']}` : 'pass');
}

const giving = [
  statement('assign', {
    message: 'ASSIGN',
    args: [NAME, slot('VALUE')],
    tooltip: 'ASSIGN_TIP',
    write: (block, python) =>
      `${block.fields['NAME'] ?? 'x'} = ${python.value(block, 'VALUE', ORDER.NONE, 'None')}`,
    reads: [rule('Assign', assignParts)],
  }),
  statement('assign_to', {
    message: 'ASSIGN_TO',
    args: [slot('VALUE')],
    shape: items(1, 1),
    tooltip: 'ASSIGN_TO_TIP',
    write: writeAssignTo,
    reads: [
      rule('Assign', ({ targets, value: given }) => ({
        extra: { items: targets.length },
        slots: { ...itemSlots(targets), VALUE: given },
      })),
    ],
  }),
  statement('annotate', {
    message: 'ANNOTATE',
    args: [slot('TARGET', 'x'), slot('ANNOTATION', 'int'), slot('VALUE', '')],
    tooltip: 'ANNOTATE_TIP',
    write: (block, python) => {
      const target = python.value(block, 'TARGET', ORDER.ITEM, 'x');
      const annotation = python.value(block, 'ANNOTATION', ORDER.ITEM, 'int');
      const given = python.value(block, 'VALUE', ORDER.NONE, '');
      return `${target}: ${annotation}${given && ` = ${given}`}`;
    },
    reads: [
      rule('Annotate', ({ target, annotation, value: given }) => ({
        slots: { TARGET: target, ANNOTATION: annotation, VALUE: given },
      })),
    ],
  }),
  statement('change', {
    message: 'CHANGE',
    args: [NAME, slot('BY', '1')],
    tooltip: 'CHANGE_TIP',
    write: (block, python) =>
      `${block.fields['NAME'] ?? 'x'} += ${python.value(block, 'BY', ORDER.NONE, '1')}`,
    reads: [rule('Augment', changeParts)],
  }),
  statement('augment', {
    message: 'AUGMENT',
    args: [
      slot('TARGET', 'x'),
      operators(
        'OP',
        Object.fromEntries(
          ['+=', '-=', '*=', '/=', '//=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=', '@='].map((op) => [
            op,
            op,
          ]),
        ),
      ),
      slot('VALUE', '1'),
    ],
    tooltip: 'AUGMENT_TIP',
    write: (block, python) =>
      `${python.value(block, 'TARGET', ORDER.ITEM, 'x')} ${block.fields['OP'] ?? '+='} ` +
      python.value(block, 'VALUE', ORDER.NONE, '1'),
    reads: [
      rule('Augment', ({ target, operatorSpan, value: by }, context) => ({
        fields: { OP: part(context, operatorSpan) },
        slots: { TARGET: target, VALUE: by },
      })),
    ],
  }),
];

const places = [
  value('name', {
    message: 'NAME',
    args: [NAME],
    tooltip: 'NAME_TIP',
    write: (block) => [block.fields['NAME'] ?? 'x', ORDER.ATOMIC],
    reads: [rule('Name', (node) => ({ fields: { NAME: { value: node.name, at: node } } }))],
  }),
  value('attribute', {
    message: 'ATTRIBUTE',
    args: [
      object('OBJECT', 'x'),
      { type: FIELD.name, name: 'NAME', text: 'value', role: 'method', menu: false },
    ],
    tooltip: 'ATTRIBUTE_TIP',
    write: (block, python) => [
      `${python.receiver(block, 'OBJECT', 'x')}.${block.fields['NAME'] ?? 'value'}`,
      ORDER.MEMBER,
    ],
    reads: [
      rule('Attribute', ({ object: owner, nameSpan }, context) => ({
        fields: { NAME: part(context, nameSpan) },
        slots: { OBJECT: owner },
      })),
    ],
  }),
  value('walrus', {
    message: 'WALRUS',
    args: [NAME, slot('VALUE')],
    tooltip: 'WALRUS_TIP',
    write: (block, python) => [
      `${block.fields['NAME'] ?? 'x'} := ${python.value(block, 'VALUE', ORDER.ITEM, 'None')}`,
      ORDER.WALRUS,
    ],
    reads: [
      rule('Walrus', ({ target, value: given }) => ({
        fields: { NAME: { value: target.name, at: target } },
        slots: { VALUE: given },
      })),
    ],
  }),
];

export const variables: BlockFamily = {
  style: 'variables',
  blocks: [
    ...giving,
    ...places,
    statement('global', {
      message: 'GLOBAL',
      args: [{ type: FIELD.nameList, name: 'NAMES', text: 'x' }],
      tooltip: 'GLOBAL_TIP',
      write: writeNames('global'),
      reads: [
        rule('Global', (node) => ({
          fields: { NAMES: scopeField(node as ScopeStatement) },
        })),
      ],
    }),
    statement('nonlocal', {
      message: 'NONLOCAL',
      args: [{ type: FIELD.nameList, name: 'NAMES', text: 'x' }],
      tooltip: 'NONLOCAL_TIP',
      write: writeNames('nonlocal'),
      reads: [
        rule('Nonlocal', (node) => ({
          fields: { NAMES: scopeField(node as ScopeStatement) },
        })),
      ],
    }),
    statement('delete', {
      message: 'DELETE',
      shape: items(1, 1),
      tooltip: 'DELETE_TIP',
      write: (block, python) => `del ${python.values(block, ITEM, ORDER.ITEM).join(', ') || 'x'}`,
      reads: [
        rule('Delete', ({ targets }) => ({
          extra: { items: targets.length },
          slots: itemSlots(targets),
        })),
      ],
    }),
  ],
};
