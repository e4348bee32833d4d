import { describe, expect, it } from 'vitest';
import { migrateDiagram } from './migrate.ts';

describe('migrateDiagram', () => {
  it('leaves the present version as it is', () => {
    const data = { version: 1, board: 'pico' };
    expect(migrateDiagram(data)).toEqual({ data });
  });

  it('goes through every version in between', () => {
    const steps = {
      1: (data: Readonly<Record<string, unknown>>) => ({ board: data['mcu'] }),
      2: (data: Readonly<Record<string, unknown>>) => ({ ...data, parts: [] }),
    };
    expect(migrateDiagram({ version: 1, mcu: 'pico' }, steps, 3)).toEqual({
      data: { version: 3, board: 'pico', parts: [] },
    });
  });

  it.each([
    [{}, 'missing-version'],
    [{ version: 'one' }, 'bad-version'],
    [{ version: 0 }, 'bad-version'],
    [{ version: 1.5 }, 'bad-version'],
    [{ version: 2 }, 'newer-version'],
  ])('refuses %j', (data, code) => {
    expect(migrateDiagram(data)).toMatchObject({ error: { code } });
  });

  it('says so where a step is missing', () => {
    expect(migrateDiagram({ version: 1 }, {}, 2)).toMatchObject({ error: { code: 'bad-version' } });
  });
});
