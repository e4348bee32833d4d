/** Finds the place for a part's panel: under, over or beside the part, always inside the room. */

import type { Point, Rect } from './geometry.ts';

/** CSS pixels. */
export const CARD_WIDTH = 224;
const GAP = 8;
/** The name stands right above or below the part. */
const NAME = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Relative to the top left corner of the part. */
export function cardPlace(part: Rect, card: Size, room: Rect): Point {
  const clampX = (x: number): number =>
    Math.max(room.x + GAP, Math.min(x, room.x + room.width - card.width - GAP));
  const clampY = (y: number): number =>
    Math.max(room.y + GAP, Math.min(y, room.y + room.height - card.height - GAP));
  const middleX = clampX(part.x + part.width / 2 - card.width / 2);
  const middleY = clampY(part.y + part.height / 2 - card.height / 2);
  const below = part.y + part.height + NAME;
  const above = part.y - NAME - card.height - GAP;
  const right = part.x + part.width + GAP;
  const left = part.x - card.width - GAP;
  const place =
    below + card.height + GAP <= room.y + room.height
      ? { x: middleX, y: below }
      : above >= room.y
        ? { x: middleX, y: above }
        : right + card.width + GAP <= room.x + room.width
          ? { x: right, y: middleY }
          : { x: clampX(left), y: middleY };
  return { x: place.x - part.x, y: place.y - part.y };
}
