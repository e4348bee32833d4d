/** Real blocks take what is read: no field, slot or shape of a program is lost or bent when a workspace shows it. */

import * as Blockly from 'blockly/core';
import { beforeAll, expect, it } from 'vitest';
import { registerBlocks } from '../register.ts';
import { indexBlocks } from './block-state.ts';
import { sameList } from './same.ts';
import { readProgramBlocks } from './blockly-state.ts';
import { patchProgram } from './patch-workspace.ts';
import { readProgram } from './read-program.ts';

const golden = import.meta.glob<string>('../golden/*.py', { query: '?raw', import: 'default', eager: true });

const ODD = {
  'inputs with defaults, stars and line breaks': 'def f(a, b=1, *c, d: int = (1, 2), **e):\n    return a\n',
  'inputs in lines': 'def f(self,\n        first, # why\n        second=None):\n    pass\n',
  'names with dots': 'display.print(utils.convert(1), port=2)\npyb.Accel()\n',
  'a class with a decorated method':
    'class A(B, metaclass=C):\n    @property\n    def x(self) -> int:\n        return 1\n',
  'numbers as written': 'x = 0x1F + 1_000 + 5.0 + 2j + 1e3\n',
  'comments behind statements': 'x = 1  # one\nif x:  # two\n    pass  # three\n',
};

beforeAll(() => registerBlocks());

it.each([...Object.entries(ODD), ...Object.entries(golden)])('%s', (_name, text) => {
  const reading = readProgram(text);
  if (!reading.ok) throw new Error(reading.reason.message);
  const { blocks } = reading.view;
  const workspace = new Blockly.Workspace();
  workspace.newBlock('program');
  patchProgram(workspace, blocks);
  expect(sameList(readProgramBlocks(workspace, indexBlocks(blocks)), blocks)).toBe(true);
});
