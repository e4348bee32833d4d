/** Size and pins of the plain plate that stands in for a board without a drawing. */

import type { BoardDefinition } from '#interpreter/diagram/catalog.ts';
import type { Geometry } from './view.ts';

const PITCH = 9.6;
const WIDTH = 130;
const EDGE = 6;
const TOP = 30;

/** Half of the pins stand on the left, half on the right, in the order of the definition. */
export function boardBoxGeometry(board: BoardDefinition | undefined): Geometry {
  const pins = (board?.pins ?? []).filter((pin) => pin.brokenOut !== false);
  const half = Math.ceil(pins.length / 2);
  return {
    width: WIDTH,
    height: TOP + Math.max(half, 6) * PITCH,
    pins: pins.map((pin, index) => ({
      name: pin.name,
      x: index < half ? EDGE : WIDTH - EDGE,
      y: TOP + (index % half) * PITCH,
    })),
  };
}
