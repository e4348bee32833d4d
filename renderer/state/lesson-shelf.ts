/** Reads lessons from the host. Each state of a lesson's files is parsed once, however often the library and the workspace ask. */

import type { LessonFiles } from '#common/host/host.ts';
import { type LoadedLesson, loadLesson } from '#lessons/engine/load.ts';
import type { Services } from './services.ts';

export class LessonShelf {
  readonly #services: Pick<Services, 'host' | 'catalog'>;
  readonly #parsed = new Map<string, { readonly files: LessonFiles; readonly loaded: LoadedLesson }>();

  constructor(services: Pick<Services, 'host' | 'catalog'>) {
    this.#services = services;
  }

  /** The files are read each time: an author may have changed them. */
  async read(path: string): Promise<LoadedLesson> {
    const { host, catalog } = this.#services;
    const files = await host.readLesson(path);
    const known = this.#parsed.get(path);
    if (known && areEqual(known.files, files)) return known.loaded;
    const loaded = loadLesson(files, { path, catalog });
    this.#parsed.set(path, { files, loaded });
    return loaded;
  }
}

function areEqual(a: LessonFiles, b: LessonFiles): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
