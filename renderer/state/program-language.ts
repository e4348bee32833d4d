/** What reads and writes programs. It knows every block, so that it is fetched once a program is shown. */

import type { ProgramLanguage } from './program-reader.svelte.ts';

export async function loadProgramLanguage(): Promise<ProgramLanguage> {
  const [{ readProgram }, { applyBlocks }] = await Promise.all([
    import('../blocks/program/read-program.ts'),
    import('../blocks/program/apply-blocks.ts'),
  ]);
  return { read: readProgram, apply: applyBlocks };
}
