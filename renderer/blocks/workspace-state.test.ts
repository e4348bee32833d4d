import { describe, expect, it } from 'vitest';
import { readDrafts, writeDrafts } from './workspace-state.ts';

const wrap = (...blocks: object[]): string => JSON.stringify({ blocks: { languageVersion: 0, blocks } });

describe('reading drafts', () => {
  const laser = { type: 'laser', id: 'l', extraState: { power: 3 } };

  it('gives them back as they came, whether they are drawn as disabled or not', () => {
    const stack = { type: 'forever', id: 'f', x: 3, y: 4, inputs: { DO: { block: laser } } };
    const { stacks, unknown } = readDrafts(JSON.stringify([stack]));
    expect(unknown).toEqual(['laser']);
    const drawn = stacks.map((each) => ({ ...each, disabledReasons: ['ORPHANED_BLOCK'], enabled: false }));
    expect(JSON.parse(writeDrafts(drawn))).toEqual([stack]);
  });

  it('leaves the program of an older project out, but no unknown block in it', () => {
    const inProgram = {
      type: 'print',
      id: 'p',
      next: { block: { ...laser, next: { block: { type: 'print' } } } },
    };
    const draft = { type: 'sleep', id: 's', x: 90, y: 9 };
    const json = wrap({ type: 'program', next: { block: inProgram } }, draft);
    expect(JSON.parse(writeDrafts(readDrafts(json).stacks))).toEqual([draft, { ...laser, x: 24, y: 24 }]);
  });

  it('takes the stacks of a workspace without a program block for the program', () => {
    const json = wrap({ type: 'print', id: 'p' }, { type: 'number', id: 'n', x: 1, y: 1 });
    expect(readDrafts(json).stacks.map(({ id }) => id)).toEqual(['n']);
  });

  it.each(['3', 'null', '{}', '[1, {"id": "x"}]'])('takes %s for none', (json) => {
    expect(readDrafts(json)).toEqual({ stacks: [], unknown: [] });
  });
});
