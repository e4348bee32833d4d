/** A host that keeps everything in memory: for tests and for a page without a server. It forgets all on reload. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import {
  type Attempt,
  DEFAULT_SETTINGS,
  type Host,
  type HostErrorCode,
  type LessonFiles,
  type LessonSummary,
  type PortSummary,
  type Project,
  type ProjectSummary,
  type Settings,
} from '#common/host/host.ts';
import { checkHostCalls } from '#common/host/host-call.ts';

export interface MemoryHostOptions {
  readonly lessons?: readonly { readonly summary: LessonSummary; readonly files: LessonFiles }[];
  readonly projects?: readonly Project[];
  readonly attempts?: readonly Attempt[];
  readonly settings?: Settings;
  readonly ports?: readonly PortSummary[];
  /** Instead of `ports`, where they change. */
  readonly listPorts?: () => Promise<readonly PortSummary[]>;
  /** Milliseconds since 1970. Counts the saves by default, so that tests repeat. */
  readonly now?: () => number;
  readonly openExternal?: (address: string) => void;
  readonly log?: (level: 'info' | 'warn' | 'error', message: string) => void;
}

export function createMemoryHost(options: MemoryHostOptions = {}): Host {
  let saves = 0;
  const { lessons = [], now = () => ++saves } = options;
  const projects = new Map((options.projects ?? []).map((project) => [project.id, project]));
  const attempts = [...(options.attempts ?? [])];
  let settings = options.settings ?? DEFAULT_SETTINGS;

  const projectOf = (id: string): Project => {
    const project = projects.get(id);
    if (!project) throw missing(`There is no project ${id}.`);
    return project;
  };

  return checkHostCalls({
    listProjects: async () =>
      [...projects.values()].map(summaryOf).sort((a, b) => b.modified - a.modified || (a.id < b.id ? -1 : 1)),
    readProject: async (id) => structuredClone(projectOf(id)),
    saveProject: async (project) => {
      const stored = { ...project, modified: now() };
      projects.set(project.id, stored);
      return summaryOf(stored);
    },
    deleteProject: async (id) => void projects.delete(projectOf(id).id),

    listLessons: async () => lessons.map(({ summary }) => summary),
    readLesson: async (path) => {
      const lesson = lessons.find(({ summary }) => summary.path === path);
      if (!lesson) throw missing(`There is no lesson ${path}.`);
      return { ...lesson.files };
    },

    appendAttempt: async (attempt) => {
      if (!attempts.some(({ id }) => id === attempt.id)) attempts.push(attempt);
    },
    listAttempts: async (lesson) => attempts.filter((attempt) => attempt.lesson === lesson),

    readSettings: async () => settings,
    writeSettings: async (changed) => void (settings = changed),

    listPorts: options.listPorts ?? (async () => options.ports ?? []),
    openExternal: async (address) => options.openExternal?.(address),
    log: async (level, message) => options.log?.(level, message),
  });
}

function summaryOf({ files: _files, ...summary }: Project): ProjectSummary {
  return summary;
}

function missing(message: string): PinlabError<HostErrorCode> {
  return new PinlabError('not-found', message);
}
