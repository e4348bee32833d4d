/** Finds boards, pins, part types and worlds by the names people use. Knows the catalog's shape, not its content. */

import type { BoardDefinition, BoardPin, Catalog, PartDefinition, WorldDefinition } from './catalog.ts';

/** By id or alias, ignoring case and the difference between `-` and `_`. */
export function findBoardIn(boards: readonly BoardDefinition[], id: string): BoardDefinition | undefined {
  const wanted = normalize(id);
  return boards.find((board) => [board.id, ...board.aliases].some((name) => normalize(name) === wanted));
}

function normalize(id: string): string {
  return id.toLowerCase().replaceAll('_', '-');
}

/** By canonical name or alias: `GPIO12`, `D12`, `GP12`, `12`, `GND.2`. Exact names win over names in another case. */
export function findBoardPin(board: BoardDefinition, name: string): BoardPin | undefined {
  const matches = (wanted: string, fold: (text: string) => string): BoardPin | undefined =>
    board.pins.find((pin) => [pin.name, ...pin.aliases].some((known) => fold(known) === wanted));
  return matches(name, (text) => text) ?? matches(name.toUpperCase(), (text) => text.toUpperCase());
}

export function findPart(catalog: Catalog, type: string): PartDefinition | undefined {
  return catalog.parts.find((part) => part.type === type);
}

export function findWorld(catalog: Catalog, type: string): WorldDefinition | undefined {
  return catalog.worlds.find((world) => world.type === type);
}
