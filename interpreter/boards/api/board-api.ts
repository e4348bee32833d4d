/** What a board's MicroPython has: answers by name, from the tables beside this file. Knows no program and no link. */

import { API_BOARDS, type ApiBoard, BOARD_GROUPS, GONE_NAMES, PARTIAL_NAMES, SINCE } from './names.ts';
import { API_PINS, type ApiPins } from './pins.ts';

/** Name to the boards that have it. */
type Homes = ReadonlyMap<string, ReadonlySet<ApiBoard>>;

/** The names of one board; or of several that it may be, of which then only what all of them lack is called missing. */
export interface BoardApi {
  /** For the learner. */
  readonly name: string;
  readonly boards: readonly ApiBoard[];
  /** MicroPython's version on the board, such as `1.28.0`; undefined where it is not known. */
  readonly version: string | undefined;
  /** What is known of its pins; undefined where nothing is. */
  readonly pins: ApiPins | undefined;
}

/** What of a board decides; a BoardInfo fits. */
export interface BoardWords {
  readonly machine: string;
  readonly platform: string;
  readonly version?: string;
}

const TABLE: ReadonlyMap<string, Homes> = new Map(
  Object.entries(PARTIAL_NAMES).map(([owner, rows]) => [owner, readRows(owner, rows)]),
);

function readRows(owner: string, rows: Readonly<Record<string, string>>): Homes {
  const homes = new Map<string, ReadonlySet<ApiBoard>>();
  for (const [boards, names] of Object.entries(rows)) {
    for (const name of names.split(' ')) homes.set(name, expand(boards));
  }
  for (const name of GONE_NAMES[owner]?.split(' ') ?? []) homes.set(name, new Set());
  return homes;
}

function expand(words: string): ReadonlySet<ApiBoard> {
  return new Set(words.split(' ').flatMap((word) => BOARD_GROUPS[word] ?? [word as ApiBoard]));
}

/** Machine texts (`sys.implementation._machine`) to the board; the first that fits counts. */
const MACHINES: readonly (readonly [RegExp, ApiBoard])[] = [
  [/^Raspberry Pi Pico ?2 ?W\b/i, 'pico2_w'],
  [/^Raspberry Pi Pico ?2\b/i, 'pico2'],
  [/^Raspberry Pi Pico ?W\b/i, 'pico_w'],
  [/^Raspberry Pi Pico\b/i, 'pico'],
  [/^Arduino Nano RP2040/i, 'nano_rp2040'],
  [/^(Generic )?ESP32-?S2 module/i, 'esp32_s2'],
  [/^(Generic )?ESP32-?S3 module/i, 'esp32_s3'],
  [/^(Generic )?ESP32-?C3 module/i, 'esp32_c3'],
  [/^(Generic )?ESP32-?C6 module/i, 'esp32_c6'],
  [/^(Generic )?ESP32 module/i, 'esp32'],
  [/^ESP module .*ESP8266/i, 'esp8266'],
  [/^PYBv1/i, 'pybv11'],
  [/^Wio Terminal/i, 'wio_terminal'],
];

/** Chips of boards by other makers: the same firmware with other pins, and perhaps with more in it. */
const CHIPS: readonly (readonly [RegExp, readonly ApiBoard[]])[] = [
  [/with ESP32-?S2/i, ['esp32_s2']],
  [/with ESP32-?S3/i, ['esp32_s3']],
  [/with ESP32-?C3/i, ['esp32_c3']],
  [/with ESP32-?C6/i, ['esp32_c6']],
  [/with ESP32(?!-?[A-Z]\d)/i, ['esp32']],
];

/** Ports of which every board has about the same names. Others, such as stm32, differ too much to say anything. */
const PORTS: Readonly<Record<string, readonly ApiBoard[]>> = {
  rp2: BOARD_GROUPS['rp2'] ?? [],
  esp32: BOARD_GROUPS['esp32-all'] ?? [],
  esp8266: ['esp8266'],
};

/** The names of a board as it describes itself; undefined where nothing is known about its kind. */
export function findBoardApi({ machine, platform, version }: BoardWords): BoardApi | undefined {
  const exact = MACHINES.find(([words]) => words.test(machine))?.[1];
  if (exact) {
    const pins = API_PINS[exact];
    return { name: API_BOARDS[exact], boards: [exact], version, pins };
  }
  const boards = CHIPS.find(([words]) => words.test(machine))?.[1] ?? PORTS[platform];
  return boards && { name: machine.split(' with ')[0] ?? machine, boards, version, pins: undefined };
}

/** True where the name is known to be missing; `owner` is a module, a `module.Class`, or empty for modules themselves. */
export function lacks(api: BoardApi, owner: string, name: string): boolean {
  const homes = TABLE.get(owner)?.get(name);
  return homes !== undefined && !api.boards.some((board) => homes.has(board));
}

/** What boards are called that have a name which not every board has. */
export function homesOf(owner: string, name: string): readonly string[] {
  return [...(TABLE.get(owner)?.get(name) ?? [])].map((board) => API_BOARDS[board]);
}

/** A module of MicroPython itself, on this board or another. */
export function isKnownModule(module: string): boolean {
  return TABLE.get('')?.has(module) ?? false;
}

/** Whether calling `module.Class` makes an object whose methods differ between boards. */
export function isKnownClass(path: string): boolean {
  return path.includes('.') && TABLE.has(path);
}

/** The version that a name came with, where it is newer than the board's; undefined where it is not. */
export function neededVersion(api: BoardApi, path: string): string | undefined {
  const since = SINCE[path];
  return since && api.version && compareVersions(api.version, since) < 0 ? since : undefined;
}

/** By numbers; what is behind them, such as `-preview`, does not count. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0));
  for (let index = 0; index < 2; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
