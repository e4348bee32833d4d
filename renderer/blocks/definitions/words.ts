/** Working with text: how long it is, its parts, other spellings. Source: MicroPython docs, builtins. */

import { type BlockFamily, menu, object, option, slot, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';
import { methodOf } from './open-calls.ts';

const text = object('TEXT', 'text', 'str', 'bytes', 'bytearray');

export const words: BlockFamily = {
  style: 'output',
  blocks: [
    value('text_change', {
      message: 'TEXT_CHANGE',
      args: [
        text,
        menu(
          'HOW',
          ['TEXT_UPPER', 'upper'],
          ['TEXT_LOWER', 'lower'],
          ['TEXT_STRIP', 'strip'],
          ['TEXT_LSTRIP', 'lstrip'],
          ['TEXT_RSTRIP', 'rstrip'],
        ),
      ],
      tooltip: 'TEXT_CHANGE_TIP',
      python: '$TEXT.$HOW()',
    }),
    value('text_split', {
      message: 'TEXT_SPLIT',
      args: [text, option('AT')],
      tooltip: 'TEXT_SPLIT_TIP',
      python: '$TEXT.split($AT)',
    }),
    value('text_join_list', {
      message: 'TEXT_JOIN_LIST',
      args: [slot('LIST', '[]'), object('TEXT', "', '", 'str', 'bytes')],
      tooltip: 'TEXT_JOIN_LIST_TIP',
      python: '$TEXT.join($LIST)',
    }),
    value('text_replace', {
      message: 'TEXT_REPLACE',
      args: [text, slot('OLD', "''"), slot('NEW', "''")],
      tooltip: 'TEXT_REPLACE_TIP',
      python: '$TEXT.replace($OLD, $NEW)',
    }),
    value('text_test', {
      message: 'TEXT_TEST',
      args: [text, menu('HOW', ['TEXT_STARTS', 'startswith'], ['TEXT_ENDS', 'endswith']), slot('PART', "''")],
      output: 'Boolean',
      tooltip: 'TEXT_TEST_TIP',
      python: '$TEXT.$HOW($PART)',
    }),
    value('text_find', {
      message: 'TEXT_FIND',
      args: [slot('PART', "''"), text],
      tooltip: 'TEXT_FIND_TIP',
      python: '$TEXT.find($PART)',
    }),
    value('text_format', {
      message: 'TEXT_FORMAT',
      args: [text],
      tooltip: 'TEXT_FORMAT_TIP',
      ...methodOf(text, 'format'),
    }),
    value('text_bytes', {
      message: 'TEXT_BYTES',
      args: [text, menu('WAY', ['TEXT_ENCODE', 'encode'], ['TEXT_DECODE', 'decode']), option('ENCODING')],
      tooltip: 'TEXT_BYTES_TIP',
      python: '$TEXT.$WAY($ENCODING)',
    }),
    value('text_code', {
      message: 'TEXT_CODE',
      args: [
        menu(
          'KIND',
          ['TEXT_HEX', 'hex'],
          ['TEXT_BIN', 'bin'],
          ['TEXT_CHR', 'chr'],
          ['TEXT_ORD', 'ord'],
          ['TEXT_REPR', 'repr'],
        ),
        slot('VALUE', '0'),
      ],
      tooltip: 'TEXT_CODE_TIP',
      python: by(
        'KIND',
        Object.fromEntries(['hex', 'bin', 'chr', 'ord', 'repr'].map((name) => [name, `${name}($VALUE)`])),
      ),
    }),
  ],
};
