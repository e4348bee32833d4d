/** Sensors and signals: analog inputs, DHT sensors, PWM, servo. Source: MicroPython docs, machine.ADC, machine.PWM, dht. */

import { type BlockFamily, menu, operators, slot, statement, value } from '../block-spec.ts';
import { ORDER, sameOrTighter } from '../generators/order.ts';

/** A servo on 50 Hz: 0.5 ms (0 degrees) and 2.5 ms (180 degrees) as duties of 65535. */
const SERVO_ZERO = 1638;
const SERVO_SPAN = 6554;

const analog = [
  value('adc_new', {
    message: 'ADC_NEW',
    args: [slot('PIN'), menu('RANGE', ['ADC_RANGE_DEFAULT', 'DEFAULT'], ['ADC_RANGE_FULL', 'ATTN_11DB'])],
    tooltip: 'ADC_NEW_TIP',
    generate: (block, python) => {
      const pin = python.use('machine', 'Pin');
      const adc = python.use('machine', 'ADC');
      const range = block.getFieldValue('RANGE');
      const atten = range === 'DEFAULT' ? '' : `, atten=${adc}.${range}`;
      return [`${adc}(${pin}(${python.value(block, 'PIN', ORDER.NONE, '0')})${atten})`, ORDER.MEMBER];
    },
  }),
  value('adc_read', {
    message: 'ADC_READ',
    args: [
      slot('SENSOR'),
      menu('METHOD', ['ADC_READ_U16', 'read_u16'], ['ADC_READ_RAW', 'read'], ['ADC_READ_UV', 'read_uv']),
    ],
    tooltip: 'ADC_READ_TIP',
    generate: (block, python) => [
      `${python.receiver(block, 'SENSOR', 'sensor')}.${block.getFieldValue('METHOD')}()`,
      ORDER.MEMBER,
    ],
  }),
  value('adc_volts', {
    message: 'ADC_VOLTS',
    args: [slot('SENSOR')],
    tooltip: 'ADC_VOLTS_TIP',
    generate: (block, python) => [
      `${python.receiver(block, 'SENSOR', 'sensor')}.read_u16() * 3.3 / 65535`,
      ORDER.MULTIPLICATIVE,
    ],
  }),
];

const dht = [
  value('dht_new', {
    message: 'DHT_NEW',
    args: [operators('KIND', { DHT22: 'DHT22', DHT11: 'DHT11' }), slot('PIN')],
    tooltip: 'DHT_NEW_TIP',
    generate: (block, python) => {
      const sensor = python.use('dht', block.getFieldValue('KIND'));
      const pin = python.use('machine', 'Pin');
      return [`${sensor}(${pin}(${python.value(block, 'PIN', ORDER.NONE, '0')}))`, ORDER.MEMBER];
    },
  }),
  statement('dht_measure', {
    message: 'DHT_MEASURE',
    args: [slot('SENSOR')],
    tooltip: 'DHT_MEASURE_TIP',
    generate: (block, python) => `${python.receiver(block, 'SENSOR', 'sensor')}.measure()`,
  }),
  value('dht_read', {
    message: 'DHT_READ',
    args: [slot('SENSOR'), menu('WHAT', ['DHT_TEMPERATURE', 'temperature'], ['DHT_HUMIDITY', 'humidity'])],
    tooltip: 'DHT_READ_TIP',
    generate: (block, python) => [
      `${python.receiver(block, 'SENSOR', 'sensor')}.${block.getFieldValue('WHAT')}()`,
      ORDER.MEMBER,
    ],
  }),
];

const pwm = [
  value('pwm_new', {
    message: 'PWM_NEW',
    args: [slot('PIN'), slot('FREQ')],
    tooltip: 'PWM_NEW_TIP',
    generate: (block, python) => {
      const pin = python.use('machine', 'Pin');
      const pulses = python.use('machine', 'PWM');
      const number = python.value(block, 'PIN', ORDER.NONE, '0');
      const freq = python.value(block, 'FREQ', ORDER.NONE, '1000');
      return [`${pulses}(${pin}(${number}), freq=${freq})`, ORDER.MEMBER];
    },
  }),
  statement('pwm_duty', {
    message: 'PWM_DUTY',
    args: [slot('PWM'), slot('DUTY')],
    tooltip: 'PWM_DUTY_TIP',
    generate: (block, python) =>
      `${python.receiver(block, 'PWM', 'pwm')}.duty_u16(${python.value(block, 'DUTY', ORDER.NONE, '0')})`,
  }),
  statement('pwm_freq', {
    message: 'PWM_FREQ',
    args: [slot('PWM'), slot('FREQ')],
    tooltip: 'PWM_FREQ_TIP',
    generate: (block, python) =>
      `${python.receiver(block, 'PWM', 'pwm')}.freq(${python.value(block, 'FREQ', ORDER.NONE, '1000')})`,
  }),
  statement('servo_angle', {
    message: 'SERVO_ANGLE',
    args: [slot('SERVO'), slot('ANGLE')],
    tooltip: 'SERVO_ANGLE_TIP',
    generate: (block, python) => {
      const angle = python.value(block, 'ANGLE', sameOrTighter(ORDER.MULTIPLICATIVE), '90');
      const servo = python.receiver(block, 'SERVO', 'servo');
      return `${servo}.duty_u16(int(${SERVO_ZERO} + ${angle} * ${SERVO_SPAN} / 180))`;
    },
  }),
];

export const sensors: BlockFamily = { style: 'sensors', blocks: [...analog, ...dht, ...pwm] };
