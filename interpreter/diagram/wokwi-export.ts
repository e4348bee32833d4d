/** Writes a Diagram as Wokwi's diagram.json (version 1). What Wokwi does not have is left out and told of. */

import type { Problem } from '#common/errors/problem.ts';
import type { BoardDefinition, BoardPin, Catalog, PartDefinition } from './catalog.ts';
import { BOARD_ID, type Diagram, type DiagramConnection, type DiagramPart } from './diagram.ts';
import { findBoardIn, findBoardPin, findPart } from './lookup.ts';
import { resolveEndpoint } from './nets.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { wokwiTypeOf } from './wokwi-import.ts';

export interface ExportedWokwi {
  /** Absent where Wokwi has no such board. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** Ids that Wokwi's own examples give to the board. */
const BOARD_PART_IDS: Readonly<Record<string, string>> = { esp32: 'esp', rp2: 'pico' };

export function exportWokwi(diagram: Diagram, catalog: Catalog): ExportedWokwi {
  const list = createProblemList((path) => ({ path }));
  const board = findBoardIn(catalog.boards, diagram.board);
  const boardType = board && wokwiTypeOf(board);
  if (!board || !boardType) {
    list.error('board', 'unknown-board', `Wokwi has no board "${diagram.board}".`, 'Choose another board.');
    return { problems: list.problems };
  }
  if (diagram.world) {
    list.warning('world', 'no-world', `Wokwi has no worlds, so "${diagram.world.type}" is left out.`);
  }
  const ids = diagram.parts.map(({ id }) => id);
  const boardId = freeName(BOARD_PART_IDS[board.port] ?? 'mcu', ids);
  const parts = diagram.parts.flatMap((part, index) => exportPart(part, `parts[${index}]`, catalog, list));
  const written = new Set(parts.map(({ id }) => id));
  const connections = diagram.connections.flatMap((connection) => {
    const ends = [connection.from, connection.to].map((end) =>
      exportEnd(end, boardId, written, diagram, board, catalog),
    );
    return ends.every((end) => end !== undefined) ? [[...ends, colorOf(connection, board), []]] : [];
  });
  const boardPart = { type: boardType, id: boardId, top: 0, left: 0, attrs: {} };
  const file = { version: 1, author: 'Pinlab', editor: 'wokwi', parts: [boardPart, ...parts], connections };
  return { text: `${JSON.stringify(file, null, 2)}\n`, problems: list.problems };
}

function freeName(wanted: string, taken: readonly string[]): string {
  return taken.includes(wanted) ? freeName(`${wanted}_`, taken) : wanted;
}

interface WokwiPart {
  readonly type: string;
  readonly id: string;
  readonly top: number;
  readonly left: number;
  readonly rotate?: number;
  readonly attrs: Readonly<Record<string, string>>;
}

function exportPart(part: DiagramPart, path: string, catalog: Catalog, list: ProblemList): WokwiPart[] {
  const type = findPart(catalog, part.type)?.wokwiType;
  if (!type) {
    list.warning(
      path,
      'unknown-part',
      `Wokwi has no ${part.type}, so ${part.id} and its wires are left out.`,
    );
    return [];
  }
  const { id, x = 0, y = 0, rotate, label, attrs = {} } = part;
  const texts = Object.entries({ ...attrs, ...(label && { label }) }).map(([name, value]) => [
    name,
    String(value),
  ]);
  return [{ type, id, top: y, left: x, ...(rotate && { rotate }), attrs: Object.fromEntries(texts) }];
}

function exportEnd(
  end: string,
  boardId: string,
  written: ReadonlySet<string>,
  diagram: Diagram,
  board: BoardDefinition,
  catalog: Catalog,
): string | undefined {
  const resolved = resolveEndpoint(end, diagram, catalog);
  if (!resolved) return undefined;
  if (resolved.owner === BOARD_ID) {
    const pin = findBoardPin(board, resolved.pin);
    return pin && `${boardId}:${printedName(pin)}`;
  }
  if (!written.has(resolved.owner)) return undefined;
  const type = diagram.parts.find(({ id }) => id === resolved.owner)?.type ?? '';
  return `${resolved.owner}:${wokwiPin(resolved.pin, findPart(catalog, type))}`;
}

function wokwiPin(pin: string, definition: PartDefinition | undefined): string {
  const pairs = Object.entries(definition?.wokwiPins ?? {});
  return pairs.find(([, ours]) => ours === pin)?.[0] ?? pin;
}

/** Wokwi numbers the ground holes and names GPIOs as printed; other pins have one name everywhere. */
function printedName({ name, aliases, role }: BoardPin): string {
  return role === 'power' || role === 'other' ? name : (aliases[0] ?? name);
}

function colorOf({ from, to, color }: DiagramConnection, board: BoardDefinition): string {
  if (color !== undefined) return color;
  const roles = [from, to]
    .filter((end) => end.startsWith(`${BOARD_ID}:`))
    .map((end) => findBoardPin(board, end.slice(BOARD_ID.length + 1))?.role);
  if (roles.includes('power')) return 'red';
  return roles.includes('ground') ? 'black' : 'green';
}
