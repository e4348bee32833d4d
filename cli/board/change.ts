/** `pinlab board rm`, `mkdir` and `mv`: changes of the board's files that need no file of this computer. */

import { deviceError } from '#interpreter/device/device-error.ts';
import type { StorageEntry } from '#interpreter/device/storage.ts';
import type { BoardWord } from './board-command.ts';
import { ROOT, boardName, boardPath, isInside, joinBoard, meansFolder } from './board-path.ts';
import { badUsage, somePositionals } from './positionals.ts';

export const rm: BoardWord = {
  word: 'rm',
  synopsis: 'PATH …',
  summary: 'Delete files on the board, and with -r folders.',
  options: [{ name: 'recursive', short: 'r', help: 'Folders too, with everything in them.' }],
  plan(options) {
    const paths = somePositionals(options, 'pinlab board rm PATH').map(boardPath);
    if (paths.includes(ROOT))
      throw badUsage('This would delete everything on the board.', 'Name the files and folders one by one.');
    return async ({ storage, say }) => {
      const { entries } = await storage.list();
      // Nothing is deleted unless all can be.
      for (const path of paths) refuseMissing(path, entries);
      if (!options.has('recursive'))
        for (const path of paths)
          if (kindOf(path, entries) === 'folder')
            throw badUsage(`${path} is a folder.`, 'Add -r to delete it with everything in it.');
      await storage.remove(paths);
      for (const path of paths) say(`Deleted ${path}${insideWords(path, entries)}`);
      return { json: { removed: paths } };
    };
  },
};

export const mkdir: BoardWord = {
  word: 'mkdir',
  synopsis: 'PATH …',
  summary: 'Make folders on the board.',
  plan(options) {
    const paths = somePositionals(options, 'pinlab board mkdir PATH').map(boardPath);
    return async ({ storage, say }) => {
      for (const path of paths) {
        await storage.makeFolder(path);
        say(`Made ${path}`);
      }
      return { json: { made: paths } };
    };
  },
};

export const mv: BoardWord = {
  word: 'mv',
  synopsis: 'FROM TO',
  summary: 'Rename or move a file or folder on the board.',
  details: 'Where TO is a folder, or ends with /, FROM goes into it. Nothing is replaced.',
  plan({ positionals }) {
    const [typedFrom, typedTo, ...more] = positionals;
    if (typedFrom === undefined || typedTo === undefined || more.length > 0)
      throw badUsage('This takes two paths.', 'Write pinlab board mv FROM TO.');
    const from = boardPath(typedFrom);
    const to = boardPath(typedTo);
    return async ({ storage, say }) => {
      const { entries } = await storage.list();
      refuseMissing(from, entries);
      const isFolder = meansFolder(typedTo) || to === ROOT || kindOf(to, entries) === 'folder';
      const target = isFolder ? joinBoard(to, boardName(from)) : to;
      if (target === from || isInside(target, from))
        throw badUsage(`${from} cannot go into itself.`, 'Name another place.');
      await storage.rename(from, target);
      say(`${from} -> ${target}`);
      return { json: { from, to: target } };
    };
  },
};

function kindOf(path: string, entries: readonly StorageEntry[]): StorageEntry['kind'] | undefined {
  return entries.find((entry) => entry.path === path)?.kind;
}

function refuseMissing(path: string, entries: readonly StorageEntry[]): void {
  if (kindOf(path, entries) === undefined)
    throw deviceError('file-not-found', `There is no ${path} on the board. See: pinlab board ls`);
}

function insideWords(path: string, entries: readonly StorageEntry[]): string {
  const files = entries.filter((entry) => entry.kind === 'file' && isInside(entry.path, path)).length;
  if (files === 0) return '';
  return ` with ${files} ${files === 1 ? 'file' : 'files'} in it`;
}
