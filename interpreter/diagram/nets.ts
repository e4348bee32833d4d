/** Which pins are joined by wires. Knows wiring only: what a part does with a pin is not its business. */

import { BOARD_ID, type Diagram } from './diagram.ts';
import type { BoardDefinition, Catalog } from './catalog.ts';
import { findBoardIn, findBoardPin, findPart } from './lookup.ts';

export interface NetPin {
  /** Part id, or `board`. */
  readonly owner: string;
  /** Canonical name: the board's (`GPIO12`, `GND`) or the part definition's (`VCC`). */
  readonly pin: string;
}

/** A set of joined pins. Pins that no wire reaches are in no net. */
export interface Net {
  /** The name of its first board pin (`GPIO12`, `GND`), or else `owner:pin` of its first pin. Unique in a diagram. */
  readonly id: string;
  /** Board pins first (GPIOs, then supplies), then in the order of parts and of their pins. */
  readonly pins: readonly NetPin[];
}

/** Reads `owner:PIN`; undefined where the text has no colon, or the diagram and catalog know no such pin. */
export function resolveEndpoint(text: string, diagram: Diagram, catalog: Catalog): NetPin | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const owner = text.slice(0, colon);
  const name = text.slice(colon + 1);
  const board = findBoardIn(catalog.boards, diagram.board);
  const pin =
    owner === BOARD_ID ? board && findBoardPin(board, name)?.name : partPin(owner, name, diagram, catalog);
  return pin === undefined ? undefined : { owner, pin };
}

function partPin(owner: string, name: string, diagram: Diagram, catalog: Catalog): string | undefined {
  const part = diagram.parts.find(({ id }) => id === owner);
  const definition = part && findPart(catalog, part.type);
  return definition?.pins.find((pin) => pin.name === name)?.name;
}

/** All nets of a diagram, in the order of their first wire. Connections that lead nowhere are left out (`parseDiagram` tells of them). */
export function buildNets(diagram: Diagram, catalog: Catalog): Net[] {
  const groupOf = new Map<string, Map<string, NetPin>>();
  const groupAt = (pin: NetPin): Map<string, NetPin> => {
    const key = `${pin.owner}:${pin.pin}`;
    const group = groupOf.get(key) ?? new Map([[key, pin]]);
    groupOf.set(key, group);
    return group;
  };
  for (const { from, to } of diagram.connections) {
    const one = resolveEndpoint(from, diagram, catalog);
    const other = resolveEndpoint(to, diagram, catalog);
    if (!one || !other) continue;
    const group = groupAt(one);
    for (const [key, pin] of groupAt(other)) {
      group.set(key, pin);
      groupOf.set(key, group);
    }
  }
  const order = pinOrder(diagram, catalog);
  return [...new Set(groupOf.values())].map((group) => toNet([...group.values()], order));
}

/** The board pin of a net, or undefined; a GPIO goes before a supply pin where a net has several. */
export function boardPinOf(net: Net): string | undefined {
  return net.pins.find(({ owner }) => owner === BOARD_ID)?.pin;
}

function toNet(pins: NetPin[], order: (pin: NetPin) => number): Net {
  pins.sort((a, b) => order(a) - order(b));
  const [first] = pins;
  const id = first?.owner === BOARD_ID ? first.pin : `${first?.owner}:${first?.pin}`;
  return { id, pins };
}

function pinOrder(diagram: Diagram, catalog: Catalog): (pin: NetPin) => number {
  const board = findBoardIn(catalog.boards, diagram.board);
  const keys = [
    ...boardPinNames(board).map((name) => `${BOARD_ID}:${name}`),
    ...diagram.parts.flatMap(
      ({ id, type }) => findPart(catalog, type)?.pins.map(({ name }) => `${id}:${name}`) ?? [],
    ),
  ];
  const ranks = new Map(keys.map((key, rank) => [key, rank]));
  return ({ owner, pin }) => ranks.get(`${owner}:${pin}`) ?? keys.length;
}

function boardPinNames(board: BoardDefinition | undefined): string[] {
  const pins = board?.pins ?? [];
  const gpios = pins.filter(({ role }) => role === 'gpio');
  const others = pins.filter(({ role }) => role !== 'gpio');
  return [...gpios, ...others].map(({ name }) => name);
}
