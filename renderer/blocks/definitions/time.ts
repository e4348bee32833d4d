/** Waiting and measuring time. Source: MicroPython docs, module time. */

import { type BlockFamily, slot, statement, value } from '../block-spec.ts';

export const time: BlockFamily = {
  style: 'time',
  blocks: [
    statement('sleep', {
      message: 'SLEEP',
      args: [slot('SECONDS', '1')],
      tooltip: 'SLEEP_TIP',
      python: 'time.sleep($SECONDS)',
    }),
    statement('sleep_ms', {
      message: 'SLEEP_MS',
      args: [slot('MS', '100')],
      tooltip: 'SLEEP_MS_TIP',
      python: ['time.sleep_ms($MS)', 'microbit.sleep($MS)', 'pyb.delay($MS)'],
    }),
    value('ticks_ms', {
      message: 'TICKS_MS',
      tooltip: 'TICKS_MS_TIP',
      python: ['time.ticks_ms()', 'microbit.running_time()', 'pyb.millis()'],
    }),
    value('ticks_diff', {
      message: 'TICKS_DIFF',
      args: [slot('START', '0'), slot('END', '0')],
      tooltip: 'TICKS_DIFF_TIP',
      python: 'time.ticks_diff($END, $START)',
    }),
  ],
};
