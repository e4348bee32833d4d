/**
 * Finds tidy ways for wires: straight pieces and few corners, round the parts, side by side rather than on top of each other.
 * Knows rectangles and points only. Deterministic.
 */

import { inflate, type Point, type Rect, type Side } from './geometry.ts';
import { RouteGrid } from './route-grid.ts';

export interface WireEnd extends Point {
  /** The part that the pin belongs to. */
  readonly body: Rect;
  /** By which the wire leaves it. */
  readonly side: Side;
}

export interface WireRequest {
  readonly from: WireEnd;
  readonly to: WireEnd;
  /** Wires of one net may share a way; others keep apart. */
  readonly net: number;
}

/** Distance between neighboring wires. */
const LANE = 8;
const ESCAPE = 11;
const MARGIN = 30;
const SMALLEST_STEP = 3;

interface Leg {
  readonly request: WireRequest;
  readonly index: number;
  readonly start: Point;
  readonly end: Point;
}

/** One list of corner points a wire, ends included, in the order of the requests. `obstacles` include the distance to keep. */
export function routeWires(
  requests: readonly WireRequest[],
  obstacles: readonly Rect[],
  bounds: Rect,
): Point[][] {
  const legs = requests.map(legOf);
  const area = inflate(bounds, MARGIN);
  const grid = new RouteGrid(
    lines(
      legs.flatMap(({ start, end }) => [start.x, end.x]),
      area.x,
      area.x + area.width,
    ),
    lines(
      legs.flatMap(({ start, end }) => [start.y, end.y]),
      area.y,
      area.y + area.height,
    ),
    obstacles,
  );
  // Short wires first: they have the least freedom.
  const order = [...legs].sort((a, b) => length(a) - length(b) || a.index - b.index);
  const routes = new Map<number, Point[]>();
  for (const leg of order) routes.set(leg.index, take(grid, leg));
  // Early wires knew nothing of later ones: give each another chance among all the others.
  for (const leg of order) {
    grid.release(leg.index);
    routes.set(leg.index, take(grid, leg));
  }
  return legs.map((leg) =>
    settle(simplify([leg.request.from, ...(routes.get(leg.index) ?? []), leg.request.to])),
  );
}

function take(grid: RouteGrid, leg: Leg): Point[] {
  return grid.route(
    leg.index,
    leg.request.net,
    leg.start,
    leg.request.from.side,
    leg.end,
    leg.request.to.side,
  );
}

function legOf(request: WireRequest, index: number): Leg {
  return { request, index, start: escape(request.from), end: escape(request.to) };
}

/** The first point outside the part, straight out from the pin. */
function escape(end: WireEnd): Point {
  const { body, side } = end;
  if (side === 'left') return { x: body.x - ESCAPE, y: end.y };
  if (side === 'right') return { x: body.x + body.width + ESCAPE, y: end.y };
  if (side === 'top') return { x: end.x, y: body.y - ESCAPE };
  return { x: end.x, y: body.y + body.height + ESCAPE };
}

function length(leg: Leg): number {
  return Math.abs(leg.start.x - leg.end.x) + Math.abs(leg.start.y - leg.end.y);
}

/** Every wanted coordinate, and evenly spaced ones where there is room between. */
function lines(wanted: readonly number[], from: number, to: number): number[] {
  const kept = [...new Set([...wanted, from, to])].sort((a, b) => a - b);
  return kept.flatMap((line, index) => {
    const next = kept[index + 1];
    if (next === undefined) return [line];
    const between = Math.floor((next - line) / LANE);
    const step = (next - line) / Math.max(1, between);
    return Array.from({ length: Math.max(1, between) }, (_, count) => line + count * step);
  });
}

/** Leaves out points in the middle of straight pieces. */
function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    const earlier = kept.at(-2);
    if (before && before.x === point.x && before.y === point.y) continue;
    const straight =
      before &&
      earlier &&
      ((earlier.x === before.x && before.x === point.x) || (earlier.y === before.y && before.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** A wire whose ends are almost level is drawn straight: a tiny step looks like a mistake. */
function settle(points: Point[]): Point[] {
  const [from, before, after, to] = points;
  if (points.length !== 4 || !from || !before || !after || !to) return points;
  const step = Math.abs(before.x - after.x) + Math.abs(before.y - after.y);
  return step < SMALLEST_STEP ? [from, to] : points;
}
