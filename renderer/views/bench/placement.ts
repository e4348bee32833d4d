/** One thing on the bench: where it stands, how it is turned, where its pins and its name are. Knows no drawings. */

import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { Geometry, PinPoint } from '#renderer/part-views/view.ts';
import { turn, union, type Point, type Rect } from './geometry.ts';

/** All in bench pixels. Rotation is already worked in. */
export interface Placement extends Rect {
  readonly id: string;
  /** Quarter turns in degrees clockwise: 0, 90, 180 or 270. */
  readonly rotate: number;
  readonly pins: readonly PinPoint[];
  readonly nameWidth: number;
}

export interface Sized {
  readonly geometry: Geometry;
  /** Room that the part's name takes, bench pixels. */
  readonly nameWidth: number;
}

/** Sizes to place, and how to find the board's pins of a given name. */
export interface LayoutInput {
  readonly diagram: Diagram;
  readonly board: Geometry;
  readonly parts: ReadonlyMap<string, Sized>;
  readonly boardPins: (name: string) => readonly PinPoint[];
}

/** Room above (or below) a part for its name. */
export const NAME_HEIGHT = 24;
/** The part and the room for its name. */
export function withName(placement: Placement): Rect {
  return union([placement, nameRect(placement)]);
}

export function nameRect(placement: Placement): Rect {
  const { nameWidth } = placement;
  return {
    x: placement.x + placement.width / 2 - nameWidth / 2,
    y: nameBelow(placement) ? placement.y + placement.height : placement.y - NAME_HEIGHT,
    width: nameWidth,
    height: NAME_HEIGHT,
  };
}

/** Names stand above, except where the pins leave upwards. */
export function nameBelow(placement: Placement): boolean {
  const { pins, y, height } = placement;
  return pins.length > 0 && pins.every((pin) => pin.y - y < height / 4);
}

/** `at` is the top left corner of the turned drawing. */
export function place(id: string, { geometry, nameWidth }: Sized, at: Point, degrees = 0): Placement {
  const rotate = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  const across = rotate % 180 !== 0;
  const width = across ? geometry.height : geometry.width;
  const height = across ? geometry.width : geometry.height;
  const center = { x: geometry.width / 2, y: geometry.height / 2 };
  const pins = geometry.pins.map((pin) => {
    const turned = turn(pin, center, rotate);
    return {
      name: pin.name,
      x: at.x + turned.x - center.x + width / 2,
      y: at.y + turned.y - center.y + height / 2,
    };
  });
  return { id, x: at.x, y: at.y, width, height, rotate, pins, nameWidth };
}
