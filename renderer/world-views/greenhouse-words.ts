/** The picture of the greenhouse in one sentence, for people who do not see it. */

import { clockTime } from './reading.ts';

const RUNNING = [
  ['pumpFlow', 'the pump waters the bed'],
  ['heaterPower', 'the heater is on'],
  ['fanSpeed', 'the fan turns'],
  ['lampPower', 'the lamp shines'],
  ['ventOpening', 'the roof vent is open'],
] as const;
/** Soil moisture, %. */
const THIRSTY = 20;
const WET = 70;

export function greenhouseWords(values: Readonly<Record<string, number>>): string {
  const hour = values['timeOfDay'] ?? 12;
  const soil = values['soilMoisture'] ?? 50;
  const plants = soil < THIRSTY ? 'the plants droop, the soil is dry' : 'the plants stand upright';
  const bed = soil > WET ? `${plants}, the soil is wet` : plants;
  const machines = RUNNING.flatMap(([name, words]) => ((values[name] ?? 0) > 0 ? [words] : []));
  const sky = hour >= 6 && hour < 18 ? 'by day' : 'at night';
  return `Greenhouse ${sky}, ${clockTime(hour)}: ${[bed, ...machines].join(', ')}.`;
}
