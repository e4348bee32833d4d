/** A project's program as the files of a board, and what was saved on which board. Pure; knows no device. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { MAIN_FILE, type ProgramFiles } from '#interpreter/device/device.ts';
import { asStartProgram } from '#interpreter/device/start-program.ts';
import type { StoredFile } from '#interpreter/device/storage.ts';

/** A file of the project: what was saved on which board. */
export const SAVES_FILE = 'board.saves.json';

const VERSION = 1;
/** Boards that a project remembers. */
const MOST_BOARDS = 20;

/** Path on the board to the SHA-256 of what this project saved there last. */
export type Saves = Readonly<Record<string, string>>;

/**
 * main.py gets a moment in which the board can be reached. Pinlab writes no boot.py: a mistake in one can make a board
 * unreachable.
 */
export function boardFiles(program: ProgramFiles): StoredFile[] {
  return Object.entries(program)
    .filter(([name]) => name !== 'boot.py')
    .map(([name, text]) => ({
      path: `/${name}`,
      bytes: new TextEncoder().encode(name === MAIN_FILE ? asStartProgram(text) : text),
    }));
}

export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** What was saved on a board; nothing where the file is missing or damaged. */
export function readSaves(text: string | undefined, board: string): Saves {
  return Object.fromEntries(
    Object.entries(parse(text)[board] ?? {}).filter(([, digest]) => typeof digest === 'string'),
  );
}

/** The file with what was saved on a board now; the boards that were saved on longest ago are forgotten. */
export function writeSaves(text: string | undefined, board: string, saves: Saves): string {
  const { [board]: _before, ...others } = parse(text);
  const boards = Object.fromEntries([...Object.entries(others).slice(1 - MOST_BOARDS), [board, saves]]);
  return `${JSON.stringify({ version: VERSION, boards }, null, 2)}\n`;
}

function parse(text: string | undefined): Readonly<Record<string, Saves>> {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    if (!isObject(data) || data['version'] !== VERSION || !isObject(data['boards'])) return {};
    return Object.fromEntries(
      Object.entries(data['boards']).filter((entry): entry is [string, Saves] => isObject(entry[1])),
    );
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
