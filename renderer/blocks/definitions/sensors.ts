/** Sensors and signals: analog inputs, DHT sensors, PWM, servo. Source: MicroPython docs, machine.ADC, machine.PWM, dht. */

import {
  type BlockFamily,
  known,
  menu,
  object,
  operators,
  option,
  pinSlot,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { by } from '../program/forms.ts';

const adc = known(
  'SENSOR',
  ['machine.ADC', 'pyb.ADC'],
  ...(['sensor', 'adc', 'pot', 'potentiometer', 'ldr', 'soil', 'light', 'joystick', 'analog'] as const),
);
const dhtSensor = object('SENSOR', 'sensor', 'dht.DHT11', 'dht.DHT22');
const pulses = object('PWM', 'pwm', 'machine.PWM');

const analog = [
  value('adc_new', {
    message: 'ADC_NEW',
    args: [pinSlot('PIN'), menu('RANGE', ['ADC_RANGE_DEFAULT', 'DEFAULT'], ['ADC_RANGE_FULL', 'ATTN_11DB'])],
    tooltip: 'ADC_NEW_TIP',
    python: by('RANGE', {
      DEFAULT: ['machine.ADC(machine.Pin($PIN))', 'machine.ADC($PIN)', 'pyb.ADC($PIN)'],
      ATTN_11DB: [
        'machine.ADC(machine.Pin($PIN), atten=machine.ADC.ATTN_11DB)',
        'machine.ADC($PIN, atten=machine.ADC.ATTN_11DB)',
      ],
    }),
  }),
  value('adc_read', {
    message: 'ADC_READ',
    args: [
      adc,
      menu('METHOD', ['ADC_READ_U16', 'read_u16'], ['ADC_READ_RAW', 'read'], ['ADC_READ_UV', 'read_uv']),
    ],
    tooltip: 'ADC_READ_TIP',
    python: [
      { python: '$SENSOR.read_u16()', fields: { METHOD: 'read_u16' }, certain: true },
      { python: '$SENSOR.read_uv()', fields: { METHOD: 'read_uv' }, certain: true },
      { python: '$SENSOR.read()', fields: { METHOD: 'read' } },
    ],
  }),
  value('adc_volts', {
    message: 'ADC_VOLTS',
    args: [object('SENSOR', 'sensor', 'machine.ADC')],
    tooltip: 'ADC_VOLTS_TIP',
    python: '$SENSOR.read_u16() * 3.3 / 65535',
  }),
];

const dht = [
  value('dht_new', {
    message: 'DHT_NEW',
    args: [operators('KIND', { DHT22: 'DHT22', DHT11: 'DHT11' }), pinSlot('PIN')],
    tooltip: 'DHT_NEW_TIP',
    python: by('KIND', {
      DHT22: ['dht.DHT22(machine.Pin($PIN))', 'dht.DHT22($PIN)'],
      DHT11: ['dht.DHT11(machine.Pin($PIN))', 'dht.DHT11($PIN)'],
    }),
  }),
  statement('dht_measure', {
    message: 'DHT_MEASURE',
    args: [dhtSensor],
    tooltip: 'DHT_MEASURE_TIP',
    python: '$SENSOR.measure()',
  }),
  value('dht_read', {
    message: 'DHT_READ',
    args: [dhtSensor, menu('WHAT', ['DHT_TEMPERATURE', 'temperature'], ['DHT_HUMIDITY', 'humidity'])],
    tooltip: 'DHT_READ_TIP',
    python: '$SENSOR.$WHAT()',
  }),
];

const pwm = [
  value('pwm_new', {
    message: 'PWM_NEW',
    args: [pinSlot('PIN'), option('FREQ')],
    tooltip: 'PWM_NEW_TIP',
    python: [
      'machine.PWM(machine.Pin($PIN), freq=$FREQ)',
      'machine.PWM(machine.Pin($PIN), $FREQ)',
      'machine.PWM($PIN, freq=$FREQ)',
    ],
  }),
  // A servo on 50 Hz: 0.5 ms (0 degrees) and 2.5 ms (180 degrees) as duties of 65535.
  statement('servo_angle', {
    message: 'SERVO_ANGLE',
    args: [object('SERVO', 'servo', 'machine.PWM'), slot('ANGLE', '90')],
    tooltip: 'SERVO_ANGLE_TIP',
    python: '$SERVO.duty_u16(int(1638 + $ANGLE * 6554 / 180))',
  }),
  statement('pwm_duty', {
    message: 'PWM_DUTY',
    args: [
      pulses,
      slot('DUTY', '0'),
      menu('UNIT', ['PWM_OF_65535', 'duty_u16'], ['PWM_OF_1023', 'duty'], ['PWM_NS', 'duty_ns']),
    ],
    tooltip: 'PWM_DUTY_TIP',
    python: '$PWM.$UNIT($DUTY)',
  }),
  statement('pwm_freq', {
    message: 'PWM_FREQ',
    args: [pulses, slot('FREQ', '1000')],
    tooltip: 'PWM_FREQ_TIP',
    python: '$PWM.freq($FREQ)',
  }),
];

export const sensors: BlockFamily = { style: 'sensors', blocks: [...analog, ...dht, ...pwm] };
