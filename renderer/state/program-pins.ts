/** The pins of the board, those with a part on them first: what the pin menus of the blocks offer. Pure. */

import type { BoardPin, Catalog } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findBoardPin, findPart } from '#interpreter/diagram/lookup.ts';
import { buildNets } from '#interpreter/diagram/nets.ts';

export interface ProgramPin {
  /** `water pump, GPIO12`; `GPIO4` where nothing hangs on it. */
  readonly label: string;
  readonly gpio: number;
  readonly wired: boolean;
  /** Whether the pin can be driven. */
  readonly output: boolean;
  /** Whether the pin can measure a voltage. */
  readonly adc: boolean;
  /** Whether the board uses the pin itself. */
  readonly caution: boolean;
  /** The light on the board, which programs call by name. */
  readonly builtIn?: boolean;
}

/** Wired pins in the order of the wires, then the others in the order of the board. A GPIO with several parts names the first. */
export function programPins(diagram: Diagram, catalog: Catalog): readonly ProgramPin[] {
  const board = findBoardIn(catalog.boards, diagram.board);
  if (!board) return [];
  const wired = buildNets(diagram, catalog).flatMap(({ pins }) => {
    const names = pins.filter(({ owner }) => owner === BOARD_ID).map(({ pin }) => pin);
    const part = pins.find(({ owner }) => owner !== BOARD_ID);
    const found = names.map((name) => findBoardPin(board, name)).find((pin) => pin?.gpio !== undefined);
    return part && found ? programPin(found, partName(part.owner, diagram, catalog)) : [];
  });
  const taken = new Set(wired.map(({ gpio }) => gpio));
  const free = board.pins
    .filter(({ gpio, brokenOut }) => gpio !== undefined && !taken.has(gpio) && brokenOut !== false)
    .flatMap((pin) => programPin(pin));
  const light = board.pins.find(({ gpio }) => gpio !== undefined && gpio === board.led);
  const builtIn = light ? programPin(light).map((pin) => ({ ...pin, builtIn: true, caution: false })) : [];
  return [...wired, ...builtIn, ...free];
}

function programPin({ name, gpio, output, adc, caution }: BoardPin, part?: string): ProgramPin[] {
  if (gpio === undefined) return [];
  return [
    {
      label: part === undefined ? name : `${part}, ${name}`,
      gpio,
      wired: part !== undefined,
      output: output !== false,
      adc: adc !== undefined,
      caution: caution !== undefined,
    },
  ];
}

function partName(id: string, diagram: Diagram, catalog: Catalog): string {
  const part = diagram.parts.find((candidate) => candidate.id === id);
  return part?.label ?? (part && findPart(catalog, part.type)?.name) ?? id;
}
