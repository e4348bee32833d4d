/**
 * Reads Wokwi's diagram.json (version 1, https://docs.wokwi.com/diagram-format) as a Diagram. What Pinlab does not know is
 * left out and told of. Wire routes are not kept: wires are drawn anew.
 */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Problem } from '#common/errors/problem.ts';
import { parseLocatedJson } from '#common/json/located-json.ts';
import type { AttributeDefinition, BoardDefinition, Catalog, PartDefinition } from './catalog.ts';
import {
  BOARD_ID,
  type Diagram,
  type DiagramConnection,
  type DiagramPart,
  DIAGRAM_VERSION,
  WORLD_ID,
} from './diagram.ts';
import { findBoardIn, findBoardPin } from './lookup.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { isObject } from './read-shape.ts';

export interface ImportedWokwi {
  /** Absent where the file cannot be read or has no board that Pinlab knows. Check it with `checkDiagram`. */
  readonly diagram?: Diagram;
  readonly problems: readonly Problem[];
}

type Attributes = Record<string, string | number | boolean>;

interface WokwiPart {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly left: number;
  readonly top: number;
  readonly rotate: number;
  readonly attrs: Readonly<Record<string, unknown>>;
}

export function importWokwi(
  text: string,
  { file, catalog }: { file: string; catalog: Catalog },
): ImportedWokwi {
  const json = parseLocatedJson(text);
  if ('error' in json) {
    const { message, line, column } = json.error;
    return { problems: [{ severity: 'error', code: 'bad-json', message, where: { file, line, column } }] };
  }
  const list = createProblemList((path) => ({ file, ...json.locate(path), ...(path !== '' && { path }) }));
  const data = isObject(json.value) ? json.value : {};
  if (!Array.isArray(data['parts']) || !Array.isArray(data['connections'])) {
    list.error(
      '',
      'wokwi-shape',
      'This is no diagram of Wokwi: it has no lists "parts" and "connections".',
      'Choose a diagram.json.',
    );
    return { problems: list.problems };
  }
  const parts = readParts(data['parts'], list);
  const boardPart = parts.find(({ type }) => findBoardIn(catalog.boards, type));
  const board = boardPart && findBoardIn(catalog.boards, boardPart.type);
  if (!boardPart || !board) {
    const types = catalog.boards.flatMap(({ aliases }) => aliases.filter(isWokwiType));
    list.error(
      'parts',
      'unknown-board',
      'None of the parts is a board that Pinlab knows.',
      `Use one of ${types.join(', ')}.`,
    );
    return { problems: list.problems };
  }
  return {
    diagram: convert(parts, boardPart, board, data['connections'], catalog, list),
    problems: list.problems,
  };
}

/** The first Wokwi part type of a board, such as `wokwi-pi-pico`. */
export function wokwiTypeOf(board: BoardDefinition): string | undefined {
  return board.aliases.find(isWokwiType);
}

function isWokwiType(alias: string): boolean {
  return /^(wokwi|board)-/.test(alias);
}

function readParts(items: readonly unknown[], list: ProblemList): WokwiPart[] {
  return items.flatMap((item, index) => {
    const path = `parts[${index}]`;
    if (!isObject(item) || typeof item['id'] !== 'string' || typeof item['type'] !== 'string') {
      list.warning(path, 'wokwi-shape', 'This part has no "id" and "type", so it is left out.');
      return [];
    }
    const number = (name: string): number => (typeof item[name] === 'number' ? item[name] : 0);
    const attrs = isObject(item['attrs']) ? item['attrs'] : {};
    const { id, type } = item as { id: string; type: string };
    return [{ id, type, path, left: number('left'), top: number('top'), rotate: number('rotate'), attrs }];
  });
}

/** A Wokwi end of a wire to ours; undefined where the part or pin was left out. */
type PinMap = (end: string) => string | undefined;

function convert(
  parts: readonly WokwiPart[],
  boardPart: WokwiPart,
  board: BoardDefinition,
  connections: readonly unknown[],
  catalog: Catalog,
  list: ProblemList,
): Diagram {
  const taken = new Set([BOARD_ID, WORLD_ID]);
  const pinMaps = new Map<string, (pin: string) => string | undefined>();
  const converted: DiagramPart[] = [];
  pinMaps.set(boardPart.id, (pin) => boardEnd(pin, boardPart.type, board));
  for (const part of parts.filter((candidate) => candidate !== boardPart)) {
    const definition = catalog.parts.find(({ wokwiType }) => wokwiType === part.type);
    if (!definition) {
      const types = catalog.parts.flatMap(({ wokwiType }) => wokwiType ?? []);
      const what = findBoardIn(catalog.boards, part.type)
        ? 'a second board'
        : `a ${part.type}, which Pinlab does not have`;
      list.warning(
        `${part.path}.type`,
        'unknown-part',
        `${part.id} is ${what}, so it is left out.`,
        suggestName(part.type, types, 'known types'),
      );
      continue;
    }
    const id = freeId(part.id, taken);
    converted.push(convertPart(part, id, definition, boardPart, list));
    pinMaps.set(part.id, (pin) => partEnd(pin, id, definition));
  }
  const pinMap: PinMap = (end) => {
    const colon = end.indexOf(':');
    return pinMaps.get(end.slice(0, colon))?.(end.slice(colon + 1));
  };
  const wires = connections.flatMap((item, index) =>
    convertWire(item, `connections[${index}]`, pinMap, list),
  );
  return { version: DIAGRAM_VERSION, board: board.id, parts: converted, connections: wires };
}

/** Positions are counted from the board's corner, which is where Wokwi usually has its origin. */
function convertPart(
  part: WokwiPart,
  id: string,
  definition: PartDefinition,
  board: WokwiPart,
  list: ProblemList,
): DiagramPart {
  const attrs: Attributes = {};
  let label: string | undefined;
  for (const [name, raw] of Object.entries(part.attrs)) {
    const attribute = definition.attributes.find((candidate) => candidate.name === name);
    const value = attribute && convertAttribute(attribute, raw);
    if (value !== undefined) attrs[name] = value;
    else if (!attribute && name === 'label') label = String(raw);
    else
      list.warning(
        `${part.path}.attrs.${name}`,
        'unknown-attribute',
        `The attribute "${name}" of ${part.id} is left out.`,
      );
  }
  return {
    id,
    type: definition.type,
    ...(label && { label }),
    x: part.left - board.left,
    y: part.top - board.top,
    ...(part.rotate !== 0 && { rotate: part.rotate }),
    ...(Object.keys(attrs).length > 0 && { attrs }),
  };
}

/** Wokwi writes all values as texts. */
function convertAttribute(
  { type, options }: AttributeDefinition,
  raw: unknown,
): string | number | boolean | undefined {
  const text = String(raw);
  if (options) return options.find((option) => String(option) === text);
  if (type === 'string') return text;
  if (type === 'number')
    return text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
}

function freeId(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[^A-Za-z0-9_-]/g, '_') || 'part';
  let id = base;
  for (let number = 1; taken.has(id); number++) id = `${base}_${number}`;
  taken.add(id);
  return id;
}

function partEnd(pin: string, id: string, definition: PartDefinition): string | undefined {
  const mapped = definition.wokwiPins?.[pin] ?? pin;
  return definition.pins.some(({ name }) => name === mapped) ? `${id}:${mapped}` : undefined;
}

/** Names that mean another pin than on our drawing of the board: the DevKitC prints the flash pins as D0 to D3. */
const FOREIGN_PINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'board-esp32-devkit-c-v4': {
    D0: 'GPIO7',
    D1: 'GPIO8',
    D2: 'GPIO9',
    D3: 'GPIO10',
    CMD: 'GPIO11',
    CLK: 'GPIO6',
  },
};

function boardEnd(name: string, wokwiType: string, board: BoardDefinition): string | undefined {
  const foreign = FOREIGN_PINS[wokwiType] ?? {};
  const pin = findBoardPin(board, (Object.hasOwn(foreign, name) && foreign[name]) || name);
  return pin && pin.brokenOut !== false ? `${BOARD_ID}:${pin.name}` : undefined;
}

function convertWire(item: unknown, path: string, pinMap: PinMap, list: ProblemList): DiagramConnection[] {
  const [from, to, color] = Array.isArray(item) ? (item as unknown[]) : [];
  if (typeof from !== 'string' || typeof to !== 'string') {
    list.warning(path, 'wokwi-shape', 'This wire has no two ends, so it is left out.');
    return [];
  }
  // The serial monitor is no part: Pinlab's console is always connected.
  if ([from, to].some((end) => end.startsWith('$serialMonitor'))) return [];
  const ends = [pinMap(from), pinMap(to)];
  if (ends[0] === undefined || ends[1] === undefined) {
    const lost = ends[0] === undefined ? from : to;
    list.warning(
      path,
      'unknown-pin',
      `The wire from ${from} to ${to} is left out: there is no ${lost} here.`,
    );
    return [];
  }
  return [{ from: ends[0], to: ends[1], ...(typeof color === 'string' && color !== '' && { color }) }];
}
