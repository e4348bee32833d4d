/** Blocks -> MicroPython: the one entry that editors, tests and tools call. */

import type { Workspace } from 'blockly/core';
import { families } from '../definitions/index.ts';
import { PythonGenerator, type PythonProgram } from './python-generator.ts';

export type { PythonProgram } from './python-generator.ts';
export { type LineRange, statementAt } from './line-map.ts';

const generator = new PythonGenerator();
for (const spec of families.flatMap(({ blocks }) => blocks)) {
  generator.forBlock[spec.type] = (block) => spec.generate(block, generator);
  generator.setLayout(spec.type, spec.layout);
}

/** The program of a workspace, which need not be visible. Blocks must have been registered (`registerBlocks`). */
export function generatePython(workspace: Workspace): PythonProgram {
  return generator.generate(workspace);
}
