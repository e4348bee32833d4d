/** Which part hangs on which GPIO: what the pin menus of the blocks offer first. Pure. */

import type { Catalog } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findBoardPin, findPart } from '#interpreter/diagram/lookup.ts';
import { buildNets } from '#interpreter/diagram/nets.ts';

export interface WiredPin {
  /** `water pump, GPIO12`. */
  readonly label: string;
  readonly gpio: number;
}

/** In the order of the wires; a GPIO with several parts names the first. */
export function wiredPins(diagram: Diagram, catalog: Catalog): readonly WiredPin[] {
  const board = findBoardIn(catalog.boards, diagram.board);
  return buildNets(diagram, catalog).flatMap(({ pins }) => {
    const names = pins.filter(({ owner }) => owner === BOARD_ID).map(({ pin }) => pin);
    const part = pins.find(({ owner }) => owner !== BOARD_ID);
    const gpio = names
      .map((name) => board && findBoardPin(board, name))
      .find((pin) => pin?.gpio !== undefined);
    if (!part || gpio?.gpio === undefined) return [];
    return [{ label: `${partName(part.owner, diagram, catalog)}, ${gpio.name}`, gpio: gpio.gpio }];
  });
}

function partName(id: string, diagram: Diagram, catalog: Catalog): string {
  const part = diagram.parts.find((candidate) => candidate.id === id);
  return part?.label ?? (part && findPart(catalog, part.type)?.name) ?? id;
}
