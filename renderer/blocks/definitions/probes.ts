/** Further sensors: distance by sound (HC-SR04), temperature on one wire (DS18X20), touch pads, the range of an ESP32's ADC. */

import {
  type BlockFamily,
  known,
  menu,
  object,
  option,
  pinSlot,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { by } from '../program/forms.ts';

const ds = object('SENSOR', 'ds_sensor', 'ds18x20.DS18X20');
const sonar = object('SENSOR', 'sonar', 'hcsr04.HCSR04');
const ATTENUATIONS = ['ATTN_0DB', 'ATTN_2_5DB', 'ATTN_6DB', 'ATTN_11DB'] as const;
const WIDTHS = ['WIDTH_9BIT', 'WIDTH_10BIT', 'WIDTH_11BIT', 'WIDTH_12BIT'] as const;

const temperature = [
  value('onewire_new', {
    message: 'ONEWIRE_NEW',
    args: [pinSlot('PIN')],
    tooltip: 'ONEWIRE_NEW_TIP',
    python: ['onewire.OneWire(machine.Pin($PIN))', 'onewire.OneWire($PIN)'],
  }),
  value('ds18x20_new', {
    message: 'DS18X20_NEW',
    args: [slot('WIRE', 'wire')],
    tooltip: 'DS18X20_NEW_TIP',
    python: 'ds18x20.DS18X20($WIRE)',
  }),
  value('ds18x20_scan', {
    message: 'DS18X20_SCAN',
    args: [known('SENSOR', ['ds18x20.DS18X20', 'onewire.OneWire'], 'ds_sensor', 'ds', 'ow', 'wire')],
    tooltip: 'DS18X20_SCAN_TIP',
    python: '$SENSOR.scan()',
  }),
  statement('ds18x20_measure', {
    message: 'DS18X20_MEASURE',
    args: [ds],
    tooltip: 'DS18X20_MEASURE_TIP',
    python: '$SENSOR.convert_temp()',
  }),
  value('ds18x20_read', {
    message: 'DS18X20_READ',
    args: [ds, slot('ROM', 'rom')],
    tooltip: 'DS18X20_READ_TIP',
    python: '$SENSOR.read_temp($ROM)',
  }),
];

export const probes: BlockFamily = {
  style: 'sensors',
  blocks: [
    value('ultrasonic_new', {
      message: 'ULTRASONIC_NEW',
      args: [pinSlot('TRIGGER'), pinSlot('ECHO'), option('TIMEOUT')],
      tooltip: 'ULTRASONIC_NEW_TIP',
      python: [
        'hcsr04.HCSR04(trigger_pin=$TRIGGER, echo_pin=$ECHO, echo_timeout_us=$TIMEOUT)',
        'hcsr04.HCSR04($TRIGGER, $ECHO, $TIMEOUT)',
      ],
    }),
    value('ultrasonic_read', {
      message: 'ULTRASONIC_READ',
      args: [sonar, menu('UNIT', ['ULTRASONIC_CM', 'distance_cm'], ['ULTRASONIC_MM', 'distance_mm'])],
      tooltip: 'ULTRASONIC_READ_TIP',
      python: '$SENSOR.$UNIT()',
    }),
    ...temperature,
    value('touch_new', {
      message: 'TOUCH_NEW',
      args: [pinSlot('PIN')],
      tooltip: 'TOUCH_NEW_TIP',
      python: ['machine.TouchPad(machine.Pin($PIN))', 'machine.TouchPad($PIN)'],
    }),
    value('touch_read', {
      message: 'TOUCH_READ',
      args: [known('PAD', ['machine.TouchPad'], 'touch', 'pad', 'touchpad', 'touch_pad')],
      tooltip: 'TOUCH_READ_TIP',
      python: '$PAD.read()',
    }),
    statement('adc_range', {
      message: 'ADC_RANGE',
      args: [
        object('SENSOR', 'sensor', 'machine.ADC'),
        menu(
          'RANGE',
          ['ADC_ATTN_11', 'ATTN_11DB'],
          ['ADC_ATTN_6', 'ATTN_6DB'],
          ['ADC_ATTN_2', 'ATTN_2_5DB'],
          ['ADC_ATTN_0', 'ATTN_0DB'],
        ),
      ],
      tooltip: 'ADC_RANGE_TIP',
      python: by(
        'RANGE',
        Object.fromEntries(ATTENUATIONS.map((range) => [range, `$SENSOR.atten(machine.ADC.${range})`])),
      ),
    }),
    statement('adc_bits', {
      message: 'ADC_BITS',
      args: [
        object('SENSOR', 'sensor', 'machine.ADC'),
        menu(
          'WIDTH',
          ['ADC_BITS_12', 'WIDTH_12BIT'],
          ['ADC_BITS_11', 'WIDTH_11BIT'],
          ['ADC_BITS_10', 'WIDTH_10BIT'],
          ['ADC_BITS_9', 'WIDTH_9BIT'],
        ),
      ],
      tooltip: 'ADC_BITS_TIP',
      python: by(
        'WIDTH',
        Object.fromEntries(WIDTHS.map((width) => [width, `$SENSOR.width(machine.ADC.${width})`])),
      ),
    }),
  ],
};
