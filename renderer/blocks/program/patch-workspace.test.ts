/** Patching a workspace from one program to another gives what loading the other one gives, and keeps what stays. */

import * as Blockly from 'blockly/core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from './block.ts';
import { indexBlocks } from './block-state.ts';
import { sameList } from './same.ts';
import { readProgramBlocks } from './blockly-state.ts';
import { PatchError, patchProgram } from './patch-workspace.ts';

interface ListBlock extends Blockly.Block {
  items: number;
}

const list = {
  items: 0,
  saveExtraState(this: ListBlock) {
    return { items: this.items };
  },
  loadExtraState(this: ListBlock, { items = 0 }: { items?: number }) {
    while (this.items > items) this.removeInput(`ITEM${--this.items}`);
    while (this.items < items) this.appendValueInput(`ITEM${this.items++}`);
  },
};

const field = { type: 'field_input', name: 'F' };
const row = { previousStatement: null, nextStatement: null };

beforeAll(() => {
  Blockly.Extensions.registerMutator('t_list', list);
  Blockly.defineBlocksWithJsonArray([
    { type: 'program', message0: 'program', nextStatement: null },
    { type: 'number', message0: '%1', args0: [field], output: null },
    {
      type: 't_add',
      message0: '%1 %2',
      args0: ['A', 'B'].map((name) => ({ type: 'input_value', name })),
      output: null,
    },
    { type: 't_call', message0: 'call', mutator: 't_list', ...row },
    { type: 't_set', message0: '%1 %2', args0: [field, { type: 'input_value', name: 'A' }], ...row },
    {
      type: 't_if',
      message0: '%1 %2 %3',
      args0: [
        { type: 'input_value', name: 'A' },
        { type: 'input_statement', name: 'DO' },
        { type: 'input_statement', name: 'ELSE' },
      ],
      ...row,
    },
  ]);
});

let workspace: Blockly.Workspace;
beforeEach(() => {
  workspace = new Blockly.Workspace();
  workspace.newBlock('program', 'program');
});

/** A repeatable sequence of numbers from 0 up to 1. */
function dice(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Random programs whose blocks take their ids from a common pot, so that two of them share some. */
class Programs {
  readonly #roll: () => number;
  constructor(seed: number) {
    this.#roll = dice(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#roll() * limit);
  }

  program(): Block[] {
    const used = new Set<string>();
    return this.body(used, 0, 8);
  }

  body(used: Set<string>, depth: number, most: number): Block[] {
    return Array.from({ length: this.below(most + 1) }, () => this.statement(used, depth));
  }

  id(used: Set<string>, type: string): string {
    // An id may change its type from one program to the other.
    const wanted = this.below(12) === 0 ? `any${this.below(20)}` : `${type}${this.below(60)}`;
    const id = used.has(wanted) ? `${type}x${used.size}` : wanted;
    used.add(id);
    return id;
  }

  statement(used: Set<string>, depth: number): Block {
    const type = ['t_set', 't_call', 't_if'][this.below(depth > 3 ? 2 : 3)] ?? 't_set';
    const base = { id: this.id(used, type), type, bodies: {}, fields: {}, slots: {} };
    const comment = this.below(3) === 0 ? { comment: `c${this.below(3)}` } : {};
    if (type === 't_set')
      return {
        ...base,
        fields: { F: `f${this.below(3)}` },
        slots: this.slots(used, depth, ['A']),
        ...comment,
      };
    if (type === 't_call') {
      const items = this.below(4);
      const names = Array.from({ length: items }, (_, n) => `ITEM${n}`);
      return { ...base, extra: { items }, slots: this.slots(used, depth, names), ...comment };
    }
    const bodies = { DO: this.body(used, depth + 1, 3), ELSE: this.body(used, depth + 1, 2) };
    const filled = Object.fromEntries(Object.entries(bodies).filter(([, body]) => body.length > 0));
    return { ...base, bodies: filled, slots: this.slots(used, depth, ['A']), ...comment };
  }

  slots(used: Set<string>, depth: number, names: readonly string[]): Record<string, Block> {
    return Object.fromEntries(
      names.flatMap((name) => (this.below(5) === 0 ? [] : [[name, this.value(used, depth + 1)]])),
    );
  }

  value(used: Set<string>, depth: number): Block {
    const type = depth > 4 || this.below(2) === 0 ? 'number' : 't_add';
    const base = { id: this.id(used, type), type, bodies: {}, fields: {}, slots: {} };
    if (type === 'number') return { ...base, fields: { F: String(this.below(5)) } };
    return { ...base, slots: this.slots(used, depth, ['A', 'B']) };
  }
}

const shown = (): Block[] => readProgramBlocks(workspace, new Map());
const number = (id: string, F: string): Block => ({
  id,
  type: 'number',
  fields: { F },
  slots: {},
  bodies: {},
});
const set = (id: string, F = 'x', value = number(`${id}v`, '1')): Block => ({
  id,
  type: 't_set',
  fields: { F },
  slots: { A: value },
  bodies: {},
});
const when = (id: string, ...DO: Block[]): Block => ({
  id,
  type: 't_if',
  fields: {},
  slots: {},
  bodies: { DO },
});

describe('patching', () => {
  it.each(Array.from({ length: 120 }, (_, seed) => seed))('gives what loading gives, random %i', (seed) => {
    const programs = new Programs(seed);
    let before: readonly Block[] | undefined;
    for (let step = 0; step < 4; step++) {
      const next = programs.program();
      patchProgram(workspace, next, before);
      expect(shown()).toEqual(next);
      expect(workspace.getTopBlocks(false).map(({ id }) => id)).toEqual(['program']);
      before = seed % 2 === 0 ? next : undefined;
    }
  });

  it('knows unchanged blocks as the same objects', () => {
    const program = [set('a'), when('b', set('c'))];
    patchProgram(workspace, program);
    expect(sameList(readProgramBlocks(workspace, indexBlocks(program)), program)).toBe(true);
    workspace.getBlockById('cv')?.setFieldValue('2', 'F');
    const [first, second] = readProgramBlocks(workspace, indexBlocks(program));
    expect(first).toBe(program[0]);
    expect(second?.bodies['DO']?.[0]?.slots['A']?.fields).toEqual({ F: '2' });
  });

  it('keeps the blocks that stay: wrapped, unwrapped, moved', () => {
    const [a, b, c] = [set('a'), set('b'), set('c')];
    patchProgram(workspace, [a, b, c]);
    const kept = workspace.getBlockById('b');
    kept?.setCollapsed(true);
    patchProgram(workspace, [a, when('w', b), c], [a, b, c]);
    expect(workspace.getBlockById('b')).toBe(kept);
    patchProgram(workspace, [b, a], [a, when('w', b), c]);
    expect(workspace.getBlockById('b')).toBe(kept);
    expect(kept?.isCollapsed()).toBe(true);
    expect(shown()).toEqual([b, a]);
  });

  it('does not look into blocks that are the same object', () => {
    const [a, b] = [set('a'), set('b')];
    patchProgram(workspace, [a, b]);
    workspace.getBlockById('a')?.setFieldValue('mine', 'F');
    patchProgram(workspace, [a, set('b', 'y')], [a, b]);
    expect(workspace.getBlockById('a')?.getFieldValue('F')).toBe('mine');
    patchProgram(workspace, [a, set('b', 'y')]);
    expect(workspace.getBlockById('a')?.getFieldValue('F')).toBe('x');
  });

  it('leaves drafts alone and fires nothing', async () => {
    Blockly.serialization.blocks.append({ type: 't_set', id: 'draft', x: 5, y: 5 }, workspace);
    await new Promise((done) => setTimeout(done));
    const events: string[] = [];
    workspace.addChangeListener(({ type }) => events.push(type));
    patchProgram(workspace, [set('a')]);
    patchProgram(workspace, []);
    await new Promise((done) => setTimeout(done));
    expect(
      workspace
        .getTopBlocks(false)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['draft', 'program']);
    expect(events).toEqual([]);
  });

  it.each<[string, Block]>([
    ['an unknown type', { ...set('a'), type: 'laser' }],
    ['an unknown field', { ...set('a'), fields: { NOPE: '1' } }],
    ['an unknown slot', { ...set('a'), slots: { NOPE: number('n', '1') } }],
    ['a value that a field refuses', { ...set('a'), fields: { F: 'x', G: 'y' } }],
    ['a missing field', { ...set('a'), fields: {} }],
    ['a shape that the block cannot have', { ...set('a'), extra: { items: 3 } }],
    ['a statement in a slot', { ...set('a'), slots: { A: set('b') } }],
  ])('names the block that cannot be shown: %s', (_name, block) => {
    expect(() => patchProgram(workspace, [block])).toThrow(PatchError);
    expect(Blockly.Events.isEnabled()).toBe(true);
  });

  it('takes a long program', () => {
    const program = Array.from({ length: 2000 }, (_, n) => set(`s${n}`));
    patchProgram(workspace, program);
    expect(sameList(readProgramBlocks(workspace, indexBlocks(program)), program)).toBe(true);
  });
});
