/** Simulated boards that other Pinlabs of this account offer at pseudo-terminals: one file each, named after the process. */

import nodeFs from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import type { PortSummary } from '#common/host/host.ts';

type BoardFiles = Pick<typeof nodeFs, 'readdir' | 'readFile' | 'rm'>;

/** `<data folder>/virtual-boards/<pid>.json` */
const schema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  path: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  board: v.string(),
});

export interface VirtualBoardOptions {
  readonly dataDir: string;
  readonly fs?: BoardFiles;
  readonly isAlive?: (pid: number) => boolean;
}

/** Files of processes that are gone, and files that say nothing, are deleted. */
export async function listVirtualBoards({
  dataDir,
  fs = nodeFs,
  isAlive = isProcessAlive,
}: VirtualBoardOptions): Promise<readonly PortSummary[]> {
  const folder = join(dataDir, 'virtual-boards');
  const names = (await fs.readdir(folder).catch(() => [])).filter((name) => /^\d+\.json$/.test(name)).sort();
  const boards = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const board = await read(fs, file);
      if (board && isAlive(board.pid)) return summaryOf(board);
      if (!isAlive(Number.parseInt(name, 10))) await fs.rm(file, { force: true }).catch(() => undefined);
      return undefined;
    }),
  );
  return boards.filter((board) => board !== undefined);
}

type VirtualBoard = v.InferOutput<typeof schema>;

/** A file that is just being written is read the next time. */
async function read(fs: BoardFiles, file: string): Promise<VirtualBoard | undefined> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await fs.readFile(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** It may come back at another path, as a true board does: the process is where it is plugged in. */
function summaryOf({ pid, path, name }: VirtualBoard): PortSummary {
  return { path, name, location: `virtual-${pid}`, virtual: true };
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another account is alive and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
