/** From corner points to an SVG path with round corners. */

import type { Point } from './geometry.ts';

const RADIUS = 7;

export function wirePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const commands = [`M${at(first)}`];
  rest.forEach((corner, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) {
      commands.push(`L${at(corner)}`);
      return;
    }
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    const start = towards(corner, before, radius);
    const end = towards(corner, after, radius);
    commands.push(`L${at(start)}Q${at(corner)} ${at(end)}`);
  });
  return commands.join('');
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function at({ x, y }: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}

/** The middle of the longest straight piece: where a wire's name is least in the way. */
export function labelPoint(points: readonly Point[]): Point | undefined {
  let best: Point | undefined;
  let longest = -1;
  points.slice(1).forEach((point, index) => {
    const before = points[index] ?? point;
    const length = distance(before, point);
    if (length <= longest) return;
    longest = length;
    best = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 };
  });
  return best;
}
