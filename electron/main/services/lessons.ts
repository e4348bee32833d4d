/**
 * The lessons on the disk: `<folder>/<curriculum>/<unit>/<lesson>/lesson.md`, in the order that each curriculum.yaml gives.
 * It reads titles for the library only; what a lesson means is for the lesson engine.
 */

import type { Dirent } from 'node:fs';
import { join } from 'node:path';

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { formatProblem, type Problem } from '#common/errors/problem.ts';
import type { Host, HostErrorCode, LessonFiles, LessonSummary } from '#common/host/host.ts';
import { Fields } from '#lessons/engine/fields.ts';
import { cutLessonText } from '#lessons/engine/lesson-text.ts';

import { errorCode, type FileSystem, readTextIfPresent } from './file-system.ts';
import { orStorageError } from './storage-error.ts';

export type LessonLibrary = Pick<Host, 'listLessons' | 'readLesson'>;

export interface LessonLibraryOptions {
  readonly fs: FileSystem;
  /** Holds one folder a curriculum. */
  readonly folder: string;
  /** Hears about files that cannot be read as they should. */
  readonly warn: (message: string) => void;
}

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

interface LessonPlace {
  readonly curriculum: string;
  readonly unit: string;
  readonly lesson: string;
}

export function createLessonLibrary({ fs, folder, warn }: LessonLibraryOptions): LessonLibrary {
  async function folderEntries(path: string): Promise<readonly Dirent[]> {
    try {
      const entries = await fs.readdir(path, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function slugFolders(path: string): Promise<readonly string[]> {
    const entries = await folderEntries(path);
    return entries.filter((entry) => entry.isDirectory() && SLUG.test(entry.name)).map(({ name }) => name);
  }

  async function orderOf(curriculum: string): Promise<readonly string[]> {
    const file = `${curriculum}/curriculum.yaml`;
    const text = await readTextIfPresent(fs, join(folder, file));
    if (text === undefined) return [];
    const { order, problems } = parseCurriculum(text, file);
    for (const problem of problems) warn(formatProblem(problem));
    return order;
  }

  async function placesIn(curriculum: string): Promise<readonly LessonPlace[]> {
    const places: LessonPlace[] = [];
    for (const unit of await slugFolders(join(folder, curriculum))) {
      for (const lesson of await slugFolders(join(folder, curriculum, unit))) {
        places.push({ curriculum, unit, lesson });
      }
    }
    const order = await orderOf(curriculum);
    return inOrder(places, order);
  }

  async function summaryOf(place: LessonPlace): Promise<LessonSummary | undefined> {
    const path = `${place.curriculum}/${place.unit}/${place.lesson}`;
    const text = await readTextIfPresent(fs, join(folder, path, 'lesson.md'));
    if (text === undefined) return undefined;
    const { summary, problems } = parseSummary(text, path, place);
    for (const problem of problems) warn(formatProblem(problem));
    return summary;
  }

  async function readFolder(path: string, prefix: string, files: Record<string, string>): Promise<void> {
    for (const entry of await folderEntries(path)) {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) await readFolder(join(path, entry.name), `${name}/`, files);
      if (!entry.isFile()) continue;
      const text = textOf(await fs.readFile(join(path, entry.name)));
      if (text !== undefined) files[name] = text;
    }
  }

  return {
    listLessons: () =>
      orStorageError('list the lessons', folder, async () => {
        const summaries: LessonSummary[] = [];
        for (const curriculum of await slugFolders(folder)) {
          for (const place of await placesIn(curriculum)) {
            const summary = await summaryOf(place);
            if (summary) summaries.push(summary);
          }
        }
        return summaries;
      }),

    readLesson: (path) =>
      orStorageError(`read the lesson ${path}`, folder, async (): Promise<LessonFiles> => {
        const files: Record<string, string> = {};
        await readFolder(join(folder, path), '', files);
        if (files['lesson.md'] !== undefined) return files;
        throw new PinlabError<HostErrorCode>('not-found', `There is no lesson ${path}.`);
      }),
  };
}

/** A lesson whose front matter is broken is listed under its folder's name: opening it shows what is wrong. */
function parseSummary(
  text: string,
  path: string,
  { curriculum, unit, lesson }: LessonPlace,
): { readonly summary: LessonSummary; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { frontMatter, frontMatterLine } = cutLessonText(text);
  const source = { file: `${path}/lesson.md`, firstLine: frontMatterLine, what: 'This lesson' };
  const fields = Fields.parse(frontMatter ?? '', source, problems);
  const summary = {
    path,
    title: fields?.requiredText('title') ?? lesson,
    summary: fields?.text('summary') ?? '',
    curriculum,
    unit,
    minutes: fields?.number('minutes') ?? 0,
  };
  return { summary, problems };
}

/** `<unit>/<lesson>` in the order of curriculum.yaml. */
function parseCurriculum(
  text: string,
  file: string,
): { readonly order: readonly string[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fields = Fields.parse(text, { file, firstLine: 1, what: 'This curriculum' }, problems);
  const order = (fields?.list('units', 'This unit') ?? []).flatMap((unit) => {
    const id = unit.requiredText('id');
    return unit.texts('lessons').map((lesson) => `${id}/${lesson}`);
  });
  return { order, problems };
}

/** Listed lessons first; lessons that nobody listed follow by name. */
function inOrder(places: readonly LessonPlace[], order: readonly string[]): readonly LessonPlace[] {
  const rank = ({ unit, lesson }: LessonPlace): number => {
    const index = order.indexOf(`${unit}/${lesson}`);
    return index < 0 ? order.length : index;
  };
  return [...places].sort((a, b) => rank(a) - rank(b));
}

/** Undefined for pictures and other binary files. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
