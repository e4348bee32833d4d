/** The ends of wires: `pump:IN`, `board:GPIO12`. Finds the pin of a drawing that a name means. */

import type { BoardDefinition } from '#interpreter/diagram/catalog.ts';
import { findBoardPin } from '#interpreter/diagram/lookup.ts';
import type { Geometry, PinPoint } from '#renderer/part-views/view.ts';

export interface Terminal {
  readonly part: string;
  readonly pin: string;
}

/** Splits at the first colon; a text without one is all part. */
export function splitTerminal(text: string): Terminal {
  const colon = text.indexOf(':');
  return colon < 0 ? { part: text, pin: '' } : { part: text.slice(0, colon), pin: text.slice(colon + 1) };
}

/**
 * Every place on the drawing that the name means: one for `GPIO12`, several for `GND`, none where it has no such pin.
 * A name that is printed exactly so on the drawing, such as `GND.2`, means that place alone.
 */
export function boardPinPoints(
  board: BoardDefinition | undefined,
  geometry: Geometry,
  name: string,
): PinPoint[] {
  const exact = geometry.pins.filter((pin) => pin.name === name);
  const definition = board && findBoardPin(board, name);
  if (!definition || definition.name !== name) {
    if (exact.length > 0) return exact;
  }
  const known = new Set(definition ? [definition.name, ...definition.aliases] : [name]);
  const points = geometry.pins.filter(
    (pin) => known.has(pin.name) || known.has(pin.name.replace(/\.\d+$/, '')),
  );
  return points.length > 0 ? points : exact;
}

export function nearest(
  points: readonly PinPoint[],
  to: { readonly x: number; readonly y: number },
): PinPoint | undefined {
  const distance = (point: PinPoint): number => Math.abs(point.x - to.x) + Math.abs(point.y - to.y);
  return points.reduce<PinPoint | undefined>(
    (best, point) => (best === undefined || distance(point) < distance(best) ? point : best),
    undefined,
  );
}
