/** The board itself: restarting, sleeping, its number, its memory. Source: MicroPython docs, modules machine, gc, micropython. */

import { type BlockFamily, known, menu, option, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';

/** The same function names as menu values: `reset` stands for `machine.reset()`. */
function functions(module: string, names: readonly string[], args = ''): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${module}.${name}(${args})`]));
}

const power = [
  statement('board_restart', {
    message: 'BOARD_RESTART',
    args: [
      menu('WHAT', ['BOARD_RESET', 'reset'], ['BOARD_SOFT_RESET', 'soft_reset'], ['BOARD_IDLE', 'idle']),
    ],
    tooltip: 'BOARD_RESTART_TIP',
    python: by('WHAT', functions('machine', ['reset', 'soft_reset', 'idle'])),
  }),
  statement('board_sleep', {
    message: 'BOARD_SLEEP',
    args: [menu('DEPTH', ['BOARD_LIGHT', 'lightsleep'], ['BOARD_DEEP', 'deepsleep']), option('MS')],
    tooltip: 'BOARD_SLEEP_TIP',
    python: by('DEPTH', functions('machine', ['lightsleep', 'deepsleep'], '$MS')),
  }),
  statement('board_speed', {
    message: 'BOARD_SPEED',
    args: [slot('HZ', '125000000')],
    tooltip: 'BOARD_SPEED_TIP',
    python: 'machine.freq($HZ)',
  }),
  value('watchdog_new', {
    message: 'WATCHDOG_NEW',
    args: [slot('MS', '5000')],
    tooltip: 'WATCHDOG_NEW_TIP',
    python: 'machine.WDT(timeout=$MS)',
  }),
  statement('watchdog_feed', {
    message: 'WATCHDOG_FEED',
    args: [known('WATCHDOG', ['machine.WDT'], 'wdt', 'watchdog', 'dog')],
    tooltip: 'WATCHDOG_FEED_TIP',
    python: '$WATCHDOG.feed()',
  }),
];

export const board: BlockFamily = {
  style: 'code',
  blocks: [
    ...power,
    value('board_read', {
      message: 'BOARD_READ',
      args: [
        menu(
          'WHAT',
          ['BOARD_UNIQUE_ID', 'unique_id'],
          ['BOARD_FREQ', 'freq'],
          ['BOARD_RESET_CAUSE', 'reset_cause'],
        ),
      ],
      tooltip: 'BOARD_READ_TIP',
      python: by('WHAT', functions('machine', ['unique_id', 'freq', 'reset_cause'])),
    }),
    statement('memory_collect', {
      message: 'MEMORY_COLLECT',
      tooltip: 'MEMORY_COLLECT_TIP',
      python: 'gc.collect()',
    }),
    value('memory_read', {
      message: 'MEMORY_READ',
      args: [menu('WHAT', ['MEMORY_FREE', 'mem_free'], ['MEMORY_USED', 'mem_alloc'])],
      tooltip: 'MEMORY_READ_TIP',
      python: by('WHAT', functions('gc', ['mem_free', 'mem_alloc'])),
    }),
    value('fixed_number', {
      message: 'FIXED_NUMBER',
      args: [slot('VALUE', '0')],
      tooltip: 'FIXED_NUMBER_TIP',
      python: ['micropython.const($VALUE)', 'const($VALUE)'],
    }),
    value('pyb_led', {
      message: 'PYB_LED',
      style: 'pins',
      args: [slot('NUMBER', '1')],
      tooltip: 'PYB_LED_TIP',
      python: 'pyb.LED($NUMBER)',
    }),
  ],
};
