/** Every block has its help: what it does, its Python, an example, what goes wrong. */

import { describe, expect, it } from 'vitest';
import { families } from '../definitions/index.ts';
import { parseModule } from '../python/parse-module.ts';
import { CATEGORIES } from '../toolbox/categories.ts';
import { helpFor, readHelpPage } from './help-pages.ts';

const PAGES = import.meta.glob<string>('../../../docs/blocks-help/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const types = families.flatMap(({ blocks }) => blocks.map(({ type }) => type));
const known = types.filter((type) => !type.startsWith('unknown_'));
const sections = Object.values(PAGES).flatMap((text) => readHelpPage(text).sections);

describe('the help of the blocks', () => {
  it('has one section a block, and none for blocks that do not exist', () => {
    expect(sections.map(({ type }) => type).sort()).toEqual([...known].sort());
  });

  it('has a page a category', () => {
    const names = Object.keys(PAGES).map((path) => path.split('/').at(-1)?.replace('.md', ''));
    expect(names.sort()).toEqual(CATEGORIES.map(({ id }) => id).sort());
  });

  it.each(sections.map((section) => [section.type, section.markdown] as const))(
    'tells of %s what it does, its Python, an example and what goes wrong',
    (_type, markdown) => {
      expect(markdown).toMatch(
        /^[\w`][^]+\*\*In Python\*\*[^]+\*\*Example\*\*[^]+\*\*What goes wrong\*\*: \S/,
      );
      const example = /\*\*Example\*\*\n\n```python\n([^]*?)```/.exec(markdown)?.[1] ?? '';
      expect(parseModule(example).ok, example).toBe(true);
    },
  );

  it('is found by the block', async () => {
    const found = await helpFor('sleep');
    expect(found?.page).toBe('Waiting & time');
    expect(found?.section.title).toBe('wait so many seconds');
    expect(found?.others.map(({ type }) => type)).toContain('ticks_ms');
    expect(await helpFor('laser_fire')).toBeUndefined();
  });
});
