/** The palette: categories by what a learner wants to do, filled with the program's own names. */

import type { utils, Workspace, WorkspaceSvg } from 'blockly/core';
import type { BlockStyle } from './block-spec.ts';
import { FieldNameList } from './fields/field-name.ts';
import { namesOf } from './fields/names.ts';
import type { MessageKey } from './messages/en.ts';
import { msg } from './messages/messages.ts';
import { ITEM } from './mutators/items.ts';
import { suggestName } from './suggestions.ts';

/** A block in the palette, in Blockly's JSON form. */
export interface Preset {
  readonly type: string;
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly inputs?: Readonly<Record<string, { readonly shadow?: Preset; readonly block?: Preset }>>;
  readonly extraState?: unknown;
}

interface Category {
  readonly style: BlockStyle;
  readonly name: MessageKey;
  readonly contents: (workspace: Workspace) => readonly Preset[];
}

const preset = (type: string, inputs: Preset['inputs'] = {}, fields: Preset['fields'] = {}): Preset => ({
  type,
  inputs,
  fields,
});
const number = (value: number | string): { shadow: Preset } => ({
  shadow: { type: 'number', fields: { NUMBER: String(value) } },
});
const words = (value: string): { shadow: Preset } => ({ shadow: { type: 'text', fields: { TEXT: value } } });
const name = (value: string): { shadow: Preset } => ({ shadow: { type: 'name', fields: { NAME: value } } });
const pin = (value: number): { shadow: Preset } => ({
  shadow: { type: 'pin_number', fields: { PIN: String(value) } },
});
/** `set NAME to …`: how pins and sensors are made. */
const assign = (variable: string, value: Preset): Preset =>
  preset('assign', { VALUE: { block: value } }, { NAME: variable });

function pins(workspace: Workspace): Preset[] {
  const output = name(suggestName(workspace, 'output'));
  const input = name(suggestName(workspace, 'input'));
  return [
    assign('led', preset('pin_new', { PIN: pin(2) }, { MODE: 'OUT' })),
    preset('pin_turn', { PIN: output }, { STATE: 'on' }),
    preset('pin_turn', { PIN: output }, { STATE: 'off' }),
    preset('pin_toggle', { PIN: output }),
    preset('pin_write', { PIN: output, VALUE: number(1) }),
    assign('button', preset('pin_new', { PIN: pin(14) }, { MODE: 'PULL_UP' })),
    preset('pin_read', { PIN: input }),
    preset('pin_new', { PIN: pin(2) }, { MODE: 'OUT' }),
  ];
}

function sensors(workspace: Workspace): Preset[] {
  const analog = name(suggestName(workspace, 'analog'));
  const dht = name(suggestName(workspace, 'dht'));
  const pwm = name(suggestName(workspace, 'pwm'));
  return [
    assign('sensor', preset('adc_new', { PIN: pin(26) })),
    preset('adc_read', { SENSOR: analog }),
    preset('adc_volts', { SENSOR: analog }),
    assign('dht_sensor', preset('dht_new', { PIN: pin(15) })),
    preset('dht_measure', { SENSOR: dht }),
    preset('dht_read', { SENSOR: dht }, { WHAT: 'temperature' }),
    preset('dht_read', { SENSOR: dht }, { WHAT: 'humidity' }),
    assign('pwm', preset('pwm_new', { PIN: pin(15), FREQ: number(1000) })),
    preset('pwm_duty', { PWM: pwm, DUTY: number(32768) }),
    preset('pwm_freq', { PWM: pwm, FREQ: number(440) }),
    assign('servo', preset('pwm_new', { PIN: pin(13), FREQ: number(50) })),
    preset('servo_angle', { SERVO: name(suggestName(workspace, 'servo')), ANGLE: number(90) }),
  ];
}

function time(workspace: Workspace): Preset[] {
  const start = namesOf(workspace, 'variable').includes('start') ? 'start' : suggestName(workspace, 'any');
  return [
    preset('sleep', { SECONDS: number(1) }),
    preset('sleep_ms', { MS: number(500) }),
    assign('start', preset('ticks_ms')),
    preset('ticks_diff', { START: name(start), END: { block: preset('ticks_ms') } }),
  ];
}

function control(): Preset[] {
  return [
    preset('forever'),
    preset('if'),
    { type: 'if', extraState: { otherwise: true } },
    preset('repeat', { TIMES: number(10) }),
    preset('for_range', { START: number(0), STOP: number(10), STEP: number(1) }),
    preset('while'),
    preset('loop_flow', {}, { FLOW: 'break' }),
    preset('loop_flow', {}, { FLOW: 'continue' }),
  ];
}

function output(workspace: Workspace): Preset[] {
  const value = name(suggestName(workspace, 'any'));
  return [
    items('print', words('Hello')),
    items('print', words('Value:'), value),
    preset('text'),
    items('text_join', words('Value: '), value),
    assign('answer', preset('input', { PROMPT: words('Your name? ') })),
    preset('input', { PROMPT: words('Your name? ') }),
  ];
}

function variables(workspace: Workspace): Preset[] {
  const names = namesOf(workspace, 'variable');
  const any = suggestName(workspace, 'any');
  return [
    preset('assign', { VALUE: number(0) }, { NAME: any }),
    preset('change', { BY: number(1) }, { NAME: any }),
    preset('global', {}, { NAMES: any }),
    ...(names.length > 0 ? names : ['x']).map((variable) => preset('name', {}, { NAME: variable })),
  ];
}

function math(workspace: Workspace): Preset[] {
  const any = name(suggestName(workspace, 'any'));
  const compare = preset('compare', { A: any, B: number(30) }, { OP: '>' });
  return [
    preset('number'),
    preset('arithmetic', { A: number(1), B: number(1) }),
    compare,
    preset('logic', { A: { block: compare } }),
    preset('not'),
    preset('constant'),
    preset('random_int', { LOW: number(1), HIGH: number(6) }),
    preset('round', { A: any }, { DIGITS: 1 }),
    preset('abs', { A: number(-5) }),
    items('min_max', number(1), number(2)),
    preset('convert', { A: any }, { KIND: 'int' }),
    preset('negate', { A: number(1) }),
  ];
}

/** Every function that the program defines can be run with its own inputs. */
function functions(workspace: Workspace): Preset[] {
  const calls = workspace.getBlocksByType('def', true).flatMap((def) => {
    const params = def.getField('PARAMS');
    const inputs = params instanceof FieldNameList ? params.names() : [];
    const fields = { NAME: String(def.getFieldValue('NAME')) };
    const slots = inputs.map((input) => name(input));
    return [
      { ...items('call', ...slots), fields },
      { ...items('call_value', ...slots), fields },
    ];
  });
  return [
    preset('def', {}, { NAME: 'blink' }),
    preset('def', {}, { NAME: 'blink', PARAMS: 'times' }),
    preset('return', { VALUE: name(suggestName(workspace, 'any')) }),
    ...(calls.length > 0 ? calls : [items('call'), items('call_value')]),
  ];
}

function code(): Preset[] {
  return [preset('comment', {}, { TEXT: 'note' }), preset('raw_statement'), preset('raw_expression')];
}

/** A block whose slots come and go, with these slots. */
function items(type: string, ...slots: readonly { shadow: Preset }[]): Preset {
  return {
    type,
    extraState: { items: slots.length },
    inputs: Object.fromEntries(slots.map((slot, index) => [`${ITEM}${index}`, slot])),
  };
}

export const CATEGORIES: readonly Category[] = [
  { style: 'pins', name: 'CATEGORY_PINS', contents: pins },
  { style: 'sensors', name: 'CATEGORY_SENSORS', contents: sensors },
  { style: 'time', name: 'CATEGORY_TIME', contents: time },
  { style: 'control', name: 'CATEGORY_CONTROL', contents: control },
  { style: 'output', name: 'CATEGORY_OUTPUT', contents: output },
  { style: 'variables', name: 'CATEGORY_VARIABLES', contents: variables },
  { style: 'math', name: 'CATEGORY_MATH', contents: math },
  { style: 'functions', name: 'CATEGORY_FUNCTIONS', contents: functions },
  { style: 'code', name: 'CATEGORY_CODE', contents: code },
];

/** The palette for `Blockly.inject`; its categories fill once `fillToolbox` was called on the workspace. */
export function toolbox(): utils.toolbox.ToolboxInfo {
  return {
    kind: 'categoryToolbox',
    contents: CATEGORIES.map(({ style, name: label }) => ({
      kind: 'category',
      name: msg(label),
      categorystyle: style,
      custom: callbackKey(style),
    })) as utils.toolbox.ToolboxItemInfo[],
  };
}

export function fillToolbox(workspace: WorkspaceSvg): void {
  for (const { style, contents } of CATEGORIES) {
    workspace.registerToolboxCategoryCallback(callbackKey(style), (source) =>
      contents(source).map((item) => ({ kind: 'block', ...item })),
    );
  }
}

function callbackKey(style: BlockStyle): string {
  return `PINLAB_${style.toUpperCase()}`;
}
