/** What happens by itself: timers and interrupts of pins. Source: MicroPython docs, classes machine.Timer, machine.Pin. */

import { type BlockFamily, menu, object, option, slot, statement, value } from '../block-spec.ts';
import type { FormSource } from '../program/forms.ts';
import { by } from '../program/forms.ts';

const MODE = menu('MODE', ['TIMER_PERIODIC', 'PERIODIC'], ['TIMER_ONE_SHOT', 'ONE_SHOT']);
const UNIT = menu('UNIT', ['TIMER_MS', 'period'], ['TIMER_HZ', 'freq']);

/** What is not said is periodic. */
function timing(head: string): FormSource[] {
  return ['PERIODIC', 'ONE_SHOT'].flatMap((mode) =>
    ['period', 'freq'].flatMap((unit) => {
      const full = `${head}mode=machine.Timer.${mode}, ${unit}=$RATE, callback=$CALLBACK)`;
      const short = `${head}${unit}=$RATE, callback=$CALLBACK)`;
      const fields = { MODE: mode, UNIT: unit };
      return (mode === 'PERIODIC' ? [full, short] : [full]).map((python) => ({ python, fields }));
    }),
  );
}

const FALLING = 'machine.Pin.IRQ_FALLING';
const RISING = 'machine.Pin.IRQ_RISING';

function interrupt(...triggers: readonly string[]): readonly string[] {
  return [
    ...triggers.map((trigger) => `$PIN.irq(trigger=${trigger}, handler=$HANDLER)`),
    ...triggers.map((trigger) => `$PIN.irq($HANDLER, trigger=${trigger})`),
    ...triggers.map((trigger) => `$PIN.irq($HANDLER, ${trigger})`),
  ];
}

export const timers: BlockFamily = {
  style: 'time',
  blocks: [
    value('timer_new', {
      message: 'TIMER_NEW',
      args: [option('ID')],
      tooltip: 'TIMER_NEW_TIP',
      python: 'machine.Timer($ID)',
    }),
    value('timer_running', {
      message: 'TIMER_RUNNING',
      args: [option('ID'), MODE, slot('RATE', '1000'), UNIT, slot('CALLBACK', 'None')],
      tooltip: 'TIMER_RUNNING_TIP',
      python: timing('machine.Timer($ID, '),
    }),
    statement('timer_start', {
      message: 'TIMER_START',
      args: [
        object('TIMER', 'timer', 'machine.Timer', 'pyb.Timer'),
        MODE,
        slot('RATE', '1000'),
        UNIT,
        slot('CALLBACK', 'None'),
      ],
      tooltip: 'TIMER_START_TIP',
      python: timing('$TIMER.init('),
    }),
    statement('deinit', {
      message: 'DEINIT',
      args: [object('DEVICE', 'timer')],
      tooltip: 'DEINIT_TIP',
      python: '$DEVICE.deinit()',
    }),
    statement('pin_irq', {
      message: 'PIN_IRQ',
      style: 'pins',
      args: [
        object('PIN', 'button', 'machine.Pin'),
        menu(
          'TRIGGER',
          ['PIN_IRQ_FALLING', 'FALLING'],
          ['PIN_IRQ_RISING', 'RISING'],
          ['PIN_IRQ_BOTH', 'BOTH'],
        ),
        slot('HANDLER', 'None'),
      ],
      tooltip: 'PIN_IRQ_TIP',
      python: by('TRIGGER', {
        FALLING: interrupt(FALLING),
        RISING: interrupt(RISING),
        BOTH: [...interrupt(`${RISING} | ${FALLING}`, `${FALLING} | ${RISING}`), '$PIN.irq($HANDLER)'],
      }),
    }),
  ],
};
