/** `pinlab board put`: saves files and folders of this computer on the board. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Storage } from '#interpreter/device/storage.ts';
import type { Answer, BoardWord } from './board-command.ts';
import { ROOT, boardName, boardPath, joinBoard, meansFolder } from './board-path.ts';
import { type LocalTree, readLocal } from './local-files.ts';
import { badUsage, somePositionals } from './positionals.ts';
import type { BoardSession } from './session.ts';
import { formatSize } from './words.ts';

export const put: BoardWord = {
  word: 'put',
  synopsis: 'LOCAL … [REMOTE]',
  summary: 'Save files and folders on the board.',
  details: [
    'The last of several names is the place on the board when it begins with : or /, such as :start.py or /lib/. It is a',
    'folder when it ends with /, when several names come before it, or when the board has such a folder; otherwise it is',
    'the new name. Without it everything goes to the root. A folder goes with all that is in it, but for names that begin',
    'with a dot, __pycache__ and node_modules. What the board has already, byte for byte, is not sent.',
  ].join('\n'),
  plan(options, terminal) {
    const names = somePositionals(options, 'pinlab board put FILE … [:REMOTE]');
    const remote = remoteOf(names, terminal.folder);
    const locals = remote === undefined ? names : names.slice(0, -1);
    const trees = locals.map((name) => readLocal(name, terminal.folder));
    return (session) => save(session, trees, remote ?? ROOT);
  },
};

/** The last name, where it is the board's. Folders such as /lib are on many computers too; only a file could be meant. */
function remoteOf(names: readonly string[], folder: string): string | undefined {
  const last = names.at(-1) ?? '';
  if (names.length < 2 || !/^[:/]/.test(last)) return undefined;
  if (statSync(resolve(folder, last), { throwIfNoEntry: false })?.isFile())
    throw badUsage(
      `${last} is a file of this computer too.`,
      `Write :${last} for the place on the board, or name the board’s place last.`,
    );
  return last;
}

async function save(
  { storage, say }: BoardSession,
  trees: readonly LocalTree[],
  remote: string,
): Promise<Answer> {
  const base = boardPath(remote);
  const isFolder = await isBoardFolder(storage, trees, remote);
  const planned = trees.flatMap(({ name, files }) => {
    const place = isFolder ? joinBoard(base, name) : base;
    return [...files].map(([within, { shown, bytes }]) => ({
      shown,
      path: joinBoard(place, within),
      bytes,
    }));
  });
  refuseTwice(planned.map(({ path }) => path));
  const before = new Set((await storage.digests(planned.map(({ path }) => path))).map(({ path }) => path));
  const { written, unchanged, wireBytes, roundTrips } = await storage.save(planned);
  const files = planned.map(({ shown, path, bytes }) => {
    const result = unchanged.includes(path) ? 'unchanged' : before.has(path) ? 'replaced' : 'new';
    say(`${shown} -> ${path}  ${result}, ${formatSize(bytes.length)}`);
    return { local: shown, remote: path, bytes: bytes.length, result };
  });
  say(summaryOf(written.length, unchanged.length));
  return { json: { files, wireBytes, roundTrips } };
}

function summaryOf(written: number, unchanged: number): string {
  if (written === 0) return 'The board has it all already.';
  const same = unchanged > 0 ? `; ${unchanged} unchanged` : '';
  return `Saved ${written} ${written === 1 ? 'file' : 'files'}: what is on the board was read back and is the same${same}.`;
}

async function isBoardFolder(
  storage: Storage,
  trees: readonly LocalTree[],
  remote: string,
): Promise<boolean> {
  const path = boardPath(remote);
  if (trees.length > 1 || meansFolder(remote) || path === ROOT) return true;
  const { entries } = await storage.list();
  return entries.some((entry) => entry.kind === 'folder' && entry.path === path);
}

/** Two files at one place: only one would be there afterwards. */
function refuseTwice(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice === undefined) return;
  throw badUsage(`Two of these would both be ${twice} on the board.`, `Rename one ${boardName(twice)}.`);
}
