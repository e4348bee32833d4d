/** Size and pins of the plain box that stands in for anything without a drawing. */

import type { Geometry } from './view.ts';

const PITCH = 28.8;
const MIN_WIDTH = 92;
const HEIGHT = 72;

/** Pins stand in a row along the lower edge. */
export function boxGeometry(pinNames: readonly string[]): Geometry {
  const width = Math.max(MIN_WIDTH, (pinNames.length + 1) * PITCH);
  const first = (width - (pinNames.length - 1) * PITCH) / 2;
  return {
    width,
    height: HEIGHT,
    pins: pinNames.map((name, index) => ({ name, x: first + index * PITCH, y: HEIGHT })),
  };
}
