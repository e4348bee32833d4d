/** Waiting and measuring time. Source: MicroPython docs, module time. */

import { type BlockFamily, slot, statement, value } from '../block-spec.ts';
import { ORDER } from '../generators/order.ts';

export const time: BlockFamily = {
  style: 'time',
  blocks: [
    statement('sleep', {
      message: 'SLEEP',
      args: [slot('SECONDS')],
      tooltip: 'SLEEP_TIP',
      generate: (block, python) =>
        `${python.use('time', 'sleep')}(${python.value(block, 'SECONDS', ORDER.NONE, '1')})`,
    }),
    statement('sleep_ms', {
      message: 'SLEEP_MS',
      args: [slot('MS')],
      tooltip: 'SLEEP_MS_TIP',
      generate: (block, python) =>
        `${python.use('time', 'sleep_ms')}(${python.value(block, 'MS', ORDER.NONE, '100')})`,
    }),
    value('ticks_ms', {
      message: 'TICKS_MS',
      tooltip: 'TICKS_MS_TIP',
      generate: (_block, python) => [`${python.use('time', 'ticks_ms')}()`, ORDER.MEMBER],
    }),
    value('ticks_diff', {
      message: 'TICKS_DIFF',
      args: [slot('START'), slot('END')],
      tooltip: 'TICKS_DIFF_TIP',
      generate: (block, python) => {
        const start = python.value(block, 'START', ORDER.NONE, '0');
        const end = python.value(block, 'END', ORDER.NONE, '0');
        return [`${python.use('time', 'ticks_diff')}(${end}, ${start})`, ORDER.MEMBER];
      },
    }),
  ],
};
