/**
 * Places parts that have no position: in a column on either side of the board, where their wires end and in the order of the
 * board's pins, but so that the whole bench is large on the screen.
 */

import { BOARD_ID, type DiagramPart } from '#interpreter/diagram/diagram.ts';
import type { PinPoint } from '#renderer/part-views/view.ts';
import { union, type Rect } from './geometry.ts';
import {
  NAME_HEIGHT,
  nameBelow,
  place,
  withName,
  type LayoutInput,
  type Placement,
  type Sized,
} from './placement.ts';
import { splitTerminal } from './terminals.ts';

type Side = 'left' | 'right';

interface Wish {
  readonly part: DiagramPart;
  readonly sized: Sized;
  /** Where its wires end on the board. */
  readonly side: Side | 'either';
  /** Height of the board pins it is wired to. */
  readonly y: number;
  readonly wires: number;
}

const LANE = 9;
/** Between board and column. */
const MIN_CHANNEL = 44;
const MAX_CHANNEL = 92;
/** Between the parts of a column, besides a lane for each wire. */
const STACK_GAP = 16;
/** Room that the bench usually has, CSS pixels: with a world's picture above it, and without. */
const ROOM_WITH_WORLD = { width: 480, height: 280 };
const ROOM = { width: 480, height: 430 };
/** Wires run round everything. */
const WIRES_AROUND = 40;
/** Larger is not better. */
const LARGE_ENOUGH = 1.2;
/** What one part on the wrong side of the board costs, in scale. */
const WRONG_SIDE = 0.04;
/** Up to here every way of sharing out the parts is tried. */
const MOST_TRIED = 8;

export function placeLoose(
  loose: readonly DiagramPart[],
  board: Placement,
  fixed: readonly Placement[],
  input: LayoutInput,
): Map<string, Placement> {
  const wishes = loose.flatMap((part) => {
    const sized = input.parts.get(part.id);
    return sized ? [wishOf(part, sized, board, input)] : [];
  });
  wishes.sort((a, b) => a.y - b.y);
  const sides = shareOut(wishes, board, input.diagram.world ? ROOM_WITH_WORLD : ROOM);
  const on = (side: Side): Wish[] => wishes.filter((_, index) => sides[index] === side);
  const taken = union([board, ...fixed.map(withName)]);
  return new Map([...stack(on('left'), 'left', board, taken), ...stack(on('right'), 'right', board, taken)]);
}

/** Where the part's wires end on the board, following wires through other parts where it has none of its own. */
function wishOf(part: DiagramPart, sized: Sized, board: Placement, input: LayoutInput): Wish {
  const signals = reachedPins(part.id, input, new Set());
  const middle = board.width / 2;
  const balance = signals.reduce((sum, pin) => sum + Math.sign(pin.x - middle), 0);
  const y =
    signals.length > 0 ? signals.reduce((sum, pin) => sum + pin.y, 0) / signals.length : board.height / 2;
  const side = balance < 0 ? 'left' : balance > 0 ? 'right' : 'either';
  return { part, sized, y, side, wires: neighbors(part.id, input).length };
}

/** The other ends of a part's wires. */
function neighbors(id: string, { diagram }: LayoutInput): string[] {
  return diagram.connections.flatMap(({ from, to }) => {
    if (splitTerminal(from).part === id) return [to];
    return splitTerminal(to).part === id ? [from] : [];
  });
}

function reachedPins(id: string, input: LayoutInput, seen: Set<string>): PinPoint[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const others = neighbors(id, input).map(splitTerminal);
  const own = others.flatMap(({ part, pin }) => {
    const points = part === BOARD_ID ? input.boardPins(pin) : [];
    // Supply and ground say nothing about where a part belongs.
    return points.length === 1 && !/^(3V3|5V|VIN|VBUS|VSYS)/.test(points[0]?.name ?? '') ? points : [];
  });
  if (own.length > 0) return own;
  return others.flatMap(({ part }) => (part === BOARD_ID ? [] : reachedPins(part, input, seen)));
}

/** A side for each wish: the sharing out that lets the bench be drawn largest with few parts on the wrong side. */
function shareOut(wishes: readonly Wish[], board: Rect, room: { width: number; height: number }): Side[] {
  const ways = wishes.length <= MOST_TRIED ? everyWay(wishes.length) : [inTurn(wishes)];
  let best: Side[] = ways[0] ?? [];
  let bestScore = -Infinity;
  for (const way of ways) {
    const wrong = wishes.filter((wish, index) => wish.side !== 'either' && wish.side !== way[index]).length;
    const score = scaleOf(wishes, way, board, room) - WRONG_SIDE * wrong;
    if (score > bestScore + 1e-9) {
      best = way;
      bestScore = score;
    }
  }
  return best;
}

function everyWay(count: number): Side[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_unused, index) => ((bits >> index) & 1 ? 'right' : 'left')),
  );
}

function inTurn(wishes: readonly Wish[]): Side[] {
  return wishes.map((wish, index) => (wish.side === 'either' ? (index % 2 ? 'right' : 'left') : wish.side));
}

/** How large the bench would be drawn. */
function scaleOf(
  wishes: readonly Wish[],
  way: readonly Side[],
  board: Rect,
  room: { width: number; height: number },
): number {
  const columns = (['left', 'right'] as const).map((side) =>
    wishes.filter((_, index) => way[index] === side),
  );
  const width = columns.reduce((sum, column) => sum + columnWidth(column), board.width);
  const height = Math.max(board.height, ...columns.map(columnHeight));
  return Math.min(room.width / (width + WIRES_AROUND), room.height / (height + WIRES_AROUND), LARGE_ENOUGH);
}

function columnWidth(column: readonly Wish[]): number {
  if (column.length === 0) return 0;
  return (
    channelOf(column) +
    Math.max(...column.map(({ sized }) => Math.max(sized.geometry.width, sized.nameWidth)))
  );
}

function columnHeight(column: readonly Wish[]): number {
  const parts = column.reduce((sum, { sized }) => sum + sized.geometry.height + NAME_HEIGHT, 0);
  return parts + column.slice(0, -1).reduce((sum, wish) => sum + gapAfter(wish), 0);
}

function gapAfter(wish: Wish): number {
  return STACK_GAP + wish.wires * LANE;
}

function channelOf(column: readonly Wish[]): number {
  const wires = column.reduce((sum, wish) => sum + wish.wires, 0);
  return Math.min(MAX_CHANNEL, Math.max(MIN_CHANNEL, 16 + wires * LANE));
}

function stack(column: readonly Wish[], side: Side, board: Placement, taken: Rect): [string, Placement][] {
  const channel = channelOf(column);
  const edge = side === 'left' ? taken.x - channel : taken.x + taken.width + channel;
  let y = board.y + board.height / 2 - columnHeight(column) / 2;
  return column.map((wish) => {
    const { part, sized } = wish;
    const { width, height } = place(part.id, sized, { x: 0, y: 0 }, part.rotate);
    const room = Math.max(width, sized.nameWidth);
    const x = side === 'left' ? edge - (room + width) / 2 : edge + (room - width) / 2;
    const atTop = place(part.id, sized, { x, y }, part.rotate);
    const placed = nameBelow(atTop) ? atTop : place(part.id, sized, { x, y: y + NAME_HEIGHT }, part.rotate);
    y += height + NAME_HEIGHT + gapAfter(wish);
    return [part.id, placed];
  });
}
