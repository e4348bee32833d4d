/**
 * Where everything stands on the bench. Positions in the diagram are kept; parts without one are placed beside the board.
 * Knows sizes and pins, not drawings.
 */

import { BOARD_ID } from '#interpreter/diagram/diagram.ts';
import type { Geometry } from '#renderer/part-views/view.ts';
import { inflate, overlaps, union, type Rect } from './geometry.ts';
import { placeLoose } from './layout-loose.ts';
import { place, withName, type LayoutInput, type Placement } from './placement.ts';

export interface BenchLayout {
  readonly board: Placement;
  readonly parts: ReadonlyMap<string, Placement>;
  readonly bounds: Rect;
}

/** Between the board and parts that stand where it would be. */
const BESIDE = 64;

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

/** At the origin, as diagrams expect; right of all parts where one of them stands there already. */
function placeBoard(geometry: Geometry, fixed: readonly Placement[]): Placement {
  const sized = { geometry, nameWidth: 0 };
  const board = place(BOARD_ID, sized, { x: 0, y: 0 });
  if (!fixed.some((part) => overlaps(withName(part), inflate(board, 9)))) return board;
  const around = union(fixed.map(withName));
  return place(BOARD_ID, sized, { x: around.x + around.width + BESIDE, y: around.y });
}
