/** The palette: every preset builds, every block is offered, levels, lessons and searching, names of the program. */

import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { families } from '../definitions/index.ts';
import { en } from '../messages/en.ts';
import { registerBlocks } from '../register.ts';
import { suggestName } from '../suggestions.ts';
import { blockWords } from './block-words.ts';
import { CATEGORIES } from './categories.ts';
import { type Category, fill, LEVELS, type Preset } from './entry.ts';
import { growingPresets } from './growing.ts';
import { findEntries } from './search.ts';
import { categoriesOf, PALETTE_NAMES } from './view.ts';

beforeAll(() => registerBlocks());

function build(preset: Preset): { workspace: Blockly.Workspace; block: Blockly.Block } {
  const workspace = new Blockly.Workspace();
  const block = Blockly.serialization.blocks.append(structuredClone(preset) as never, workspace);
  return { workspace, block };
}

const empty = new Blockly.Workspace();
const presetsOf = (category: Category, workspace: Blockly.Workspace = empty): Preset[] => [
  ...category.entries.map(({ template }) => fill(template, (kind) => suggestName(workspace, kind))),
  ...growingPresets(category, workspace),
];
const presets = CATEGORIES.flatMap((category) => presetsOf(category));
const category = (id: string): Category => {
  const found = CATEGORIES.find((each) => each.id === id);
  if (!found) throw new Error(`no category ${id}`);
  return found;
};

describe('the presets', () => {
  it.each(presets.map((preset) => [preset.type, preset] as const))(
    'build %s as declared',
    (_type, preset) => {
      const { block } = build(preset);
      const saved = Blockly.serialization.blocks.save(block, { addInputBlocks: true });
      expect(Object.keys(saved?.inputs ?? {}).sort()).toEqual(Object.keys(preset.inputs ?? {}).sort());
      expect(saved?.fields ?? {}).toMatchObject(preset.fields ?? {});
    },
  );

  it('offer every block that a learner can use', () => {
    const offered = JSON.stringify(presets);
    const missing = families
      .flatMap(({ blocks }) => blocks.map(({ type }) => type))
      .filter((type) => !offered.includes(`"type":"${type}"`) && !/^(program|unknown_.*)$/.test(type));
    expect(missing).toEqual([]);
  });

  it('propose the names that the program uses', () => {
    const { workspace } = build({
      type: 'assign',
      fields: { NAME: 'water_pump' },
      inputs: { VALUE: { block: { type: 'pin_new', fields: { MODE: 'OUT' } } } },
    });
    const turn = presetsOf(category('pins'), workspace).find(({ type }) => type === 'pin_turn');
    expect(turn?.inputs?.['PIN']?.shadow?.fields).toEqual({ NAME: 'water_pump' });
  });

  it('offer each function of the program with its inputs', () => {
    const { workspace } = build({ type: 'def', fields: { NAME: 'mix', PARAMS: 'a, b' } });
    const call = growingPresets(category('functions'), workspace).find(({ type }) => type === 'call');
    expect(call).toMatchObject({ fields: { NAME: 'mix' }, extraState: { args: ['', ''] } });
    expect(call?.inputs?.['ITEM1']?.shadow?.fields).toEqual({ NAME: 'b' });
  });
});

describe('what is offered', () => {
  const about = (view: Parameters<typeof categoriesOf>[0]): string[] =>
    categoriesOf(view).flatMap(({ entries }) => entries.map((entry) => entry.about));

  it('grows from level to level', () => {
    const counts = LEVELS.map((level) => about({ level }).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(LEVELS.length);
    expect(about({ level: 'everything' })).toHaveLength(CATEGORIES.flatMap(({ entries }) => entries).length);
  });

  it('is what a lesson names: blocks, categories, levels', () => {
    const level = 'first-steps';
    expect(new Set(about({ level, only: ['sleep', 'while'] }))).toEqual(new Set(['sleep', 'while']));
    expect(categoriesOf({ level, only: ['time'] }).map(({ id }) => id)).toEqual(['time']);
    expect(about({ level: 'everything', only: ['first-steps'] })).toEqual(about({ level: 'first-steps' }));
  });

  it('has names that mean one thing each', () => {
    expect(new Set(PALETTE_NAMES).size).toBe(PALETTE_NAMES.length);
  });
});

describe('searching', () => {
  const source = { wordsOf: blockWords, nameOf: ({ name }: Category) => en[name] };
  const find = (query: string): string[] =>
    findEntries(CATEGORIES, query, source).map((entry) => entry.about);

  it('finds by words on the block, best first', () => {
    expect(find('wait')[0]).toMatch(/^sleep/);
    expect(find('WAIT seconds')[0]).toBe('sleep');
    expect(find('toggle')[0]).toBe('pin_toggle');
  });

  it('finds the preset with the choice that is searched for', () => {
    const [found] = findEntries(CATEGORIES, 'turn off', source);
    expect(found?.template.fields).toEqual({ STATE: 'off' });
  });

  it('finds by the Python name, whole or begun', () => {
    expect(find('sleep_ms')[0]).toBe('sleep_ms');
    expect(find('sleep m')).toContain('sleep_ms');
    expect(find('compare')[0]).toBe('compare');
  });

  it('finds by category', () => {
    const found = find(en.CATEGORY_MOVEMENT);
    expect(found).toEqual(expect.arrayContaining(category('movement').entries.map((entry) => entry.about)));
  });

  it('finds nothing for nothing, and nothing where one word is unknown', () => {
    expect(find('  ')).toEqual([]);
    expect(find('wait zebra')).toEqual([]);
  });

  it('does not care about accents', () => {
    const french = { ...source, wordsOf: () => ({ label: 'durée', python: '', tooltip: '' }) };
    expect(findEntries([category('time')], 'duree', french)).not.toEqual([]);
  });
});
