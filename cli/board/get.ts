/** `pinlab board get`: copies files and folders of the board to this computer. Replaces nothing here without being told to. */

import { resolve } from 'node:path';
import type { Storage, StorageEntry } from '#interpreter/device/storage.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import { inputError } from '../input-error.ts';
import type { Answer, BoardWord } from './board-command.ts';
import { boardName, boardPath, isInside } from './board-path.ts';
import { bytesIfThere, isLocalFolder, writeLocal } from './local-files.ts';
import { somePositionals } from './positionals.ts';
import type { BoardSession } from './session.ts';
import { formatSize } from './words.ts';

const STDOUT = '-';

export const get: BoardWord = {
  word: 'get',
  synopsis: 'REMOTE … [LOCAL]',
  summary: 'Copy files and folders of the board to this computer.',
  details: [
    'The last of several names is the place here, unless it begins with a colon. It is a folder when it ends with /, when',
    'there is such a folder, or when several names come before it; otherwise it is the new name. Without it everything',
    'comes to where you are. - prints a text file. A file that is here already and differs stays, unless --force is given.',
  ].join('\n'),
  options: [{ name: 'force', short: 'f', help: 'Replace files here that differ from the board’s.' }],
  plan(options, terminal) {
    const names = somePositionals(options, 'pinlab board get FILE … [LOCAL]');
    const last = names.at(-1) ?? '';
    const local = names.length > 1 && !last.startsWith(':') ? last : undefined;
    const remotes = (local === undefined ? names : names.slice(0, -1)).map(boardPath);
    return async (session) => {
      const { storage } = session;
      const { entries } = await storage.list();
      const wanted = remotes.flatMap((path) => filesAt(path, entries));
      if (local === STDOUT) return print(storage, wanted);
      const copies = wanted.map((file) => ({
        ...file,
        shown: placeFor(file, local, remotes, terminal.folder),
      }));
      return copy(session, copies, options.has('force'), terminal.folder);
    };
  },
};

interface Wanted {
  /** What was named. */
  readonly named: string;
  readonly entry: StorageEntry;
}

function filesAt(path: string, entries: readonly StorageEntry[]): Wanted[] {
  const files = entries.filter(({ kind }) => kind === 'file');
  const exact = files.find((entry) => entry.path === path);
  if (exact) return [{ named: path, entry: exact }];
  const inside = files.filter((entry) => isInside(entry.path, path));
  const isFolder = path === '/' || entries.some((entry) => entry.path === path);
  if (inside.length > 0 || isFolder) return inside.map((entry) => ({ named: path, entry }));
  throw deviceError('file-not-found', `There is no ${path} on the board. See: pinlab board ls`);
}

/** Where a file goes, as the person would name it. */
function placeFor(
  { named, entry }: Wanted,
  local: string | undefined,
  remotes: readonly string[],
  folder: string,
): string {
  const within = entry.path.slice(named === '/' ? 1 : named.length + 1);
  const whole = [boardName(named), within].filter((piece) => piece !== '').join('/');
  if (local === undefined) return whole;
  const isFolder = remotes.length > 1 || /[\\/]$/.test(local) || isLocalFolder(resolve(folder, local));
  const base = local.replace(/[\\/]+$/, '');
  const rest = isFolder ? whole : within;
  return rest === '' ? base : `${base}/${rest}`;
}

async function copy(
  { storage, say }: BoardSession,
  copies: readonly (Wanted & { readonly shown: string })[],
  force: boolean,
  folder: string,
): Promise<Answer> {
  // Everything is read before anything is written: a conflict or a pulled cable leaves this computer as it was.
  const read: { shown: string; remote: string; place: string; bytes: Uint8Array; result: string }[] = [];
  for (const { shown, entry } of copies) {
    const place = resolve(folder, shown);
    const there = bytesIfThere(place, shown);
    const bytes = await storage.read(entry.path);
    const result = there === undefined ? 'new' : sameBytes(there, bytes) ? 'unchanged' : 'replaced';
    if (result === 'replaced' && !force) throw conflict(shown, there?.length ?? 0, bytes.length);
    read.push({ shown, remote: entry.path, place, bytes, result });
  }
  const files = read.map(({ shown, remote, place, bytes, result }) => {
    if (result !== 'unchanged') writeLocal(place, bytes, shown);
    say(`${remote} -> ${shown}  ${result}, ${formatSize(bytes.length)}`);
    return { remote, local: shown, bytes: bytes.length, result };
  });
  if (files.length === 0) say('There are no files in it.');
  return { json: { files } };
}

function conflict(shown: string, here: number, there: number): Error {
  const sizes = `${formatSize(here)} here, ${formatSize(there)} on the board`;
  return inputError({
    code: 'exists',
    message: `This file is here already and differs from the board’s (${sizes}). Nothing was copied.`,
    fix: 'Name another place, or add --force to replace it.',
    where: { file: shown },
  });
}

async function print(storage: Storage, wanted: readonly Wanted[]): Promise<Answer> {
  const texts: Record<string, string> = {};
  for (const { entry } of wanted) {
    const bytes = await storage.read(entry.path);
    texts[entry.path] = decode(bytes, entry.path);
  }
  return { json: { files: texts }, text: Object.values(texts).join('') };
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const fix = 'Name a file to copy it to.';
    throw inputError({ code: 'bad-file', message: 'This file is no text.', fix, where: { file: path } });
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
