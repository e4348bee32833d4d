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

interface Curriculum {
  readonly title: string;
  /** Unit's folder to its title. */
  readonly units: ReadonlyMap<string, string>;
  /** `<unit>/<lesson>`. */
  readonly order: readonly string[];
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

  async function readCurriculum(name: string): Promise<Curriculum> {
    const file = `${name}/curriculum.yaml`;
    const text = await readTextIfPresent(fs, join(folder, file));
    const { curriculum, problems } = parseCurriculum(text, name, file);
    for (const problem of problems) warn(formatProblem(problem));
    return curriculum;
  }

  async function placesIn(curriculum: string, order: readonly string[]): Promise<readonly LessonPlace[]> {
    const places: LessonPlace[] = [];
    for (const unit of await slugFolders(join(folder, curriculum))) {
      for (const lesson of await slugFolders(join(folder, curriculum, unit))) {
        places.push({ curriculum, unit, lesson });
      }
    }
    return inOrder(places, order);
  }

  async function summaryOf(place: LessonPlace, titles: Curriculum): Promise<LessonSummary | undefined> {
    const path = `${place.curriculum}/${place.unit}/${place.lesson}`;
    const text = await readTextIfPresent(fs, join(folder, path, 'lesson.md'));
    if (text === undefined) return undefined;
    const { summary, problems } = parseSummary(text, path, place, titles);
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
          const titles = await readCurriculum(curriculum);
          for (const place of await placesIn(curriculum, titles.order)) {
            const summary = await summaryOf(place, titles);
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
  { unit, lesson }: LessonPlace,
  titles: Curriculum,
): { readonly summary: LessonSummary; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { frontMatter, frontMatterLine } = cutLessonText(text);
  const source = { file: `${path}/lesson.md`, firstLine: frontMatterLine, what: 'This lesson' };
  const fields = Fields.parse(frontMatter ?? '', source, problems);
  const summary = {
    path,
    title: fields?.requiredText('title') ?? lesson,
    summary: fields?.text('summary') ?? '',
    curriculum: titles.title,
    unit: titles.units.get(unit) ?? unit,
    minutes: fields?.number('minutes') ?? 0,
  };
  return { summary, problems };
}

/** A curriculum of which there is no file, or no readable one, is called like its folder. */
function parseCurriculum(
  text: string | undefined,
  name: string,
  file: string,
): { readonly curriculum: Curriculum; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fields =
    text === undefined
      ? undefined
      : Fields.parse(text, { file, firstLine: 1, what: 'This curriculum' }, problems);
  const units = new Map<string, string>();
  const order = (fields?.list('units', 'This unit') ?? []).flatMap((unit) => {
    const id = unit.requiredText('id');
    const title = unit.text('title');
    if (id !== undefined && title !== undefined) units.set(id, title);
    return unit.texts('lessons').map((lesson) => `${id}/${lesson}`);
  });
  return { curriculum: { title: fields?.text('title') ?? name, units, order }, problems };
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
