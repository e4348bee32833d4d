/** A TMP36: a voltage that rises by 10 mV for each degree. It measures the world's air, or its control where there is no world. */

import type { Part } from '../part-model.ts';
import { createAnalogSensor } from './analog-sensor.ts';

const MIN_DEGREES = -40;
const MAX_DEGREES = 125;
/** Output at 0 degrees C, volts. */
const OFFSET_VOLTS = 0.5;
const VOLTS_PER_DEGREE = 0.01;
const MIN_SUPPLY_VOLTS = 2.7;

export const analogTemperatureSensor: Part = {
  definition: {
    type: 'analog-temperature-sensor',
    name: 'Temperature sensor (TMP36)',
    description:
      'Gives 0.5 V at 0 °C and 10 mV more for each degree. In a world it measures the air there; the slider is for diagrams without a world.',
    pins: [
      { name: 'VCC', role: 'power', description: 'Supply, 2.7 V to 5.5 V' },
      { name: 'OUT', role: 'output', description: 'Voltage: 0.5 V plus 10 mV per °C' },
      { name: 'GND', role: 'ground', description: 'Ground' },
    ],
    attributes: [],
    controls: [
      {
        kind: 'range',
        name: 'temperature',
        label: 'Temperature',
        unit: '°C',
        min: MIN_DEGREES,
        max: MAX_DEGREES,
        step: 0.5,
        default: 20,
      },
    ],
    state: [
      { name: 'temperature', label: 'Temperature', unit: '°C' },
      { name: 'voltage', label: 'Output', unit: 'V' },
    ],
    source:
      'Analog Devices TMP35/TMP36/TMP37 data sheet, rev. H: offset, scale factor, range and supply of the TMP36',
  },
  create: (context) =>
    createAnalogSensor(context, {
      variable: 'airTemperature',
      stateName: 'temperature',
      outputPin: 'OUT',
      minimumSupply: MIN_SUPPLY_VOLTS,
      min: MIN_DEGREES,
      max: MAX_DEGREES,
      voltsAt: (degrees) => OFFSET_VOLTS + VOLTS_PER_DEGREE * degrees,
    }),
};
