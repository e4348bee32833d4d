/** Reads a program from disk: one file or a folder becomes the files that a device loads. */

import { type Dirent, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import { inputError } from '../input-error.ts';

export interface Program {
  /** Folder in which the program lies; `diagram.json` is looked for here. */
  readonly folder: string;
  readonly files: ProgramFiles;
}

const MAIN = 'main.py';
/** Folder for modules, as on a board. */
const LIBRARY = 'lib';
/** More than this is no program: somebody named the wrong folder, bytes. */
const SIZE_LIMIT = 4 * 1024 * 1024;

/** `path` is relative to `from`. A file becomes main.py, with the modules beside it; a folder must have a main.py. */
export function readProgram(path: string, from: string): Program {
  const place = resolve(from, path);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) throw missing(path, 'There is no such file or folder.', 'Check the name, or where you are.');
  if (stat.isDirectory()) return readFolder(path, place);
  // The program is main.py now, whatever else has that name.
  const { [MAIN]: _main, [basename(place)]: _program, ...modules } = readModules(dirname(place), from);
  return { folder: dirname(place), files: { ...modules, [MAIN]: readText(place, path) } };
}

function readFolder(path: string, folder: string): Program {
  const files = readModules(folder, folder);
  if (files[MAIN] === undefined) {
    throw missing(path, `There is no ${MAIN} in this folder.`, `Name the program ${MAIN}, or give its file.`);
  }
  return { folder, files };
}

/** Every *.py of the folder, and of its lib/ with all folders inside. */
function readModules(folder: string, from: string): Record<string, string> {
  const files: Record<string, string> = {};
  let size = 0;
  const add = (place: string): void => {
    const text = readText(place, relative(from, place) || basename(place));
    size += text.length;
    if (size > SIZE_LIMIT) {
      throw missing(
        folder,
        'The Python files here are larger than any board.',
        'Put the program into a folder of its own.',
      );
    }
    files[relative(folder, place).replaceAll('\\', '/')] = text;
  };
  for (const entry of pythonEntries(folder)) if (entry.isFile()) add(join(folder, entry.name));
  for (const place of pythonFiles(join(folder, LIBRARY))) add(place);
  return files;
}

/** Every *.py of a folder and of the folders in it, by name; none where there is no such folder. */
export function* pythonFiles(folder: string): Generator<string> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const entry of pythonEntries(folder)) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) yield* pythonFiles(place);
    else yield place;
  }
}

function pythonEntries(folder: string): Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const wanted = entries.filter(
    (entry) => entry.isDirectory() || (entry.isFile() && entry.name.endsWith('.py')),
  );
  return wanted.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Reads UTF-8 as it is, without the mark that some editors put before it. */
export function readText(place: string, shown: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(place);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'There is no such file.'
        : 'This file cannot be read.';
    throw missing(shown, reason, 'Check the name and that you may read it.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw missing(shown, 'This file is no UTF-8 text.', 'Save it as UTF-8 in your editor.');
  }
}

function missing(file: string, message: string, fix: string): Error {
  return inputError({ code: 'bad-file', message, fix, where: { file } });
}
