import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#common/host/host.ts';
import { en, type MessageKey } from './en.ts';
import { loadBlockWords, SAME_EVERYWHERE } from './languages.ts';

/** The places for fields and slots. */
const places = (text: string): string => [...text.matchAll(/%\d/g)].sort().join(' ');
const same: ReadonlySet<string> = new Set(SAME_EVERYWHERE);
const hasWords = (text: string): boolean => /\p{L}/u.test(text);

const translations = LANGUAGES.filter((language) => language !== 'en');

async function tableOf(language: string): Promise<Readonly<Record<string, string>>> {
  const module = (await import(`./${language}.ts`)) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  return Object.values(module)[0] ?? {};
}

describe.each(translations)('the texts of the blocks in %s', (language) => {
  it('say everything that has words, and nothing that is gone', async () => {
    const table = await tableOf(language);
    const wanted = Object.entries(en).filter(([key, text]) => hasWords(text) && !same.has(key));
    expect({
      missing: wanted.flatMap(([key]) => (table[key] ? [] : [key])),
      gone: Object.keys(table).filter((key) => !(key in en)),
    }).toEqual({ missing: [], gone: [] });
  });

  it('have a place for every field and slot', async () => {
    const { messages } = await loadBlockWords(language);
    const differing = Object.entries(en).filter(
      ([key, text]) => places(text) !== places(messages[key as MessageKey]),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('come with Blockly’s own', async () => {
    const { core } = await loadBlockWords(language);
    expect(Object.keys(core)).toContain('DELETE_BLOCK');
  });
});
