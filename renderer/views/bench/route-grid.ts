/** A grid of lines on which wires find their way (A*), dearer where parts or other wires are. Deterministic. */

import type { Point, Rect, Side } from './geometry.ts';
import { PriorityQueue } from './priority-queue.ts';

/** Costs, in pixels of way that are worth the same. */
const BEND = 22;
const CROSSING = 14;
const BLOCKED = 40;
const SHARED = 9;
/** Wires nearer than this look like one. */
const TOO_CLOSE = 6;

const RIGHT = 0;
const DOWN = 1;
const LEFT = 2;
const UP = 3;
const DX = [1, 0, -1, 0];
const DY = [0, 1, 0, -1];
const OUTWARDS: Readonly<Record<Side, number>> = { right: RIGHT, bottom: DOWN, left: LEFT, top: UP };

/** A piece between two neighboring crossings that a wire lies on or close to. */
interface Use {
  readonly wire: number;
  readonly net: number;
}

export class RouteGrid {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #blocked: Uint8Array;
  /** Key of a piece (`node * 2 + vertical`) to the wires on it. */
  readonly #uses = new Map<number, Use[]>();

  constructor(xs: readonly number[], ys: readonly number[], obstacles: readonly Rect[]) {
    this.#xs = xs;
    this.#ys = ys;
    this.#blocked = new Uint8Array(xs.length * ys.length);
    for (const rect of obstacles) this.#block(rect);
  }

  /** Finds a way between two points on grid lines, leaving and arriving straight, and marks it as taken by `wire`. */
  route(wire: number, net: number, from: Point, fromSide: Side, to: Point, toSide: Side): Point[] {
    const start = this.#nodeAt(from);
    const goal = this.#nodeAt(to);
    const arriving = (OUTWARDS[toSide] + 2) % 4;
    const path = this.#search(net, start, OUTWARDS[fromSide], goal, arriving);
    this.#mark(path, { wire, net });
    return path.map((node) => this.#point(node));
  }

  /** Frees what a wire has taken. */
  release(wire: number): void {
    for (const [piece, uses] of this.#uses) {
      const left = uses.filter((use) => use.wire !== wire);
      if (left.length === 0) this.#uses.delete(piece);
      else if (left.length < uses.length) this.#uses.set(piece, left);
    }
  }

  #search(net: number, start: number, leaving: number, goal: number, arriving: number): number[] {
    const columns = this.#xs.length;
    const states = columns * this.#ys.length * 4;
    const cost = new Float64Array(states).fill(Infinity);
    const cameFrom = new Int32Array(states).fill(-1);
    const queue = new PriorityQueue();
    const first = start * 4 + leaving;
    const last = goal * 4 + arriving;
    cost[first] = 0;
    queue.push(first, this.#distance(start, goal));
    for (let state = queue.pop(); state !== undefined && state !== last; state = queue.pop()) {
      const node = Math.floor(state / 4);
      const heading = state % 4;
      for (let next = 0; next < 4; next += 1) {
        if (next === (heading + 2) % 4) continue;
        const isTurn = next !== heading;
        // A turn is a state of its own, so that arriving at the goal in the right direction is one too.
        const to = isTurn ? node : this.#neighbor(node, next);
        if (to === undefined) continue;
        const price = (cost[state] ?? Infinity) + (isTurn ? BEND : this.#price(net, node, to, next));
        const key = to * 4 + next;
        if (price >= (cost[key] ?? Infinity)) continue;
        cost[key] = price;
        cameFrom[key] = state;
        queue.push(key, price + this.#distance(to, goal));
      }
    }
    return trace(cameFrom, last, start);
  }

  /** What it costs to go one piece further. */
  #price(net: number, from: number, to: number, heading: number): number {
    const way = this.#distance(from, to);
    let factor = 1;
    if (this.#blocked[from] && this.#blocked[to]) factor += BLOCKED;
    for (const use of this.#uses.get(this.#piece(from, to)) ?? [])
      factor += use.net === net ? SHARED / 3 : SHARED;
    return way * factor + (this.#isCrossed(net, to, heading) ? CROSSING : 0);
  }

  /** True where another net's wire passes straight across. */
  #isCrossed(net: number, node: number, heading: number): boolean {
    const across = heading % 2 === 0 ? DOWN : RIGHT;
    const after = this.#neighbor(node, across);
    const uses = after === undefined ? [] : (this.#uses.get(this.#piece(node, after)) ?? []);
    return uses.some((use) => use.net !== net);
  }

  #mark(path: readonly number[], use: Use): void {
    path.forEach((node, index) => {
      const next = path[index + 1];
      if (next === undefined || next === node) return;
      const vertical = this.#column(node) === this.#column(next);
      for (const shift of this.#closeLines(node, vertical))
        this.#addUse(this.#piece(node + shift, next + shift), use);
    });
  }

  /** Offsets to the same node on every line that is too close to tell apart. */
  #closeLines(node: number, vertical: boolean): number[] {
    const lines = vertical ? this.#xs : this.#ys;
    const stride = vertical ? 1 : this.#xs.length;
    const own = vertical ? this.#column(node) : this.#row(node);
    const at = lines[own] ?? 0;
    return [-2, -1, 0, 1, 2]
      .filter((offset) => Math.abs((lines[own + offset] ?? Infinity) - at) < TOO_CLOSE)
      .map((offset) => offset * stride);
  }

  #addUse(piece: number, use: Use): void {
    const uses = this.#uses.get(piece);
    if (uses) uses.push(use);
    else this.#uses.set(piece, [use]);
  }

  #block(rect: Rect): void {
    this.#ys.forEach((y, row) => {
      if (y <= rect.y || y >= rect.y + rect.height) return;
      this.#xs.forEach((x, column) => {
        if (x > rect.x && x < rect.x + rect.width) this.#blocked[row * this.#xs.length + column] = 1;
      });
    });
  }

  #piece(a: number, b: number): number {
    return Math.min(a, b) * 2 + (this.#column(a) === this.#column(b) ? 1 : 0);
  }

  #neighbor(node: number, heading: number): number | undefined {
    const column = this.#column(node) + (DX[heading] ?? 0);
    const row = this.#row(node) + (DY[heading] ?? 0);
    const inside = column >= 0 && row >= 0 && column < this.#xs.length && row < this.#ys.length;
    return inside ? row * this.#xs.length + column : undefined;
  }

  #distance(a: number, b: number): number {
    const from = this.#point(a);
    const to = this.#point(b);
    return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  }

  #nodeAt(point: Point): number {
    return this.#ys.indexOf(point.y) * this.#xs.length + this.#xs.indexOf(point.x);
  }

  #column(node: number): number {
    return node % this.#xs.length;
  }

  #row(node: number): number {
    return Math.floor(node / this.#xs.length);
  }

  #point(node: number): Point {
    return { x: this.#xs[this.#column(node)] ?? 0, y: this.#ys[this.#row(node)] ?? 0 };
  }
}

/** The nodes from the start to the given state. */
function trace(cameFrom: Int32Array, last: number, start: number): number[] {
  const path: number[] = [];
  for (let state = last; state >= 0; state = cameFrom[state] ?? -1) {
    const node = Math.floor(state / 4);
    if (path.at(-1) !== node) path.push(node);
  }
  path.reverse();
  return path[0] === start ? path : [start, ...path];
}
