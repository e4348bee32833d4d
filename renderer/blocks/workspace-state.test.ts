import { describe, expect, it } from 'vitest';
import { readDrafts, readWorkspace, writeDrafts, writeWorkspace } from './workspace-state.ts';

const wrap = (...blocks: object[]): string => JSON.stringify({ blocks: { languageVersion: 0, blocks } });

describe('reading a saved workspace', () => {
  it.each([undefined, '', '{}'])('takes %o as an empty program', (json) => {
    const result = readWorkspace(json);
    expect(result.ok && result.state.blocks.blocks.map(({ type }) => type)).toEqual(['program']);
  });

  it.each([
    ['{nope', 'not valid JSON'],
    ['[]', 'no list of blocks'],
    ['{"blocks":{"blocks":[{"id":"a"}]}}', 'no list of blocks'],
    ['null', 'no list of blocks'],
  ])('says what is wrong with %s', (json, reason) => {
    const result = readWorkspace(json);
    expect(result.ok ? '' : result.reason).toContain(reason);
  });

  it('names unknown blocks and gives them back as they came', () => {
    const laser = {
      type: 'laser',
      id: 'l',
      extraState: { power: 3 },
      inputs: { AIM: { block: { type: 'turret', id: 't' } } },
    };
    const json = wrap({
      type: 'program',
      id: 'p',
      x: 1,
      y: 2,
      next: {
        block: {
          type: 'forever',
          id: 'f',
          inputs: { DO: { block: { ...laser, next: { block: { type: 'print', id: 'q', inputs: {} } } } } },
        },
      },
    });
    const result = readWorkspace(json);
    if (!result.ok) throw new Error(result.reason);
    expect(result.unknown).toEqual(['laser']);
    expect(JSON.stringify(result.state)).toContain('unknown_statement');
    expect(JSON.parse(writeWorkspace(result.state))).toEqual(JSON.parse(json));
  });

  it('hangs all stacks below one program block where there is none, top to bottom', () => {
    const result = readWorkspace(
      wrap(
        { type: 'print', id: 'second', x: 0, y: 90 },
        { type: 'number', id: 'loose', x: 0, y: 5 },
        { type: 'print', id: 'first', x: 0, y: 10 },
      ),
    );
    if (!result.ok) throw new Error(result.reason);
    const [program, loose] = result.state.blocks.blocks;
    expect(program?.next?.block?.id).toBe('first');
    expect(program?.next?.block?.next?.block?.id).toBe('second');
    expect(loose?.id).toBe('loose');
  });
});

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
