import { describe, expect, it } from 'vitest';
import { readWorkspace, writeWorkspace } from './workspace-state.ts';

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
