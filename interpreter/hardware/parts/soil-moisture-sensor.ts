/** A capacitive soil moisture sensor: the wetter the soil, the lower the voltage. Measures the world's soil, or its control. */

import type { Part } from '../part-model.ts';
import { createAnalogSensor } from './analog-sensor.ts';

/** Readings 520 in air and 260 in water of a 10-bit, 5 V ADC (SEN0193 page), volts. */
const DRY_VOLTS = (520 / 1023) * 5;
const WET_VOLTS = (260 / 1023) * 5;
const MIN_SUPPLY_VOLTS = 3.2;

export const soilMoistureSensor: Part = {
  definition: {
    type: 'soil-moisture-sensor',
    name: 'Soil moisture sensor',
    description:
      'Gives about 2.5 V in dry soil and 1.3 V in wet soil. In a world it measures the soil there; the slider is for diagrams without a world.',
    pins: [
      { name: 'VCC', role: 'power', description: 'Supply, 3.3 V to 5.5 V' },
      { name: 'GND', role: 'ground', description: 'Ground' },
      { name: 'AOUT', role: 'output', description: 'Voltage: high when dry, low when wet' },
    ],
    attributes: [],
    controls: [
      {
        kind: 'range',
        name: 'moisture',
        label: 'Soil moisture',
        unit: '%',
        min: 0,
        max: 100,
        step: 1,
        default: 50,
      },
    ],
    state: [
      { name: 'moisture', label: 'Soil moisture', unit: '%' },
      { name: 'voltage', label: 'Output', unit: 'V' },
    ],
    source: 'DFRobot SEN0193 product page (capacitive sensor, supply, calibration readings in air and water)',
  },
  create: (context) =>
    createAnalogSensor(context, {
      variable: 'soilMoisture',
      stateName: 'moisture',
      outputPin: 'AOUT',
      minimumSupply: MIN_SUPPLY_VOLTS,
      min: 0,
      max: 100,
      voltsAt: (percent) => DRY_VOLTS + ((WET_VOLTS - DRY_VOLTS) * percent) / 100,
    }),
};
