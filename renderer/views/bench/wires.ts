/** The wires of a diagram: from where to where, which way, in which color, and what they are called. */

import type { Catalog } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram, type DiagramConnection } from '#interpreter/diagram/diagram.ts';
import { findBoardPin } from '#interpreter/diagram/lookup.ts';
import { buildNets, type Net } from '#interpreter/diagram/nets.ts';
import type { PinPoint } from '#renderer/part-views/view.ts';
import type { DrawnBoard, DrawnPart } from './drawing.ts';
import { exitSide, inflate, type Point, type Rect } from './geometry.ts';
import { nameRect, type Placement } from './placement.ts';
import { routeWires, type WireEnd, type WireRequest } from './route.ts';
import { boardPinPoints, nearest, splitTerminal, type Terminal } from './terminals.ts';

export type WireRole = 'power' | 'ground' | 'signal';

export interface Wire {
  /** Unique on the bench and stable while the diagram is the same. */
  readonly id: string;
  readonly points: readonly Point[];
  readonly role: WireRole;
  /** CSS color. */
  readonly color: string;
  /** `GPIO12 → water pump IN` */
  readonly name: string;
  /** Both ends as words, for the table. */
  readonly ends: readonly [string, string];
  /** Canonical board pin that it belongs to, where there is one. */
  readonly boardPin: string | undefined;
  /** Where it meets the board, if it does. */
  readonly boardEnd: Point | undefined;
}

export interface WiringInput {
  readonly diagram: Diagram;
  readonly catalog: Catalog;
  readonly board: DrawnBoard;
  readonly parts: readonly Omit<DrawnPart, 'view'>[];
  readonly area: Rect;
}

/** Palette entries in `bench-colors.css`. */
const SIGNAL_COLORS = 7;

/** Between a wire and a part that it passes. */
const CLEARANCE = 7;

interface Joined {
  readonly connection: DiagramConnection;
  readonly from: Terminal;
  readonly to: Terminal;
  readonly fromEnd: WireEnd;
  readonly toEnd: WireEnd;
}

/** Connections that name a pin that nobody has are left out: the diagram's own check tells of them. */
export function drawWires(input: WiringInput): Wire[] {
  const nets = buildNets(input.diagram, input.catalog);
  const joined = input.diagram.connections.flatMap((connection) => join(connection, input) ?? []);
  const netIndexes = joined.map(({ from, to }, index) => {
    const net = nets.findIndex((each) => isIn(each, from, input) || isIn(each, to, input));
    return net < 0 ? nets.length + index : net;
  });
  const requests = joined.map(({ fromEnd, toEnd }, index): WireRequest => ({
    from: fromEnd,
    to: toEnd,
    net: netIndexes[index] ?? 0,
  }));
  const placements = [input.board.placement, ...input.parts.map(({ placement }) => placement)];
  const obstacles = [...placements.map((body) => inflate(body, CLEARANCE)), ...placements.map(nameRect)];
  const routes = routeWires(requests, obstacles, input.area);
  const signalNets: number[] = [];
  return joined.map((each, index) => {
    const netIndex = netIndexes[index] ?? 0;
    const role = roleOf(nets[netIndex], each, input);
    if (role === 'signal' && !signalNets.includes(netIndex)) signalNets.push(netIndex);
    const ends = orderedEnds(each, input);
    return {
      id: `${index}:${each.connection.from}-${each.connection.to}`,
      points: routes[index] ?? [each.fromEnd, each.toEnd],
      role,
      color: each.connection.color
        ? themed(each.connection.color)
        : roleColor(role, signalNets.indexOf(netIndex)),
      name: ends.join(' → '),
      ends,
      boardPin: nets[netIndex]?.pins.find((pin) => pin.owner === BOARD_ID)?.pin ?? ownBoardPin(each, input),
      boardEnd:
        each.from.part === BOARD_ID ? each.fromEnd : each.to.part === BOARD_ID ? each.toEnd : undefined,
    };
  });
}

function join(connection: DiagramConnection, input: WiringInput): Joined | undefined {
  const from = splitTerminal(connection.from);
  const to = splitTerminal(connection.to);
  const fromPins = pinsOf(from, input);
  const toPins = pinsOf(to, input);
  const fromBody = bodyOf(from, input);
  const toBody = bodyOf(to, input);
  const toFirst = toPins[0];
  if (!fromBody || !toBody || !toFirst) return undefined;
  // Where a name means several places, such as GND, the nearest one is meant.
  const fromPin = nearest(fromPins, toFirst);
  const toPin = fromPin && nearest(toPins, fromPin);
  if (!fromPin || !toPin) return undefined;
  return {
    connection,
    from,
    to,
    fromEnd: { x: fromPin.x, y: fromPin.y, body: fromBody, side: exitSide(fromPin, fromBody.pins, fromBody) },
    toEnd: { x: toPin.x, y: toPin.y, body: toBody, side: exitSide(toPin, toBody.pins, toBody) },
  };
}

function pinsOf({ part, pin }: Terminal, input: WiringInput): readonly PinPoint[] {
  const { board } = input;
  if (part === BOARD_ID) {
    return boardPinPoints(board.definition, board.geometry, pin).flatMap(
      (point) => board.placement.pins.find((each) => each.name === point.name) ?? [],
    );
  }
  const placement = input.parts.find((each) => each.part.id === part)?.placement;
  return placement?.pins.filter((each) => each.name === pin) ?? [];
}

function bodyOf({ part }: Terminal, input: WiringInput): Placement | undefined {
  return part === BOARD_ID
    ? input.board.placement
    : input.parts.find((each) => each.part.id === part)?.placement;
}

function isIn(net: Net, { part, pin }: Terminal, input: WiringInput): boolean {
  const canonical = part === BOARD_ID ? boardPinName(pin, input) : pin;
  return net.pins.some((each) => each.owner === part && each.pin === canonical);
}

function boardPinName(name: string, { board }: WiringInput): string {
  return (board.definition && findBoardPin(board.definition, name)?.name) ?? name;
}

/** For wires that are in no net, because nobody knows the part at their other end. */
function ownBoardPin({ from, to }: Joined, input: WiringInput): string | undefined {
  const end = [from, to].find(({ part }) => part === BOARD_ID);
  return end && boardPinName(end.pin, input);
}

function roleOf(net: Net | undefined, { from, to }: Joined, input: WiringInput): WireRole {
  const pins = net?.pins ?? [
    { owner: from.part, pin: from.pin },
    { owner: to.part, pin: to.pin },
  ];
  const roles = pins.flatMap(({ owner, pin }): (string | undefined)[] => {
    if (owner === BOARD_ID) return [input.board.definition?.pins.find((each) => each.name === pin)?.role];
    const part = input.parts.find((each) => each.part.id === owner);
    return [part?.definition?.pins.find((each) => each.name === pin)?.role];
  });
  if (roles.includes('ground')) return 'ground';
  return roles.includes('power') && !roles.includes('gpio') ? 'power' : 'signal';
}

function roleColor(role: WireRole, signal: number): string {
  return role === 'signal' ? `var(--wire-signal-${(signal % SIGNAL_COLORS) + 1})` : `var(--wire-${role})`;
}

/** Plain red and black are the wire colors of old diagrams: they follow the theme. */
function themed(color: string): string {
  const name = color.trim().toLowerCase();
  if (name === 'black') return 'var(--wire-ground)';
  return name === 'red' ? 'var(--wire-power)' : color;
}

/** The board's end first: `GPIO12`, `water pump IN`. */
function orderedEnds({ from, to }: Joined, input: WiringInput): readonly [string, string] {
  const words = (end: Terminal): string => {
    if (end.part === BOARD_ID) return boardPinName(end.pin, input);
    const part = input.parts.find((each) => each.part.id === end.part);
    return `${part?.name ?? end.part} ${end.pin}`;
  };
  return to.part === BOARD_ID ? [words(to), words(from)] : [words(from), words(to)];
}
