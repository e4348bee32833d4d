/** Pins: making one, switching it, reading it. Source: MicroPython docs, class machine.Pin. */

import { type BlockFamily, menu, slot, statement, value } from '../block-spec.ts';
import { FieldPin } from '../fields/field-pin.ts';
import { ORDER } from '../generators/order.ts';

/** What each mode adds to `Pin(number, …)`. */
const MODES: Readonly<Record<string, readonly string[]>> = {
  OUT: ['OUT'],
  IN: ['IN'],
  PULL_UP: ['IN', 'PULL_UP'],
  PULL_DOWN: ['IN', 'PULL_DOWN'],
  OPEN_DRAIN: ['OPEN_DRAIN'],
};

export const pins: BlockFamily = {
  style: 'pins',
  blocks: [
    value('pin_number', {
      message: 'PIN_NUMBER',
      args: [{ type: FieldPin.TYPE, name: 'PIN', pin: '2' }],
      tooltip: 'PIN_NUMBER_TIP',
      generate: (block) => [String(block.getFieldValue('PIN')), ORDER.ATOMIC],
    }),
    value('pin_new', {
      message: 'PIN_NEW',
      args: [
        slot('PIN'),
        menu(
          'MODE',
          ['PIN_MODE_OUT', 'OUT'],
          ['PIN_MODE_IN', 'IN'],
          ['PIN_MODE_PULL_UP', 'PULL_UP'],
          ['PIN_MODE_PULL_DOWN', 'PULL_DOWN'],
          ['PIN_MODE_OPEN_DRAIN', 'OPEN_DRAIN'],
        ),
      ],
      tooltip: 'PIN_NEW_TIP',
      generate: (block, python) => {
        const pin = python.use('machine', 'Pin');
        const modes = MODES[block.getFieldValue('MODE')] ?? [];
        const args = [python.value(block, 'PIN', ORDER.NONE, '0'), ...modes.map((mode) => `${pin}.${mode}`)];
        return [`${pin}(${args.join(', ')})`, ORDER.MEMBER];
      },
    }),
    statement('pin_turn', {
      message: 'PIN_TURN',
      args: [slot('PIN'), menu('STATE', ['PIN_ON', 'on'], ['PIN_OFF', 'off'])],
      tooltip: 'PIN_TURN_TIP',
      generate: (block, python) =>
        `${python.receiver(block, 'PIN', 'led')}.${block.getFieldValue('STATE')}()`,
    }),
    statement('pin_write', {
      message: 'PIN_WRITE',
      args: [slot('PIN'), slot('VALUE')],
      tooltip: 'PIN_WRITE_TIP',
      generate: (block, python) =>
        `${python.receiver(block, 'PIN', 'led')}.value(${python.value(block, 'VALUE', ORDER.NONE, '0')})`,
    }),
    statement('pin_toggle', {
      message: 'PIN_TOGGLE',
      args: [slot('PIN')],
      tooltip: 'PIN_TOGGLE_TIP',
      generate: (block, python) => `${python.receiver(block, 'PIN', 'led')}.toggle()`,
    }),
    value('pin_read', {
      message: 'PIN_READ',
      args: [slot('PIN')],
      tooltip: 'PIN_READ_TIP',
      generate: (block, python) => [`${python.receiver(block, 'PIN', 'button')}.value()`, ORDER.MEMBER],
    }),
  ],
};
