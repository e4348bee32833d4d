/** Working with lists and dictionaries. Source: MicroPython docs, builtins. */

import {
  type BlockFamily,
  known,
  menu,
  object,
  option,
  slot,
  statement,
  value,
  type Written,
} from '../block-spec.ts';
import { by } from '../program/forms.ts';
import { ORDER } from '../program/order.ts';
import { rule } from '../program/rule.ts';
import { count, ITEM, items } from '../shape.ts';

const list = object('LIST', 'values', 'list', 'bytearray', 'array.array');
const surely = known('LIST', ['list', 'set', 'bytearray', 'array.array'], 'values', 'list', 'items', 'data');
const dict = known('DICT', ['dict'], 'ages', 'dict', 'table', 'config', 'settings', 'data');

/** The same function names as menu values: `sum` stands for `sum($LIST)`. */
function functions(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${name}($LIST)`]));
}

const ordered = [
  value('length', {
    message: 'LENGTH',
    args: [slot('LIST', '[]')],
    tooltip: 'LENGTH_TIP',
    python: 'len($LIST)',
  }),
  statement('list_add', {
    message: 'LIST_ADD',
    args: [slot('ITEM'), list],
    tooltip: 'LIST_ADD_TIP',
    python: '$LIST.append($ITEM)',
  }),
  statement('list_insert', {
    message: 'LIST_INSERT',
    args: [slot('ITEM'), list, slot('INDEX', '0')],
    tooltip: 'LIST_INSERT_TIP',
    python: '$LIST.insert($INDEX, $ITEM)',
  }),
  value('list_take', {
    message: 'LIST_TAKE',
    args: [list, option('INDEX')],
    tooltip: 'LIST_TAKE_TIP',
    python: '$LIST.pop($INDEX)',
  }),
  statement('list_remove', {
    message: 'LIST_REMOVE',
    args: [slot('ITEM'), surely],
    tooltip: 'LIST_REMOVE_TIP',
    python: '$LIST.remove($ITEM)',
  }),
  statement('list_change', {
    message: 'LIST_CHANGE',
    args: [
      known('LIST', ['list'], 'values', 'list', 'items'),
      menu('HOW', ['LIST_SORT', 'sort'], ['LIST_REVERSE', 'reverse'], ['LIST_CLEAR', 'clear']),
    ],
    tooltip: 'LIST_CHANGE_TIP',
    python: '$LIST.$HOW()',
  }),
  value('list_find', {
    message: 'LIST_FIND',
    args: [
      menu('HOW', ['LIST_INDEX', 'index'], ['LIST_COUNT', 'count']),
      slot('ITEM'),
      known('LIST', ['list', 'str', 'tuple'], 'values', 'list', 'items'),
    ],
    tooltip: 'LIST_FIND_TIP',
    python: '$LIST.$HOW($ITEM)',
  }),
  value('list_sum', {
    message: 'LIST_SUM',
    args: [
      menu('FUNCTION', ['LIST_SUM_OF', 'sum'], ['LIST_ANY', 'any'], ['LIST_ALL', 'all']),
      slot('LIST', '[0]'),
    ],
    tooltip: 'LIST_SUM_TIP',
    python: by('FUNCTION', functions('sum', 'any', 'all')),
  }),
  value('list_from', {
    message: 'LIST_FROM',
    args: [
      menu(
        'KIND',
        ['LIST_SORTED', 'sorted'],
        ['LIST_REVERSED', 'reversed'],
        ['LIST_NUMBERED', 'enumerate'],
        ['LIST_AS_LIST', 'list'],
        ['LIST_AS_TUPLE', 'tuple'],
        ['LIST_AS_SET', 'set'],
        ['LIST_AS_BYTES', 'bytes'],
        ['LIST_AS_BYTEARRAY', 'bytearray'],
      ),
      slot('LIST', '[]'),
    ],
    tooltip: 'LIST_FROM_TIP',
    python: by(
      'KIND',
      functions('sorted', 'reversed', 'enumerate', 'list', 'tuple', 'set', 'bytes', 'bytearray'),
    ),
  }),
  value('range', {
    message: 'RANGE',
    shape: items(1, 1, 3),
    tooltip: 'RANGE_TIP',
    write: (block, python): Written => {
      const numbers = Array.from({ length: count(block.extra, 'items', 1) }, (_, n) =>
        python.value(block, `${ITEM}${n}`, ORDER.ITEM, n === 2 ? '1' : '0'),
      );
      return [`range(${numbers.join(', ')})`, ORDER.MEMBER];
    },
    reads: [
      rule('Call', ({ function: called, arguments: args }, context) =>
        context.path(called) === 'range' &&
        !called.outer &&
        args.length >= 1 &&
        args.length <= 3 &&
        args.every(({ name, star }) => !name && star === '')
          ? {
              extra: { items: args.length },
              slots: Object.fromEntries(args.map(({ value: number }, n) => [`${ITEM}${n}`, number])),
            }
          : undefined,
      ),
    ],
  }),
];

export const lists: BlockFamily = {
  style: 'variables',
  blocks: [
    ...ordered,
    value('dict_get', {
      message: 'DICT_GET',
      args: [slot('KEY', "''"), dict, option('DEFAULT')],
      tooltip: 'DICT_GET_TIP',
      python: '$DICT.get($KEY, $DEFAULT)',
    }),
    value('dict_parts', {
      message: 'DICT_PARTS',
      args: [menu('WHAT', ['DICT_KEYS', 'keys'], ['DICT_VALUES', 'values'], ['DICT_ITEMS', 'items']), dict],
      tooltip: 'DICT_PARTS_TIP',
      python: '$DICT.$WHAT()',
    }),
  ],
};
