/** Plain plane geometry of the bench, in bench pixels: y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest rectangle round all of them. */
export function union(rects: readonly Rect[]): Rect {
  if (rects.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * The side by which a wire leaves a part. Pins in a row leave across the row, also at its ends, where another side is nearer;
 * else the nearest side it is.
 */
export function exitSide(pin: Point, pins: readonly Point[], body: Rect): Side {
  const inColumn = pins.filter((other) => Math.abs(other.x - pin.x) < 1).length;
  const inRow = pins.filter((other) => Math.abs(other.y - pin.y) < 1).length;
  const sides: readonly (readonly [Side, number])[] = [
    ['left', pin.x - body.x],
    ['right', body.x + body.width - pin.x],
    ['top', pin.y - body.y],
    ['bottom', body.y + body.height - pin.y],
  ];
  const isRow = (count: number, other: number): boolean => count > 2 && count > other;
  const allowed = isRow(inColumn, inRow)
    ? sides.slice(0, 2)
    : isRow(inRow, inColumn)
      ? sides.slice(2)
      : sides;
  return allowed.reduce((nearest, each) => (each[1] < nearest[1] ? each : nearest))[0];
}

/** Turns a point about a center, degrees clockwise. */
export function turn(point: Point, center: Point, degrees: number): Point {
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4;
  const dx = point.x - center.x;
  const dy = point.y - center.y;
  const turned: readonly (readonly [number, number])[] = [
    [dx, dy],
    [-dy, dx],
    [-dx, -dy],
    [dy, -dx],
  ];
  const [x, y] = turned[quarter] ?? [dx, dy];
  return { x: center.x + x, y: center.y + y };
}
