/** The palette: what a learner wants to do, category by category. A category's order is the order of its use. */

import { ITEM } from '../shape.ts';
import {
  block,
  type Category,
  type Entry,
  first,
  late,
  type Level,
  maker,
  name,
  named,
  number,
  pin,
  suggested,
  type TemplateSlot,
  words,
} from './entry.ts';

const OUTPUT = { PIN: suggested('output') };
const INPUT = { PIN: suggested('input') };
const any = suggested('any');

const pins: readonly Entry[] = [
  named('led', first('pin_new', { PIN: pin(2) }, { MODE: 'OUT' })),
  first('pin_turn', OUTPUT, { STATE: 'on' }),
  first('pin_turn', OUTPUT, { STATE: 'off' }),
  first('pin_toggle', OUTPUT),
  maker('pin_write', { ...OUTPUT, VALUE: number(1) }),
  named('button', first('pin_new', { PIN: pin(14) }, { MODE: 'PULL_UP' })),
  first('pin_read', INPUT),
  late('pin_new', { PIN: pin(2) }, { MODE: 'OUT' }),
  named('pwm', maker('pwm_new', { PIN: pin(15), FREQ: number(1000) })),
  maker('pwm_duty', { PWM: suggested('pwm'), DUTY: number(32768) }),
];

const sensors: readonly Entry[] = [
  named('sensor', first('adc_new', { PIN: pin(26) })),
  first('adc_read', { SENSOR: suggested('analog') }),
  first('adc_volts', { SENSOR: suggested('analog') }),
  named('dht_sensor', first('dht_new', { PIN: pin(15) })),
  first('dht_measure', { SENSOR: suggested('dht') }),
  first('dht_read', { SENSOR: suggested('dht') }, { WHAT: 'temperature' }),
  first('dht_read', { SENSOR: suggested('dht') }, { WHAT: 'humidity' }),
];

const movement: readonly Entry[] = [
  named('servo', first('pwm_new', { PIN: pin(13), FREQ: number(50) })),
  first('servo_angle', { SERVO: suggested('servo'), ANGLE: number(90) }),
];

const sound: readonly Entry[] = [
  named('buzzer', maker('pwm_new', { PIN: pin(16), FREQ: number(440) })),
  maker('pwm_freq', { PWM: suggested('pwm'), FREQ: number(440) }),
];

const time: readonly Entry[] = [
  first('sleep', { SECONDS: number(1) }),
  first('sleep_ms', { MS: number(500) }),
  named('start', maker('ticks_ms')),
  maker('ticks_diff', { START: name('start'), END: { block: block('ticks_ms') } }),
];

const compare = block('compare', { A: any, B: number(30) }, { OP: '>' });

const control: readonly Entry[] = [
  first('forever'),
  first('if'),
  first('if', {}, {}, { otherwise: true }),
  first('repeat', { TIMES: number(10) }),
  maker('for_range', { START: number(0), STOP: number(10), STEP: number(1) }),
  maker('while'),
  first('compare', compare.inputs, compare.fields),
  first('logic', { A: { block: compare } }),
  first('not'),
  maker('loop_flow', {}, { FLOW: 'break' }),
  maker('loop_flow', {}, { FLOW: 'continue' }),
];

const output: readonly Entry[] = [
  items('first-steps', 'print', words('Hello')),
  items('first-steps', 'print', words('Value:'), any),
  first('text'),
  items('maker', 'text_join', words('Value: '), any),
  named('answer', maker('input', { PROMPT: words('Your name? ') })),
  late('input', { PROMPT: words('Your name? ') }),
];

const variables: readonly Entry[] = [
  first('assign', { VALUE: number(0) }, { NAME: { suggest: 'any' } }),
  first('change', { BY: number(1) }, { NAME: { suggest: 'any' } }),
  maker('global', {}, { NAMES: { suggest: 'any' } }),
];

const math: readonly Entry[] = [
  first('number'),
  first('arithmetic', { A: number(1), B: number(1) }),
  first('random_int', { LOW: number(1), HIGH: number(6) }),
  maker('constant'),
  maker('round', { A: any }, { DIGITS: 1 }),
  maker('abs', { A: number(-5) }),
  items('maker', 'min_max', number(1), number(2)),
  maker('convert', { A: any }, { KIND: 'int' }),
  late('negate', { A: number(1) }),
];

const functions: readonly Entry[] = [
  maker('def', {}, { NAME: 'blink' }),
  maker('def', {}, { NAME: 'blink', PARAMS: 'times' }),
  maker('return', { VALUE: any }),
  items('maker', 'call'),
  items('maker', 'call_value'),
];

const code: readonly Entry[] = [
  first('comment', {}, { TEXT: 'note' }),
  late('raw_statement'),
  late('raw_expression'),
];

/** A block whose slots come and go, with these slots. */
function items(level: Level, type: string, ...slots: readonly TemplateSlot[]): Entry {
  const inputs = Object.fromEntries(slots.map((slot, index) => [`${ITEM}${index}`, slot]));
  return { about: type, level, template: block(type, inputs, {}, { items: slots.length }) };
}

export const CATEGORIES: readonly Category[] = [
  { id: 'pins', style: 'pins', name: 'CATEGORY_PINS', entries: pins },
  { id: 'sensors', style: 'sensors', name: 'CATEGORY_SENSORS', entries: sensors },
  { id: 'movement', style: 'movement', name: 'CATEGORY_MOVEMENT', entries: movement },
  { id: 'sound', style: 'sound', name: 'CATEGORY_SOUND', entries: sound },
  { id: 'time', style: 'time', name: 'CATEGORY_TIME', entries: time },
  { id: 'control', style: 'control', name: 'CATEGORY_CONTROL', entries: control },
  { id: 'output', style: 'output', name: 'CATEGORY_OUTPUT', entries: output },
  { id: 'variables', style: 'variables', name: 'CATEGORY_VARIABLES', entries: variables, grows: 'variables' },
  { id: 'math', style: 'math', name: 'CATEGORY_MATH', entries: math },
  { id: 'functions', style: 'functions', name: 'CATEGORY_FUNCTIONS', entries: functions, grows: 'functions' },
  { id: 'code', style: 'code', name: 'CATEGORY_CODE', entries: code },
];
