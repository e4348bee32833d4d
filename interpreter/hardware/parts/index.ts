/** All part types, in the order in which lists show them. A new part is one file here and one line below. */

import type { Part } from '../part-model.ts';
import { analogTemperatureSensor } from './analog-temperature-sensor.ts';
import { dht22 } from './dht22.ts';
import { led } from './led.ts';
import { potentiometer } from './potentiometer.ts';
import { pushButton } from './push-button.ts';
import { relay } from './relay.ts';
import { resistor } from './resistor.ts';
import { servo } from './servo.ts';
import { soilMoistureSensor } from './soil-moisture-sensor.ts';

export const parts: readonly Part[] = [
  led,
  pushButton,
  potentiometer,
  analogTemperatureSensor,
  dht22,
  soilMoistureSensor,
  relay,
  servo,
  resistor,
];
