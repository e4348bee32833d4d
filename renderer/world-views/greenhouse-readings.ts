/** The five values of a greenhouse that matter most, short enough for one line. */

import type { WorldDefinition } from '#interpreter/diagram/catalog.ts';
import { clockTime, readingValue, type Reading } from './reading.ts';

const SHORT = [
  { name: 'airTemperature', label: 'Air' },
  { name: 'airHumidity', label: 'Humidity' },
  { name: 'soilMoisture', label: 'Soil' },
  { name: 'outsideTemperature', label: 'Outside' },
] as const;

export function greenhouseReadings(
  world: WorldDefinition,
  values: Readonly<Record<string, number>>,
): Reading[] {
  const readings = SHORT.flatMap(({ name, label }) => {
    const variable = world.variables.find((each) => each.name === name);
    const value = values[name];
    if (!variable || value === undefined) return [];
    const resolution = variable.unit === '%' ? 1 : variable.resolution;
    return [{ label, title: variable.label, value: readingValue(value, resolution, variable.unit) }];
  });
  return [...readings, { label: 'Time', title: 'Time of day', value: clockTime(values['timeOfDay'] ?? 0) }];
}
