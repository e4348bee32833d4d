/**
 * Projects on the disk: one JSON file a project, replaced atomically, so that a project is never half new. A single file
 * also takes any file name that a learner gives, on any disk. Deleted projects move to the trash folder.
 */

import { join } from 'node:path';

import * as v from 'valibot';

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Host, HostErrorCode, Project, ProjectSummary } from '#common/host/host.ts';
import { objectRule, projectSchema } from '#common/host/host-table.ts';

import { TEMPORARY_SUFFIX, writeFileAtomic } from './atomic-file.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { createQueue } from './queue.ts';
import { orStorageError } from './storage-error.ts';

export type ProjectStore = Pick<Host, 'listProjects' | 'readProject' | 'saveProject' | 'deleteProject'>;

export interface ProjectStoreOptions {
  readonly fs: FileSystem;
  /** Made where it is missing. */
  readonly folder: string;
  readonly trashFolder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears about files that were passed over. */
  readonly warn: (message: string) => void;
}

const FORMAT = 1;
const storedSchema = v.object(
  { format: v.number('must be a number'), modified: v.number('must be a number'), ...projectSchema.entries },
  objectRule('must be an object'),
);

/** A prefix keeps ids such as `con` off the names that Windows reserves. */
const FILE_NAME = /^project-([a-z0-9-]{1,64})\.json$/;
const fileNameOf = (id: string): string => `project-${id}.json`;

/** A neighbor that is older than this was left by a process that died. */
const ABANDONED_MS = 60 * 60 * 1000;

export function createProjectStore(options: ProjectStoreOptions): ProjectStore {
  const { fs, folder, trashFolder, now, warn } = options;
  const queue = createQueue();
  const pathOf = (id: string): string => join(folder, fileNameOf(id));

  async function readStored(id: string): Promise<Project> {
    const doing = `read the project ${id}`;
    const text = await orStorageError(doing, pathOf(id), async () => {
      try {
        return await fs.readFile(pathOf(id), 'utf8');
      } catch (error) {
        throw errorCode(error) === 'ENOENT' ? missing(id) : error;
      }
    });
    return parseStored(text, id, pathOf(id));
  }

  async function listNames(): Promise<readonly string[]> {
    try {
      return await fs.readdir(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function removeIfAbandoned(name: string): Promise<void> {
    if (!name.startsWith('project-') || !name.endsWith(TEMPORARY_SUFFIX)) return;
    const path = join(folder, name);
    const { mtimeMs } = await fs.stat(path);
    if (now() - mtimeMs > ABANDONED_MS) await fs.rm(path, { force: true });
  }

  return {
    async listProjects() {
      const names = await orStorageError('list the projects', folder, listNames);
      const summaries: ProjectSummary[] = [];
      for (const name of names) {
        await removeIfAbandoned(name).catch(() => undefined);
        const id = FILE_NAME.exec(name)?.[1];
        if (id === undefined) continue;
        try {
          summaries.push(summaryOf(await readStored(id)));
        } catch (error) {
          warn(`Left out of the list of projects: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return summaries.sort((a, b) => b.modified - a.modified || (a.id < b.id ? -1 : 1));
    },

    readProject: readStored,

    saveProject: (project) =>
      queue(() =>
        orStorageError(`save the project “${project.name}”`, folder, async () => {
          const stored: Project = { ...project, modified: now() };
          await fs.mkdir(folder, { recursive: true });
          const text = JSON.stringify({ format: FORMAT, ...stored }, undefined, 2);
          await writeFileAtomic(fs, pathOf(project.id), `${text}\n`);
          return summaryOf(stored);
        }),
      ),

    deleteProject: (id) =>
      queue(() =>
        orStorageError(`delete the project ${id}`, folder, async () => {
          await fs.mkdir(trashFolder, { recursive: true });
          try {
            await fs.rename(pathOf(id), join(trashFolder, `project-${id}.${now()}.json`));
          } catch (error) {
            throw errorCode(error) === 'ENOENT' ? missing(id) : error;
          }
        }),
      ),
  };
}

function parseStored(text: string, id: string, path: string): Project {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw damaged(path, 'it is no JSON');
  }
  const result = v.safeParse(storedSchema, data);
  if (!result.success) {
    const [issue] = result.issues;
    throw damaged(path, `${v.getDotPath(issue) ?? 'the project'} ${issue.message}`);
  }
  const { format, ...project } = result.output;
  if (format > FORMAT) throw damaged(path, 'it was written by a newer Pinlab');
  if (project.id !== id) throw damaged(path, `it holds the project ${project.id}`);
  return project;
}

function summaryOf({ files: _files, ...summary }: Project): ProjectSummary {
  return summary;
}

function missing(id: string): PinlabError<HostErrorCode> {
  return new PinlabError('not-found', `There is no project ${id}.`);
}

function damaged(path: string, reason: string): PinlabError<HostErrorCode> {
  const message = `The project file ${path} cannot be read: ${reason}. The file was left as it is.`;
  return new PinlabError('storage-failed', message);
}
