/** Reads single values out of a part's snapshot without trusting their type. */

import type { PartState } from '#interpreter/device/trace.ts';

/** The number of that name, or `otherwise` where it is missing or not a number. */
export function numberIn(state: PartState | undefined, name: string, otherwise = 0): number {
  const value = state?.[name];
  return typeof value === 'number' ? value : otherwise;
}

/** True where the value of that name is true or a number above zero. */
export function isOn(state: PartState | undefined, name: string): boolean {
  const value = state?.[name];
  return value === true || (typeof value === 'number' && value > 0);
}
