/** Pins: making one, switching it, reading it. Source: MicroPython docs, class machine.Pin. */

import {
  type BlockArg,
  type BlockFamily,
  menu,
  object,
  pinSlot,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import { by } from '../program/forms.ts';
import { ORDER } from '../program/order.ts';

const PIN_LIKE = ['machine.Pin', 'machine.Signal', 'pyb.Pin', 'pyb.LED'] as const;
const pin = (empty: string): BlockArg => object('PIN', empty, ...PIN_LIKE);

export const pins: BlockFamily = {
  style: 'pins',
  blocks: [
    value('pin_number', {
      message: 'PIN_NUMBER',
      args: [{ type: FIELD.pin, name: 'PIN', pin: '2' }],
      tooltip: 'PIN_NUMBER_TIP',
      write: (block) => [block.fields['PIN'] ?? '0', ORDER.ATOMIC],
    }),
    value('pin_new', {
      message: 'PIN_NEW',
      args: [
        pinSlot('PIN'),
        menu(
          'MODE',
          ['PIN_MODE_OUT', 'OUT'],
          ['PIN_MODE_IN', 'IN'],
          ['PIN_MODE_PULL_UP', 'PULL_UP'],
          ['PIN_MODE_PULL_DOWN', 'PULL_DOWN'],
          ['PIN_MODE_OPEN_DRAIN', 'OPEN_DRAIN'],
          ['PIN_MODE_NONE', 'NONE'],
        ),
      ],
      tooltip: 'PIN_NEW_TIP',
      python: by('MODE', {
        OUT: [
          'machine.Pin($PIN, machine.Pin.OUT)',
          'machine.Pin($PIN, mode=machine.Pin.OUT)',
          'pyb.Pin($PIN, pyb.Pin.OUT_PP)',
          'pyb.Pin($PIN, pyb.Pin.OUT)',
        ],
        IN: [
          'machine.Pin($PIN, machine.Pin.IN)',
          'machine.Pin($PIN, mode=machine.Pin.IN)',
          'pyb.Pin($PIN, pyb.Pin.IN)',
        ],
        PULL_UP: [
          'machine.Pin($PIN, machine.Pin.IN, machine.Pin.PULL_UP)',
          'machine.Pin($PIN, machine.Pin.IN, pull=machine.Pin.PULL_UP)',
          'machine.Pin($PIN, mode=machine.Pin.IN, pull=machine.Pin.PULL_UP)',
          'pyb.Pin($PIN, pyb.Pin.IN, pyb.Pin.PULL_UP)',
        ],
        PULL_DOWN: [
          'machine.Pin($PIN, machine.Pin.IN, machine.Pin.PULL_DOWN)',
          'machine.Pin($PIN, machine.Pin.IN, pull=machine.Pin.PULL_DOWN)',
          'machine.Pin($PIN, mode=machine.Pin.IN, pull=machine.Pin.PULL_DOWN)',
        ],
        OPEN_DRAIN: 'machine.Pin($PIN, machine.Pin.OPEN_DRAIN)',
        NONE: ['machine.Pin($PIN)', 'pyb.Pin($PIN)'],
      }),
    }),
    value('pin_new_value', {
      message: 'PIN_NEW_VALUE',
      args: [pinSlot('PIN'), slot('VALUE', '0')],
      tooltip: 'PIN_NEW_VALUE_TIP',
      python: [
        'machine.Pin($PIN, machine.Pin.OUT, value=$VALUE)',
        'machine.Pin($PIN, mode=machine.Pin.OUT, value=$VALUE)',
      ],
    }),
    statement('pin_turn', {
      message: 'PIN_TURN',
      args: [
        pin('led'),
        menu('STATE', ['PIN_ON', 'on'], ['PIN_OFF', 'off'], ['PIN_HIGH', 'high'], ['PIN_LOW', 'low']),
      ],
      tooltip: 'PIN_TURN_TIP',
      python: '$PIN.$STATE()',
    }),
    statement('pin_write', {
      message: 'PIN_WRITE',
      args: [pin('led'), slot('VALUE', '0')],
      tooltip: 'PIN_WRITE_TIP',
      python: '$PIN.value($VALUE)',
    }),
    statement('pin_toggle', {
      message: 'PIN_TOGGLE',
      args: [pin('led')],
      tooltip: 'PIN_TOGGLE_TIP',
      python: '$PIN.toggle()',
    }),
    value('pin_read', {
      message: 'PIN_READ',
      args: [pin('button')],
      tooltip: 'PIN_READ_TIP',
      python: '$PIN.value()',
    }),
  ],
};
