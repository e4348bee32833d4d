import { describe, expect, it } from 'vitest';
import { inflate, type Point, type Rect, type Side } from './geometry.ts';
import { routeWires, type WireEnd } from './route.ts';

const LEFT: Rect = { x: 0, y: 0, width: 40, height: 100 };
const RIGHT: Rect = { x: 200, y: 0, width: 40, height: 100 };
const BOUNDS: Rect = { x: 0, y: 0, width: 240, height: 100 };

function end(x: number, y: number, body: Rect, side: Side): WireEnd {
  return { x, y, body, side };
}

function isStraight(points: readonly Point[]): boolean {
  return points
    .slice(1)
    .every((point, index) => point.x === points[index]?.x || point.y === points[index]?.y);
}

/** Places that two wires share, on the pixel grid of their vertical and horizontal pieces. */
function shared(a: readonly Point[], b: readonly Point[]): number {
  const cells = (points: readonly Point[]): Set<string> => {
    const all = new Set<string>();
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to;
      const steps = Math.round(Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
      for (let step = 1; step < steps; step += 1) {
        const share = step / steps;
        all.add(
          `${Math.round(from.x + (to.x - from.x) * share)},${Math.round(from.y + (to.y - from.y) * share)}`,
        );
      }
    });
    return all;
  };
  const other = cells(b);
  return [...cells(a)].filter((cell) => other.has(cell)).length;
}

describe('routeWires', () => {
  it('draws a straight line where nothing is in the way', () => {
    const [route] = routeWires(
      [{ from: end(40, 50, LEFT, 'right'), to: end(200, 50, RIGHT, 'left'), net: 0 }],
      [LEFT, RIGHT],
      BOUNDS,
    );
    expect(route).toEqual([
      expect.objectContaining({ x: 40, y: 50 }),
      expect.objectContaining({ x: 200, y: 50 }),
    ]);
  });

  it('goes round a part that stands between', () => {
    const wall = { x: 100, y: -20, width: 40, height: 100 };
    const [route = []] = routeWires(
      [{ from: end(40, 50, LEFT, 'right'), to: end(200, 50, RIGHT, 'left'), net: 0 }],
      [LEFT, RIGHT, inflate(wall, 7)],
      BOUNDS,
    );
    expect(isStraight(route)).toBe(true);
    expect(route.length).toBeGreaterThan(2);
    for (const { x, y } of route) expect(x > 100 && x < 140 && y > -20 && y < 80).toBe(false);
  });

  it('keeps wires of different nets apart', () => {
    const requests = [10, 20, 30, 40].map((y, net) => ({
      from: end(40, y, LEFT, 'right'),
      to: end(200, 90 - y, RIGHT, 'left'),
      net,
    }));
    const routes = routeWires(requests, [LEFT, RIGHT], BOUNDS);
    routes.forEach((a, i) => {
      routes.slice(i + 1).forEach((b) => {
        // Crossing at a point is unavoidable here; running on top of each other is not.
        expect(shared(a, b)).toBeLessThanOrEqual(2);
      });
    });
  });

  it('draws ends that are almost level straight', () => {
    const [route = []] = routeWires(
      [{ from: end(40, 50, LEFT, 'right'), to: end(200, 51.2, RIGHT, 'left'), net: 0 }],
      [LEFT, RIGHT],
      BOUNDS,
    );
    expect(route).toHaveLength(2);
  });

  it('gives the same routes twice', () => {
    const requests = [10, 30, 50].map((y, net) => ({
      from: end(40, y, LEFT, 'right'),
      to: end(220, 100, RIGHT, 'bottom'),
      net,
    }));
    expect(routeWires(requests, [LEFT, RIGHT], BOUNDS)).toEqual(routeWires(requests, [LEFT, RIGHT], BOUNDS));
  });
});
