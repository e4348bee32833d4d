/** Saved workspaces read without Blockly say what Blockly's own reading says, and name what they cannot say. */

import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerBlocks } from '../register.ts';
import { indexBlocks, type BlockState } from './block-state.ts';
import { sameList } from './same.ts';
import { readProgramBlocks } from './blockly-state.ts';
import { patchProgram } from './patch-workspace.ts';
import { readProgram } from './read-program.ts';
import { readSavedProgram } from './saved-program.ts';

const PROGRAM = `from machine import Pin, PWM
import time

led = Pin(25, Pin.OUT)  # the lamp

def blink(times, wait):
    """Blinks."""
    for _ in range(times):
        led.toggle()
        time.sleep(wait)

if led.value() and not 0 < times <= 3:
    blink(2, wait=1.5)
elif led:
    pass
else:
    print(f'{led} {1:02d}', end='')
try:
    values = [x ** 2 for x in (1, 2.0, 0x1F) if x]
except (OSError, ValueError) as error:
    raise
finally:
    #tight
    del values[0]
`;

beforeAll(() => registerBlocks());

function viewOf(text: string) {
  const reading = readProgram(text);
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.view;
}

const saved = (...blocks: BlockState[]): unknown => ({ blocks: { languageVersion: 0, blocks } });
const number = (id: string, NUMBER: unknown): BlockState => ({ type: 'number', id, fields: { NUMBER } });
const print = (id: string, ...values: BlockState[]): BlockState => ({
  type: 'print',
  id,
  extraState: { args: values.map(() => '') },
  inputs: Object.fromEntries(values.map((block, index) => [`ITEM${index}`, { block }])),
});
const below = (first: BlockState, ...rest: BlockState[]): BlockState => {
  const [second, ...others] = rest;
  return second ? { ...first, next: { block: below(second, ...others) } } : first;
};

describe('readSavedProgram', () => {
  it('reads what Blockly saves as Blockly reads it', () => {
    const { blocks } = viewOf(PROGRAM);
    const workspace = new Blockly.Workspace();
    workspace.newBlock('program', 'program');
    patchProgram(workspace, blocks);
    const read = readSavedProgram(Blockly.serialization.workspaces.save(workspace));
    expect(read).toEqual({ blocks: readProgramBlocks(workspace, new Map()), drafts: [], leftOut: [] });
  });

  it('gives back the very blocks that are known', () => {
    const { blocks } = viewOf('x = 1\n');
    const workspace = new Blockly.Workspace();
    workspace.newBlock('program', 'program');
    patchProgram(workspace, blocks);
    const state = Blockly.serialization.workspaces.save(workspace);
    expect(sameList(readSavedProgram(state, indexBlocks(blocks))?.blocks ?? [], blocks)).toBe(true);
    workspace
      .getAllBlocks(false)
      .find(({ type }) => type === 'number')
      ?.setFieldValue('2', 'NUMBER');
    const edited = Blockly.serialization.workspaces.save(workspace);
    expect(sameList(readSavedProgram(edited, indexBlocks(blocks))?.blocks ?? [], blocks)).toBe(false);
  });

  it('names drafts and what cannot be there, and keeps the rest', () => {
    const program = below(
      { type: 'program' },
      print('a', { type: 'laser', id: 'b' }),
      { type: 'laser_fire', id: 'c', inputs: { TARGET: { block: number('d', '1') } } },
      { ...number('e', '1') },
      {
        ...print('f', number('g', '7')),
        inputs: { NOPE: { block: number('h', '1') }, ITEM0: { block: number('g', 7) } },
      },
      { type: 'return', id: 'i', fields: { NOPE: 'x' } },
    );
    const read = readSavedProgram(saved(program, print('draft')));
    expect(read?.blocks.map(({ id }) => id)).toEqual(['a', 'f', 'i']);
    expect(read?.blocks[1]?.slots['ITEM0']?.fields).toEqual({ NUMBER: '7' });
    expect(read?.drafts).toEqual([{ type: 'print', id: 'draft' }]);
    expect(read?.leftOut).toEqual([
      { what: 'unknown-block', block: { type: 'laser', id: 'b' } },
      { what: 'unknown-block', block: { type: 'laser_fire', id: 'c' } },
      { what: 'misplaced-block', block: { type: 'number', id: 'e' } },
      { what: 'unknown-slot', block: { type: 'print', id: 'f' }, name: 'NOPE' },
      { what: 'unknown-field', block: { type: 'return', id: 'i' }, name: 'NOPE' },
    ]);
  });

  it('takes stacks without a first block from top to bottom, and values as drafts', () => {
    const read = readSavedProgram(
      saved({ ...print('low'), y: 90 }, { ...number('v', '1'), y: 5 }, { ...print('high'), y: 10 }),
    );
    expect(read?.blocks.map(({ id }) => id)).toEqual(['high', 'low']);
    expect(read?.drafts).toEqual([{ type: 'number', id: 'v' }]);
  });

  it('fills missing fields, and tells blocks of one id apart', () => {
    const read = readSavedProgram(saved(below({ type: 'program' }, { type: 'assign', id: 'a' }, print('a'))));
    expect(read?.blocks.map(({ id }) => id)).toEqual(['a', "a'"]);
    expect(read?.blocks[0]?.fields['NAME']).toMatch(/^\w+$/);
  });

  it.each([[null], [[]], [{}], [{ blocks: [] }], [{ blocks: { blocks: 1 } }]])(
    'knows that %j is no workspace',
    (data) => {
      expect(readSavedProgram(data)).toBeUndefined();
    },
  );
});
