/** Finds a lesson by its path in the library or by its folder, and reads it whole. */

import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { formatProblem } from '#common/errors/problem.ts';
import { createLessonLibrary } from '#electron/main/services/lessons.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import type { Lesson } from '#lessons/engine/lesson.ts';
import { loadLesson } from '#lessons/engine/load.ts';
import { PALETTE_NAMES } from '#renderer/blocks/toolbox/view.ts';
import { InputError, inputError } from '../input-error.ts';
import { PLACES } from '../places.ts';
import type { Terminal } from '../terminal.ts';

/** A lesson's path has three pieces: curriculum, unit, lesson. */
const PIECES = 3;

/** Throws an InputError with every mistake that makes the lesson unusable; says warnings on standard error. */
export async function findLesson(name: string, terminal: Terminal): Promise<Lesson> {
  const folder = [resolve(terminal.folder, name), join(PLACES.lessonsDir, name)].find((candidate) =>
    existsSync(join(candidate, 'lesson.md')),
  );
  if (folder === undefined) {
    const fix = 'Name its folder, or its path such as greenhouse/first-steps/first-greenhouse.';
    throw inputError({
      code: 'unknown-lesson',
      message: 'There is no lesson here.',
      fix,
      where: { file: name },
    });
  }
  const warn = (message: string): void => terminal.err(`${message}\n`);
  const library = createLessonLibrary({ fs, folder: dirname(folder), warn });
  const path = folder.split(sep).slice(-PIECES).join('/');
  const { lesson, problems } = loadLesson(await library.readLesson(basename(folder)), {
    path,
    catalog: CATALOG,
    blockNames: PALETTE_NAMES,
  });
  const located = problems.map(({ where, ...problem }) => ({
    ...problem,
    where: { ...where, file: join(name, where?.file ?? '') },
  }));
  if (!lesson) throw new InputError(located.filter(({ severity }) => severity === 'error'));
  for (const problem of located) warn(formatProblem(problem));
  return lesson;
}

/** Paths of all lessons of this Pinlab, in the order of the library. */
export async function allLessons(terminal: Terminal): Promise<readonly string[]> {
  const warn = (message: string): void => terminal.err(`${message}\n`);
  const lessons = await createLessonLibrary({ fs, folder: PLACES.lessonsDir, warn }).listLessons();
  return lessons.map(({ path }) => path);
}
