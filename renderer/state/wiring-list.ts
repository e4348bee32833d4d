/** The wiring of a diagram as a list to work through with real wires. Knows the catalog's names, no view. */

import type { Catalog } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findBoardPin, findPart } from '#interpreter/diagram/lookup.ts';

export interface Wire {
  /** Label of the part, and the pin as printed on it. */
  readonly from: { readonly part: string; readonly pin: string };
  /** A pin of the board or of another part. */
  readonly to: {
    /** Undefined for the board. */
    readonly part?: string;
    readonly pin: string;
    /** What the board has printed there, where it is another name. */
    readonly printed?: string;
  };
  /** What to look out for at the board's pin. */
  readonly caution?: string;
}

/** In the order of the diagram; wires to the board name their part first. */
export function wiringList({ board, parts, connections }: Diagram, catalog: Catalog): readonly Wire[] {
  const definition = findBoardIn(catalog.boards, board);
  const labelOf = (id: string): string => {
    const part = parts.find((each) => each.id === id);
    return part?.label ?? findPart(catalog, part?.type ?? '')?.name ?? id;
  };
  return connections.map(({ from, to }) => {
    const [near, far] = from.startsWith(`${BOARD_ID}:`) ? [to, from] : [from, to];
    const [part = '', pin = ''] = near.split(':');
    const [target = '', name = ''] = far.split(':');
    const start = { part: labelOf(part), pin };
    if (target !== BOARD_ID) return { from: start, to: { part: labelOf(target), pin: name } };
    const found = definition && findBoardPin(definition, name);
    const printed = found?.role === 'gpio' ? found.aliases[0] : undefined;
    return {
      from: start,
      to: { pin: found?.name ?? name, ...(printed && { printed }) },
      ...(found?.caution && { caution: found.caution }),
    };
  });
}
