/**
 * Where everything stands on the bench. Positions in the diagram are kept; parts without one are placed beside the board,
 * on the side where their wires end, in the order of the board's pins. Knows sizes and pins, not drawings.
 */

import { BOARD_ID, type Diagram, type DiagramPart } from '#interpreter/diagram/diagram.ts';
import type { Geometry, PinPoint } from '#renderer/part-views/view.ts';
import { inflate, overlaps, turn, union, type Point, type Rect } from './geometry.ts';
import { splitTerminal } from './terminals.ts';

/** One thing on the bench with its pins, all in bench pixels. Rotation is already worked in. */
export interface Placement extends Rect {
  readonly id: string;
  /** Quarter turns in degrees clockwise: 0, 90, 180 or 270. */
  readonly rotate: number;
  readonly pins: readonly PinPoint[];
}

export interface BenchLayout {
  readonly board: Placement;
  readonly parts: ReadonlyMap<string, Placement>;
  readonly bounds: Rect;
}

/** A size to place, and how to find the board's pin of a given name. */
export interface LayoutInput {
  readonly diagram: Diagram;
  readonly board: Geometry;
  readonly parts: ReadonlyMap<string, Geometry>;
  readonly boardPins: (name: string) => readonly PinPoint[];
}

/** Room above (or below) a part for its name. */
export const NAME_HEIGHT = 24;
const LANE = 9;
const MIN_CHANNEL = 48;
const MAX_CHANNEL = 92;
const STACK_GAP = 26;

export function layoutBench(input: LayoutInput): BenchLayout {
  const { diagram } = input;
  const fixed = new Map<string, Placement>();
  for (const part of diagram.parts) {
    const geometry = input.parts.get(part.id);
    if (!geometry || part.x === undefined || part.y === undefined) continue;
    fixed.set(part.id, place(part.id, geometry, { x: part.x, y: part.y }, part.rotate));
  }
  const board = placeBoard(input.board, [...fixed.values()]);
  const loose = diagram.parts.filter((part) => input.parts.has(part.id) && !fixed.has(part.id));
  const parts = new Map([...fixed, ...placeLoose(loose, board, [...fixed.values()], input)]);
  const bounds = union([board, ...[...parts.values()].map(withName)]);
  return { board, parts, bounds };
}

/** The part and the room for its name. */
export function withName(placement: Placement): Rect {
  const below = nameBelow(placement);
  return {
    x: placement.x,
    y: below ? placement.y : placement.y - NAME_HEIGHT,
    width: placement.width,
    height: placement.height + NAME_HEIGHT,
  };
}

/** Names stand above, except where the pins leave upwards. */
export function nameBelow(placement: Placement): boolean {
  const { pins, y, height } = placement;
  return pins.length > 0 && pins.every((pin) => pin.y - y < height / 4);
}

/** `at` is the top left corner of the turned drawing. */
export function place(id: string, geometry: Geometry, at: Point, degrees = 0): Placement {
  const rotate = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  const across = rotate % 180 !== 0;
  const width = across ? geometry.height : geometry.width;
  const height = across ? geometry.width : geometry.height;
  const center = { x: geometry.width / 2, y: geometry.height / 2 };
  const pins = geometry.pins.map((pin) => {
    const turned = turn(pin, center, rotate);
    return { name: pin.name, x: at.x + turned.x - center.x + width / 2, y: at.y + turned.y - center.y + height / 2 };
  });
  return { id, x: at.x, y: at.y, width, height, rotate, pins };
}

/** At the origin, as diagrams expect; right of all parts where one of them stands there already. */
function placeBoard(geometry: Geometry, fixed: readonly Placement[]): Placement {
  const board = place(BOARD_ID, geometry, { x: 0, y: 0 });
  if (!fixed.some((part) => overlaps(withName(part), inflate(board, LANE)))) return board;
  const around = union(fixed.map(withName));
  return place(BOARD_ID, geometry, { x: around.x + around.width + MAX_CHANNEL, y: around.y });
}

interface Wish {
  readonly part: DiagramPart;
  readonly geometry: Geometry;
  readonly side: 'left' | 'right' | 'either';
  /** Height of the board pins it is wired to. */
  readonly y: number;
}

function placeLoose(
  loose: readonly DiagramPart[],
  board: Placement,
  fixed: readonly Placement[],
  input: LayoutInput,
): Map<string, Placement> {
  const wishes = loose.flatMap((part) => {
    const geometry = input.parts.get(part.id);
    return geometry ? [wishOf(part, geometry, board, input)] : [];
  });
  const sides = shareOut(wishes);
  const taken = union([board, ...fixed.map(withName)]);
  return new Map([
    ...stack(sides.left, 'left', board, taken, input.diagram),
    ...stack(sides.right, 'right', board, taken, input.diagram),
  ]);
}

/** Where the part's wires end on the board, following wires through other parts where it has none of its own. */
function wishOf(part: DiagramPart, geometry: Geometry, board: Placement, input: LayoutInput): Wish {
  const signals = reachedPins(part.id, input, new Set());
  const middle = board.width / 2;
  const balance = signals.reduce((sum, pin) => sum + Math.sign(pin.x - middle), 0);
  const y = signals.length > 0 ? signals.reduce((sum, pin) => sum + pin.y, 0) / signals.length : board.height / 2;
  return { part, geometry, y, side: balance < 0 ? 'left' : balance > 0 ? 'right' : 'either' };
}

function reachedPins(id: string, input: LayoutInput, seen: Set<string>): PinPoint[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const others = input.diagram.connections.flatMap(({ from, to }) => {
    if (splitTerminal(from).part === id) return [to];
    return splitTerminal(to).part === id ? [from] : [];
  });
  const own = others.flatMap((terminal) => {
    const { part, pin } = splitTerminal(terminal);
    const points = part === BOARD_ID ? input.boardPins(pin) : [];
    // Supply and ground pins lie on both sides of a board: they say nothing about where a part belongs.
    return points.length === 1 && !/^(3V3|5V|VIN|VBUS|VSYS)/.test(points[0]?.name ?? '') ? points : [];
  });
  if (own.length > 0) return own;
  return others.flatMap((terminal) => {
    const { part } = splitTerminal(terminal);
    return part === BOARD_ID ? [] : reachedPins(part, input, seen);
  });
}

/** Undecided parts go where there is more room; a side that is far too tall gives parts away. */
function shareOut(wishes: readonly Wish[]): { left: Wish[]; right: Wish[] } {
  const left = wishes.filter((wish) => wish.side === 'left');
  const right = wishes.filter((wish) => wish.side === 'right');
  for (const wish of wishes.filter((each) => each.side === 'either')) {
    (stackHeight(left) < stackHeight(right) ? left : right).push(wish);
  }
  const byHeight = (a: Wish, b: Wish): number => a.y - b.y;
  left.sort(byHeight);
  right.sort(byHeight);
  const [full, empty] = stackHeight(left) > stackHeight(right) ? [left, right] : [right, left];
  while (full.length > 2 && stackHeight(full) - stackHeight(empty) > stackHeight(full.slice(-1)) * 1.5) {
    const moved = full.pop();
    if (moved) empty.push(moved);
  }
  empty.sort(byHeight);
  return { left, right };
}

function stackHeight(wishes: readonly Wish[]): number {
  return wishes.reduce((sum, wish) => sum + wish.geometry.height + NAME_HEIGHT + STACK_GAP, 0);
}

function stack(
  wishes: readonly Wish[],
  side: 'left' | 'right',
  board: Placement,
  taken: Rect,
  diagram: Diagram,
): [string, Placement][] {
  const ids = new Set(wishes.map((wish) => wish.part.id));
  const wires = diagram.connections.filter(
    ({ from, to }) => ids.has(splitTerminal(from).part) || ids.has(splitTerminal(to).part),
  ).length;
  const channel = Math.min(MAX_CHANNEL, Math.max(MIN_CHANNEL, wires * LANE));
  const edge = side === 'left' ? taken.x - channel : taken.x + taken.width + channel;
  let y = board.y + board.height / 2 - (stackHeight(wishes) - STACK_GAP) / 2;
  return wishes.map(({ part, geometry }) => {
    const sized = place(part.id, geometry, { x: 0, y: 0 }, part.rotate);
    const below = nameBelow(sized);
    const x = side === 'left' ? edge - sized.width : edge;
    const placed = place(part.id, geometry, { x, y: below ? y : y + NAME_HEIGHT }, part.rotate);
    y += sized.height + NAME_HEIGHT + STACK_GAP;
    return [part.id, placed];
  });
}
