/** The clock of the board: dates, microseconds, pulses. Source: MicroPython docs, module time, class machine.RTC. */

import { type BlockFamily, known, menu, object, option, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';

const rtc = known('CLOCK', ['machine.RTC', 'pyb.RTC'], 'rtc', 'clock');

export const clock: BlockFamily = {
  style: 'time',
  blocks: [
    statement('sleep_us', {
      message: 'SLEEP_US',
      args: [slot('US', '10')],
      tooltip: 'SLEEP_US_TIP',
      python: ['time.sleep_us($US)', 'pyb.udelay($US)'],
    }),
    value('clock_now', {
      message: 'CLOCK_NOW',
      args: [
        menu(
          'WHAT',
          ['CLOCK_SECONDS', 'time'],
          ['CLOCK_US', 'ticks_us'],
          ['CLOCK_CPU', 'ticks_cpu'],
          ['CLOCK_NS', 'time_ns'],
        ),
      ],
      tooltip: 'CLOCK_NOW_TIP',
      python: ['time', 'ticks_us', 'ticks_cpu', 'time_ns'].map((WHAT) => ({
        python: `time.${WHAT}()`,
        fields: { WHAT },
      })),
    }),
    value('ticks_add', {
      message: 'TICKS_ADD',
      args: [slot('START', '0'), slot('DELTA', '0')],
      tooltip: 'TICKS_ADD_TIP',
      python: 'time.ticks_add($START, $DELTA)',
    }),
    value('date_parts', {
      message: 'DATE_PARTS',
      args: [menu('ZONE', ['DATE_LOCAL', 'localtime'], ['DATE_UTC', 'gmtime']), option('SECONDS')],
      tooltip: 'DATE_PARTS_TIP',
      python: by('ZONE', { localtime: 'time.localtime($SECONDS)', gmtime: 'time.gmtime($SECONDS)' }),
    }),
    value('rtc_new', { message: 'RTC_NEW', tooltip: 'RTC_NEW_TIP', python: 'machine.RTC()' }),
    value('rtc_read', {
      message: 'RTC_READ',
      args: [rtc],
      tooltip: 'RTC_READ_TIP',
      python: '$CLOCK.datetime()',
    }),
    statement('rtc_set', {
      message: 'RTC_SET',
      args: [rtc, slot('TIME', '(2026, 1, 1, 3, 12, 0, 0, 0)')],
      tooltip: 'RTC_SET_TIP',
      python: '$CLOCK.datetime($TIME)',
    }),
    statement('internet_time', {
      message: 'INTERNET_TIME',
      tooltip: 'INTERNET_TIME_TIP',
      python: 'ntptime.settime()',
    }),
    value('pulse_length', {
      message: 'PULSE_LENGTH',
      style: 'sensors',
      args: [object('PIN', 'echo', 'machine.Pin'), slot('LEVEL', '1'), option('TIMEOUT')],
      tooltip: 'PULSE_LENGTH_TIP',
      python: 'machine.time_pulse_us($PIN, $LEVEL, $TIMEOUT)',
    }),
  ],
};
