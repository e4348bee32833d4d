/** From a diagram to everything the bench draws: placed parts and routed, colored, named wires. Pure; knows no state of a run. */

import type { BoardDefinition, Catalog, PartDefinition } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram, type DiagramPart } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findPart } from '#interpreter/diagram/lookup.ts';
import { attributesOf, boardView, partView } from '#renderer/part-views/index.ts';
import type { Attributes, BoardView, Geometry, PartView } from '#renderer/part-views/view.ts';
import { union, type Rect } from './geometry.ts';
import { layoutBench } from './layout.ts';
import { withName, type Placement } from './placement.ts';
import { boardPinPoints, splitTerminal } from './terminals.ts';
import { drawWires, type Wire } from './wires.ts';

export interface DrawnPart {
  readonly part: DiagramPart;
  readonly definition: PartDefinition | undefined;
  readonly name: string;
  readonly view: PartView;
  readonly geometry: Geometry;
  readonly placement: Placement;
  readonly attrs: Attributes;
}

export interface DrawnBoard {
  readonly definition: BoardDefinition | undefined;
  /** The id in the diagram, where the catalog does not know it. */
  readonly name: string;
  readonly view: BoardView;
  readonly geometry: Geometry;
  readonly placement: Placement;
}

export interface BenchDrawing {
  readonly board: DrawnBoard;
  readonly parts: readonly DrawnPart[];
  readonly wires: readonly Wire[];
  /** Everything, wires included. */
  readonly bounds: Rect;
}

const EDGE = 8;
/** A longer name is cut short on the screen. */
const MAX_NAME = 200;

export function drawBench(diagram: Diagram, catalog: Catalog): BenchDrawing {
  const definition = findBoardIn(catalog.boards, diagram.board);
  const view = boardView(definition);
  const geometry = view.geometry(definition);
  const boardPins = (name: string): ReturnType<typeof boardPinPoints> =>
    boardPinPoints(definition, geometry, name);
  const sized = diagram.parts.map((part) => sizePart(part, diagram, catalog));
  const sizes = new Map(
    sized.map((each) => [each.part.id, { geometry: each.geometry, nameWidth: nameWidth(each) }]),
  );
  const layout = layoutBench({ diagram, board: geometry, parts: sizes, boardPins });
  const parts = sized.flatMap((each) => {
    const placement = layout.parts.get(each.part.id);
    return placement ? [{ ...each, placement }] : [];
  });
  const board = {
    definition,
    name: definition?.name ?? diagram.board,
    view,
    geometry,
    placement: layout.board,
  };
  const wires = drawWires({ diagram, catalog, board, parts, area: layout.bounds });
  const rects = wires.flatMap((wire) => wire.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const all = union([layout.board, ...parts.map((part) => withName(part.placement)), ...rects]);
  const bounds = {
    x: all.x - EDGE,
    y: all.y - EDGE,
    width: all.width + 2 * EDGE,
    height: all.height + 2 * EDGE,
  };
  return { board, parts, wires, bounds };
}

function sizePart(part: DiagramPart, diagram: Diagram, catalog: Catalog): Omit<DrawnPart, 'placement'> {
  const definition = findPart(catalog, part.type);
  const view = partView(part.type);
  return {
    part,
    definition,
    name: part.label ?? definition?.name ?? part.id,
    view,
    geometry: view.geometry(definition, wiredPins(part.id, diagram)),
    attrs: attributesOf(part, definition),
  };
}

/** Names are as large on a small drawing as on a large one: they get room for the smaller scales. */
const CHARACTER = 7.4;
const VALUE_ROOM = 52;

function nameWidth({ name, definition }: Omit<DrawnPart, 'placement'>): number {
  return Math.min(MAX_NAME, name.length * CHARACTER + 14 + (definition?.state.length ? VALUE_ROOM : 0));
}

function wiredPins(id: string, diagram: Diagram): string[] {
  const ends = diagram.connections.flatMap(({ from, to }) => [splitTerminal(from), splitTerminal(to)]);
  return [...new Set(ends.filter((end) => end.part === id && id !== BOARD_ID).map((end) => end.pin))];
}
