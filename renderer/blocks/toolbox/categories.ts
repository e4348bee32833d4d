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
import * as devices from './device-entries.ts';
import * as services from './service-entries.ts';

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
  ...devices.morePins,
];

const sensors: readonly Entry[] = [
  named('sensor', first('adc_new', { PIN: pin(26) })),
  first('adc_read', { SENSOR: suggested('analog') }),
  first('adc_volts', { SENSOR: suggested('analog') }),
  named('dht_sensor', first('dht_new', { PIN: pin(15) })),
  first('dht_measure', { SENSOR: suggested('dht') }),
  first('dht_read', { SENSOR: suggested('dht') }, { WHAT: 'temperature' }),
  first('dht_read', { SENSOR: suggested('dht') }, { WHAT: 'humidity' }),
  ...devices.moreSensors,
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
  ...devices.moreTime,
];

const compare = block('compare', { A: any, B: number(30) }, { OP: '>' });

const control: readonly Entry[] = [
  first('forever'),
  first('if'),
  first('if', {}, {}, { otherwise: true }),
  first('repeat', { TIMES: number(10) }),
  maker('for_range', { STOP: number(10) }, { NAME: 'i' }, { numbers: 1 }),
  maker('for_range', { START: number(0), STOP: number(10), STEP: number(1) }, { NAME: 'i' }, { numbers: 3 }),
  maker('while'),
  maker('for_each', { TARGET: name('item'), ITERABLE: any }),
  first('compare', compare.inputs, compare.fields),
  first('logic', { A: { block: compare } }),
  first('not'),
  maker('loop_flow', {}, { FLOW: 'break' }),
  maker('loop_flow', {}, { FLOW: 'continue' }),
  maker('choose', { THEN: number(1), OTHERWISE: number(0) }),
  late(
    'compare_chain',
    { [`${ITEM}0`]: number(0), [`${ITEM}1`]: any, [`${ITEM}2`]: number(10) },
    {},
    { operators: ['<', '<'] },
  ),
  late('try', { TYPE0: name('OSError') }, {}, { handlers: ['type'] }),
  late('try', { TYPE0: name('Exception') }, {}, { handlers: ['as'], finally: true }),
  late('raise', { ERROR: name('ValueError') }),
  late('assert', { TEST: { block: compare } }),
  late('pass'),
];

const output: readonly Entry[] = [
  items('first-steps', 'print', words('Hello')),
  items('first-steps', 'print', words('Value:'), any),
  first('text'),
  items('maker', 'text_join', words('Value: '), any),
  named('answer', maker('input', { PROMPT: words('Your name? ') })),
  late('input', { PROMPT: words('Your name? ') }),
  late('f_string', {}, { SOURCE: "f'{x:.1f}'" }),
  late('text_literal', {}, { SOURCE: "b'abc'" }),
  ...services.moreText,
];

const variables: readonly Entry[] = [
  first('assign', { VALUE: number(0) }, { NAME: { suggest: 'any' } }),
  first('change', { BY: number(1) }, { NAME: { suggest: 'any' } }),
  maker('global', {}, { NAMES: { suggest: 'any' } }),
  late('augment', { TARGET: any, VALUE: number(2) }, { OP: '*=' }),
  items('everything', 'assign_to', { block: block('item', { OBJECT: suggested('list'), INDEX: number(0) }) }),
  late('annotate', { TARGET: any, ANNOTATION: name('int'), VALUE: number(0) }),
  late('attribute', { OBJECT: any }, { NAME: 'value' }),
  late('walrus', { VALUE: number(0) }, { NAME: { suggest: 'any' } }),
  late('nonlocal', {}, { NAMES: { suggest: 'any' } }),
  items('everything', 'delete', any),
];

const list = suggested('list');
const lists: readonly Entry[] = [
  named('values', items('maker', 'list', number(1), number(2), number(3))),
  maker('item', { OBJECT: list, INDEX: number(0) }),
  maker('compare', { A: number(1), B: list }, { OP: 'in' }),
  late('item', { OBJECT: list, INDEX: { block: block('slice', { START: number(0), STOP: number(2) }) } }),
  late('slice', { START: number(0), STOP: number(2) }),
  named('point', items('everything', 'tuple', number(1), number(2))),
  named('ages', late('dict', { KEY0: words('Ada'), VALUE0: number(12) }, {}, { entries: [':'] })),
  late('item', { OBJECT: name('ages'), INDEX: words('Ada') }),
  items('everything', 'set', number(1), number(2)),
  late(
    'comprehension',
    { ELEMENT: name('x'), TARGET0: name('x'), ITERABLE0: list },
    {},
    { of: 'list', clauses: ['for'] },
  ),
  late('star', { VALUE: list }),
  ...services.moreLists,
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
  late('negate', { A: any }),
  late('unary_plus', { A: number(1) }),
  late('bits', { A: number(6), B: number(3) }, { OP: '&' }),
  late('bit_not', { A: number(1) }),
  ...services.moreMath,
];

const functions: readonly Entry[] = [
  maker('def', {}, { NAME: 'blink' }),
  maker('def', {}, { NAME: 'blink', PARAMS: 'times' }),
  maker('return', { VALUE: any }),
  maker('call', {}, { NAME: 'blink' }),
  maker('call_value', {}, { NAME: 'blink' }),
  maker('method', { OBJECT: any }, { NAME: 'start' }),
  maker('method_value', { OBJECT: any }, { NAME: 'read' }),
  late('call_result', { FUNCTION: any }),
  late('lambda', { BODY: name('x') }, { PARAMS: 'x' }),
  late('class', {}, { NAME: 'Plant' }),
  late('yield', { VALUE: number(1) }),
  late('yield_from', { VALUE: any }),
];

const files: readonly Entry[] = [
  late(
    'with',
    {
      CONTEXT0: {
        block: block('file_open', { NAME: words('log.txt') }, { MODE: 'w' }),
      },
      TARGET0: name('file'),
    },
    {},
    { items: ['as'] },
  ),
  ...services.files,
];

const tasks: readonly Entry[] = [
  late('def', {}, { NAME: 'blink' }, { async: true }),
  late('await', { VALUE: { block: block('call_value', {}, { NAME: 'blink' }, { args: [] }) } }),
  ...services.tasks,
];

const code: readonly Entry[] = [
  first('comment', {}, { TEXT: 'note' }),
  late('docstring'),
  late('import', {}, { NAMES: 'time' }),
  late('from_import', {}, { MODULE: 'machine', NAMES: 'Pin' }),
  late('expression', { VALUE: any }),
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
  { id: 'displays', style: 'displays', name: 'CATEGORY_DISPLAYS', entries: devices.displays },
  { id: 'movement', style: 'sensors', name: 'CATEGORY_MOVEMENT', entries: movement },
  { id: 'sound', style: 'sensors', name: 'CATEGORY_SOUND', entries: sound },
  { id: 'time', style: 'time', name: 'CATEGORY_TIME', entries: time },
  { id: 'control', style: 'control', name: 'CATEGORY_CONTROL', entries: control },
  { id: 'output', style: 'output', name: 'CATEGORY_OUTPUT', entries: output },
  { id: 'variables', style: 'variables', name: 'CATEGORY_VARIABLES', entries: variables, grows: 'variables' },
  { id: 'math', style: 'math', name: 'CATEGORY_MATH', entries: math },
  { id: 'lists', style: 'variables', name: 'CATEGORY_LISTS', entries: lists },
  { id: 'functions', style: 'functions', name: 'CATEGORY_FUNCTIONS', entries: functions, grows: 'functions' },
  { id: 'network', style: 'network', name: 'CATEGORY_NETWORK', entries: services.network },
  { id: 'buses', style: 'data', name: 'CATEGORY_BUSES', entries: devices.buses },
  { id: 'files', style: 'files', name: 'CATEGORY_FILES', entries: files },
  { id: 'tasks', style: 'tasks', name: 'CATEGORY_TASKS', entries: tasks },
  { id: 'board', style: 'code', name: 'CATEGORY_BOARD', entries: devices.board },
  { id: 'microbit', style: 'displays', name: 'CATEGORY_MICROBIT', entries: devices.microbit },
  { id: 'code', style: 'code', name: 'CATEGORY_CODE', entries: code },
];
