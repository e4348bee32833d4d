/** Puts projects into a data folder before the app starts, through the same service that the app stores them with. */

import { fileURLToPath } from 'node:url';
import { createFileHost } from '#electron/main/services/file-host.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';

export const LESSONS = fileURLToPath(new URL('../../lessons/curricula/', import.meta.url));

export interface StoredProject {
  readonly id?: string;
  readonly name: string;
  readonly program: string;
  /** A wiring, or the text of a diagram.json that need not be right. Absent: an empty bench. */
  readonly diagram?: Diagram | string;
  /** Further files, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

const PROJECT_ID = 'journey';

export async function storeProject(dataFolder: string, project: StoredProject): Promise<void> {
  const { id = PROJECT_ID, name, program, diagram, files: more } = project;
  const wiring = typeof diagram === 'string' ? diagram : diagram && JSON.stringify(diagram);
  const files = { ...more, 'main.py': program, ...(wiring === undefined ? {} : { 'diagram.json': wiring }) };
  await createFileHost({ dataDir: dataFolder, lessonsDir: LESSONS }).saveProject({
    id,
    name,
    files,
  });
}

/** The program as it lies on the disk. */
export async function storedProgram(dataFolder: string, id = PROJECT_ID): Promise<string | undefined> {
  const { files } = await createFileHost({ dataDir: dataFolder, lessonsDir: LESSONS }).readProject(id);
  return files['main.py'];
}
