/** `pinlab board ls`: what is in a folder of the board. */

import { deviceError } from '#interpreter/device/device-error.ts';
import type { StorageEntry } from '#interpreter/device/storage.ts';
import type { BoardWord } from './board-command.ts';
import { ROOT, boardName, boardPath, isInside } from './board-path.ts';
import { badUsage } from './positionals.ts';
import { columns, formatSize } from './words.ts';

export const ls: BoardWord = {
  word: 'ls',
  synopsis: '[PATH]',
  summary: 'List the files on the board.',
  options: [
    { name: 'long', short: 'l', help: 'Sizes too, and the room that is left.' },
    { name: 'recursive', short: 'r', help: 'What is in the folders too.' },
  ],
  plan({ positionals, has }) {
    const [typed = ROOT, ...more] = positionals;
    if (more.length > 0) throw badUsage('This takes one path.', 'Write pinlab board ls PATH.');
    const path = boardPath(typed);
    return async ({ storage }) => {
      const { entries, bytesFree, bytesTotal } = await storage.list();
      const shown = entriesAt(path, entries, has('recursive'));
      const room = `${formatSize(bytesFree)} free of ${formatSize(bytesTotal)}\n`;
      return {
        json: { path, entries: shown, bytesFree, bytesTotal },
        text: has('long')
          ? columns(shown.map((entry) => [sizeOf(entry), nameOf(entry, path)])) + room
          : shown.map((entry) => `${nameOf(entry, path)}\n`).join(''),
      };
    };
  },
};

function entriesAt(path: string, entries: readonly StorageEntry[], deep: boolean): readonly StorageEntry[] {
  const file = entries.find((entry) => entry.path === path && entry.kind === 'file');
  if (file) return [file];
  if (path !== ROOT && !entries.some((entry) => entry.path === path))
    throw deviceError('file-not-found', `There is no ${path} on the board. See: pinlab board ls`);
  const depth = path === ROOT ? 1 : path.split('/').length;
  return entries.filter(
    (entry) => isInside(entry.path, path) && (deep || entry.path.split('/').length - 1 === depth),
  );
}

/** Relative to what was asked for; folders end with a slash. */
function nameOf({ path, kind }: StorageEntry, from: string): string {
  if (path === from) return boardName(path);
  const name = path.slice(from === ROOT ? 1 : from.length + 1);
  return kind === 'folder' ? `${name}/` : name;
}

function sizeOf({ kind, size }: StorageEntry): string {
  return (kind === 'folder' ? '-' : formatSize(size)).padStart(10);
}
