/**
 * Golden programs: what is read from golden/*.py are the blocks in golden/*.json, and these give the text back. After a change that
 * is meant, `npx vitest run renderer/blocks/golden.test.ts --update` writes the blocks anew.
 */

import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BlockFamily } from './block-spec.ts';
import { code } from './definitions/code.ts';
import { control } from './definitions/control.ts';
import { data } from './definitions/data.ts';
import { functions } from './definitions/functions.ts';
import { math } from './definitions/math.ts';
import { output } from './definitions/output.ts';
import { variables } from './definitions/variables.ts';
import type { Block, ProgramView } from './program/block.ts';
import { toStackState } from './program/block-state.ts';
import { readProgramBlocks } from './program/blockly-state.ts';
import { PROGRAM_TYPE } from './definitions/program.ts';
import { readProgram } from './program/read-program.ts';
import { isDeepSame } from './program/same.ts';
import { writeProgram } from './program/write-program.ts';
import { registerBlocks } from './register.ts';

const texts = import.meta.glob<string>('./golden/*.py', { query: '?raw', import: 'default', eager: true });
const names = Object.keys(texts).map((path) => path.slice('./golden/'.length, -'.py'.length));
const text = (name: string): string => texts[`./golden/${name}.py`] ?? '';

/** Blocks of Python itself. Those of the hardware and its libraries have a table of their own. */
const GENERAL: readonly BlockFamily[] = [code, control, data, functions, math, output, variables];
/** Stand-ins that no text is read as. */
const STAND_IN = /^(unknown|raw)_/;

function read(name: string): ProgramView {
  const result = readProgram(text(name));
  if (!result.ok) throw new Error(`${name}, line ${result.reason.line}: ${result.reason.message}`);
  return result.view;
}

/** Without ids, and without what is empty. */
function compact({ type, fields, extra, slots, bodies, comment }: Block): object {
  const filled = (record: object): boolean => Object.keys(record).length > 0;
  const mapped = <Value>(record: Readonly<Record<string, Value>>, map: (value: Value) => unknown): object =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
  return {
    type,
    ...(filled(fields) ? { fields } : {}),
    ...(extra && filled(extra) ? { extra } : {}),
    ...(filled(slots) ? { slots: mapped(slots, compact) } : {}),
    ...(filled(bodies) ? { bodies: mapped(bodies, (row) => row.map(compact)) } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

function typesIn(block: Block): string[] {
  const inside = [...Object.values(block.slots), ...Object.values(block.bodies).flat()];
  return [block.type, ...inside.flatMap(typesIn)];
}

beforeAll(() => registerBlocks());

describe.each(names)('golden %s', (name) => {
  it('is read as these blocks', async () => {
    const rows = read(name).blocks.map((block) => JSON.stringify(compact(block)));
    await expect(`[\n${rows.join(',\n')}\n]\n`).toMatchFileSnapshot(`./golden/${name}.json`);
  });

  it('comes back byte for byte', () => {
    const view = read(name);
    expect(writeProgram(view, view.blocks).text).toBe(text(name));
  });

  // `layout` is odd on purpose: written anew, it is tidy.
  it('is what a teacher would write, also where nothing is kept', () => {
    const view = read(name);
    const { text: fresh } = writeProgram(view, view.blocks, { fresh: true });
    if (name === 'layout') expect(fresh).not.toBe(text(name));
    else expect(fresh).toBe(text(name));
  });

  it('is drawn by Blockly, and read from there', () => {
    const view = read(name);
    const workspace = new Blockly.Workspace();
    const stack = toStackState(view.blocks);
    const state = { type: PROGRAM_TYPE, ...(stack ? { next: { block: stack } } : {}) };
    Blockly.serialization.blocks.append(state, workspace);
    const back = readProgramBlocks(workspace, new Map());
    expect(back.map(compact)).toEqual(view.blocks.map(compact));
    expect(back.every((block, index) => isDeepSame(block, view.blocks[index] as Block))).toBe(true);
    expect(writeProgram(view, back).text).toBe(text(name));
  });
});

it('every block of Python itself is in a golden program', () => {
  const all = new Set(names.flatMap((name) => read(name).blocks.flatMap(typesIn)));
  const types = GENERAL.flatMap((family) => family.blocks.map(({ type }) => type));
  expect(types.filter((type) => !STAND_IN.test(type) && !all.has(type))).toEqual([]);
});
