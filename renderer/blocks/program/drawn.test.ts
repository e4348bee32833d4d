/** Every program can be drawn: Blockly builds its blocks, and they are the same when they are read from there. */

import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_TYPE } from '../definitions/program.ts';
import { registerBlocks } from '../register.ts';
import { toStackState } from './block-state.ts';
import { readProgramBlocks } from './blockly-state.ts';
import { randomProgram } from './random-program.ts';
import { readProgram } from './read-program.ts';
import { isDeepSame } from './same.ts';

const shipped = import.meta.glob<string>(['/lessons/curricula/**/*.py', '/renderer/blocks/golden/*.py'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const programs: [string, string][] = [
  ...Object.entries(shipped),
  ...Array.from({ length: 20 }, (_, seed): [string, string] => [`random ${seed}`, randomProgram(seed, 6)]),
];

beforeAll(() => registerBlocks());

describe('drawn', () => {
  it.each(programs)('%s', (_name, text) => {
    const result = readProgram(text);
    if (!result.ok) throw new Error(`line ${result.reason.line}: ${result.reason.message}`);
    const { blocks } = result.view;
    const workspace = new Blockly.Workspace();
    const stack = toStackState(blocks);
    const state = { type: PROGRAM_TYPE, ...(stack ? { next: { block: stack } } : {}) };
    Blockly.serialization.blocks.append(state, workspace);
    const back = readProgramBlocks(workspace, new Map());
    const differing = back.filter((block, index) => {
      const wanted = blocks[index];
      return !wanted || !isDeepSame(block, wanted);
    });
    expect(differing).toEqual([]);
    expect(back.length).toBe(blocks.length);
  });
});
