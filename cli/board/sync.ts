/** `pinlab board sync`: makes the board's files those of a folder. What could lose somebody's work is left to a person. */

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileDigest, Storage, StoredFile } from '#interpreter/device/storage.ts';
import { type SyncPlan, planSync, rememberSync } from '#interpreter/device/sync-plan.ts';
import { EXIT } from '../command.ts';
import type { Answer, BoardWord } from './board-command.ts';
import { type LocalTree, readLocal } from './local-files.ts';
import { badUsage, onePositional } from './positionals.ts';
import type { BoardSession } from './session.ts';
import { SyncMemory } from './sync-memory.ts';

/** The board runs it before its port works: Pinlab never writes it. */
const BOOT = '/boot.py';

export const sync: BoardWord = {
  word: 'sync',
  synopsis: 'DIR',
  summary: 'Make the board’s files those of a folder: only what changed is sent.',
  details: [
    'Files that are only on the board stay, unless --delete is given. A file that was changed on the board too, or that',
    'differs and was never synced from here, is a conflict: it is left alone and named, exit code 1. --force sends it all the',
    'same; pinlab board get brings the board’s copy. What both sides had is kept in .pinlab-sync.json in the folder.',
  ].join('\n'),
  options: [
    { name: 'delete', help: 'Delete on the board what is not in the folder (boot.py stays).' },
    { name: 'dry-run', help: 'Change nothing; say what would be done.' },
    { name: 'force', short: 'f', help: 'This computer’s copy wins every conflict.' },
  ],
  plan(options, terminal) {
    const name = onePositional(options, 'pinlab board sync DIR');
    const tree = readLocal(name, terminal.folder);
    if (!tree.isFolder)
      throw badUsage(`${name} is no folder.`, 'To save one file write pinlab board put FILE.');
    const choices = {
      deletes: options.has('delete'),
      dryRun: options.has('dry-run'),
      force: options.has('force'),
    };
    return (session) => syncFolder(session, tree, resolve(terminal.folder, name), choices);
  },
};

interface Choices {
  readonly deletes: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
}

async function syncFolder(
  session: BoardSession,
  tree: LocalTree,
  folder: string,
  choices: Choices,
): Promise<Answer> {
  const { storage, link, say } = session;
  const files = boardFiles(tree, say);
  const memory = new SyncMemory(folder, link.info?.uniqueId ?? session.port.serialNumber ?? 'board');
  const local = files.map(digestOf);
  const input = { local, board: await boardDigests(storage, local, choices), remembered: memory.read() };
  const plan = planSync(input);
  const { sent, left, deleted } = decide(plan, choices);
  for (const line of wordsOf(plan, sent, deleted, choices)) say(line);
  const { dryRun } = choices;
  const counts = `${sent.length} ${dryRun ? 'to send' : 'sent'}, ${plan.unchanged.length} unchanged, ${deleted.length} ${dryRun ? 'to delete' : 'deleted'}.`;
  const answer = { sent, unchanged: plan.unchanged, deleted, left, onlyOnBoard: plan.onlyOnBoard };
  const exit = left.length > 0 ? EXIT.failed : EXIT.done;
  if (dryRun) {
    say(counts);
    return { exit, json: { ...answer, dryRun, wireBytes: 0, roundTrips: 0 } };
  }
  const wanted = files.filter(({ path }) => sent.includes(path));
  const { wireBytes, roundTrips } =
    wanted.length > 0 ? await storage.save(wanted) : { wireBytes: 0, roundTrips: 0 };
  if (deleted.length > 0) await storage.remove(deleted);
  memory.write(rememberSync(input, [...sent, ...plan.unchanged]), say);
  say(counts);
  return { exit, json: { ...answer, dryRun, wireBytes, roundTrips } };
}

function boardFiles({ files }: LocalTree, say: (text: string) => void): StoredFile[] {
  const all = [...files].map(([within, { bytes }]) => ({ path: `/${within}`, bytes }));
  if (all.some(({ path }) => path === BOOT))
    say(
      'boot.py is not sent: the board runs it before its USB port works, so a mistake in it would lock the board.',
    );
  return all.filter(({ path }) => path !== BOOT);
}

function digestOf({ path, bytes }: StoredFile): FileDigest {
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Only deleting has to know what else is on the board. */
async function boardDigests(
  storage: Storage,
  local: readonly FileDigest[],
  { deletes }: Choices,
): Promise<readonly FileDigest[]> {
  const digests = await storage.digests(local.map(({ path }) => path));
  if (!deletes) return digests;
  const { entries } = await storage.list();
  const known = new Set(digests.map(({ path }) => path));
  const others = entries.filter(({ kind, path }) => kind === 'file' && !known.has(path));
  return [...digests, ...others.map(({ path, size }) => ({ path, size, sha256: '' }))];
}

function decide(plan: SyncPlan, { deletes, force }: Choices) {
  const disputed = [...plan.conflicts, ...plan.changedOnBoard].sort();
  return {
    sent: [...plan.send, ...(force ? disputed : [])].sort(),
    left: force ? [] : disputed,
    deleted: deletes ? plan.onlyOnBoard : [],
  };
}

function wordsOf(
  { conflicts, changedOnBoard }: SyncPlan,
  sent: readonly string[],
  deleted: readonly string[],
  { dryRun, force }: Choices,
): string[] {
  const left = force
    ? []
    : [
        ...changedOnBoard.map((path) => `${path} was changed on the board: left as it is.`),
        ...conflicts.map(
          (path) => `${path} differs on the board, and it is not known whose is newer: left as it is.`,
        ),
      ];
  const advice = 'Fetch the board’s copy with pinlab board get, or let this computer’s win with --force.';
  return [
    ...sent.map((path) => `${dryRun ? 'Would send' : 'Sending'} ${path}`),
    ...deleted.map((path) => `${dryRun ? 'Would delete' : 'Deleting'} ${path}`),
    ...left,
    ...(left.length > 0 ? [advice] : []),
  ];
}
