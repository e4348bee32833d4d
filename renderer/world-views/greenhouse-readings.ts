/** The five values of a greenhouse that matter most, short enough for one line. */

import type { WorldDefinition } from '#interpreter/diagram/catalog.ts';
import { t } from '#renderer/i18n/t.ts';
import { clockTime, readingValue, type Reading } from './reading.ts';

const SHORT = ['airTemperature', 'airHumidity', 'soilMoisture', 'outsideTemperature', 'timeOfDay'] as const;

export function greenhouseReadings(
  world: WorldDefinition,
  values: Readonly<Record<string, number>>,
): Reading[] {
  return SHORT.flatMap((name) => {
    const variable = world.variables.find((each) => each.name === name);
    const value = values[name];
    if (!variable || value === undefined) return [];
    const resolution = variable.unit === '%' ? 1 : variable.resolution;
    const text = name === 'timeOfDay' ? clockTime(value) : readingValue(value, resolution, variable.unit);
    return [{ label: t(`greenhouse.short.${name}`), title: variable.label, value: text }];
  });
}
