/** What Linux tells about a port without any tool: its group, and which of this account's programs have it open. */

import nodeFs from 'node:fs/promises';

type FactFiles = Pick<typeof nodeFs, 'stat' | 'readFile' | 'readdir' | 'readlink'>;

/** Name of the group that owns a file; its number where it has no name; undefined where that cannot be told. */
export async function groupOf(path: string, fs: FactFiles = nodeFs): Promise<string | undefined> {
  try {
    const { gid } = await fs.stat(path);
    const groups = await fs.readFile('/etc/group', 'utf8').catch(() => '');
    const entry = groups.split('\n').find((line) => line.split(':')[2] === `${gid}`);
    return entry?.split(':')[0] ?? `${gid}`;
  } catch {
    return undefined;
  }
}

/** Names of the programs that have a file open. Those of other accounts are hidden from this one. */
export async function holdersOf(path: string, fs: FactFiles = nodeFs): Promise<readonly string[]> {
  const processes = (await fs.readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const names = await Promise.all(
    processes.map(async (id) => ((await hasOpen(id, path, fs)) ? nameOf(id, fs) : undefined)),
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

async function hasOpen(id: string, path: string, fs: FactFiles): Promise<boolean> {
  const folder = `/proc/${id}/fd`;
  const open = await fs.readdir(folder).catch(() => []);
  const targets = await Promise.all(open.map((fd) => fs.readlink(`${folder}/${fd}`).catch(() => '')));
  return targets.includes(path);
}

async function nameOf(id: string, fs: FactFiles): Promise<string> {
  const name = (await fs.readFile(`/proc/${id}/comm`, 'utf8').catch(() => '')).trim();
  return name === '' ? `program ${id}` : name;
}
