/**
 * Where everything stands on the bench. Positions in the diagram are kept; parts without one are placed beside the board,
 * on the side where their wires end, in the order of the board's pins. Knows sizes and pins, not drawings.
 */

import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import type { Geometry, PinPoint } from '#renderer/part-views/view.ts';
import { inflate, overlaps, turn, union, type Point, type Rect } from './geometry.ts';
import { placeLoose } from './layout-loose.ts';

/** One thing on the bench with its pins, all in bench pixels. Rotation is already worked in. */
export interface Placement extends Rect {
  readonly id: string;
  /** Quarter turns in degrees clockwise: 0, 90, 180 or 270. */
  readonly rotate: number;
  readonly pins: readonly PinPoint[];
  readonly nameWidth: number;
}

export interface BenchLayout {
  readonly board: Placement;
  readonly parts: ReadonlyMap<string, Placement>;
  readonly bounds: Rect;
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
/** Between the board and parts that stand where it would be. */
const BESIDE = 92;

export function layoutBench(input: LayoutInput): BenchLayout {
  const { diagram } = input;
  const fixed = new Map<string, Placement>();
  for (const part of diagram.parts) {
    const sized = input.parts.get(part.id);
    if (!sized || part.x === undefined || part.y === undefined) continue;
    fixed.set(part.id, place(part.id, sized, { x: part.x, y: part.y }, part.rotate));
  }
  const board = placeBoard(input.board, [...fixed.values()]);
  const loose = diagram.parts.filter((part) => input.parts.has(part.id) && !fixed.has(part.id));
  const parts = new Map([...fixed, ...placeLoose(loose, board, [...fixed.values()], input)]);
  const bounds = union([board, ...[...parts.values()].map(withName)]);
  return { board, parts, bounds };
}

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
    return { name: pin.name, x: at.x + turned.x - center.x + width / 2, y: at.y + turned.y - center.y + height / 2 };
  });
  return { id, x: at.x, y: at.y, width, height, rotate, pins, nameWidth };
}

/** At the origin, as diagrams expect; right of all parts where one of them stands there already. */
function placeBoard(geometry: Geometry, fixed: readonly Placement[]): Placement {
  const sized = { geometry, nameWidth: 0 };
  const board = place(BOARD_ID, sized, { x: 0, y: 0 });
  if (!fixed.some((part) => overlaps(withName(part), inflate(board, 9)))) return board;
  const around = union(fixed.map(withName));
  return place(BOARD_ID, sized, { x: around.x + around.width + BESIDE, y: around.y });
}
