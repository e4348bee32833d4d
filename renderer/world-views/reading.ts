/** One value of a world in words. */

import type { WorldDefinition } from '#interpreter/diagram/catalog.ts';
import { formatNumber } from '#renderer/i18n/t.ts';

export interface Reading {
  /** Short, for a narrow column. */
  readonly label: string;
  /** With its unit. */
  readonly value: string;
  /** The full name. */
  readonly title: string;
}

/** As many decimals as the variable resolves. */
export function readingValue(value: number, resolution: number, unit: string): string {
  const decimals = Math.min(3, Math.max(0, Math.ceil(-Math.log10(resolution))));
  return `${formatNumber(value, { least: decimals, most: decimals })} ${unit}`.trim();
}

/** Every variable, as the definition names it. */
export function plainReadings(world: WorldDefinition, values: Readonly<Record<string, number>>): Reading[] {
  return world.variables.flatMap(({ name, label, unit, resolution }) => {
    const value = values[name];
    return value === undefined ? [] : [{ label, title: label, value: readingValue(value, resolution, unit) }];
  });
}

/** Hours as a clock shows them: 14.3334 is `14:20`. */
export function clockTime(hours: number): string {
  const minutes = Math.floor((((hours % 24) + 24) % 24) * 60 + 1e-6);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
