import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#common/host/host.ts';
import { en, type MessageKey } from './en.ts';
import { loadBlockWords } from './languages.ts';

/** Python that is written the same in every language. */
const CODE: ReadonlySet<string> = new Set<MessageKey>([
  'AWAIT',
  'CATEGORY_CODE',
  'CLASS',
  'COMPREHENSION_FOR',
  'COMPREHENSION_IF',
  'COMPREHENSION_IN',
  'CONSTANT_FALSE',
  'CONSTANT_NONE',
  'CONSTANT_TRUE',
  'DEF_ASYNC',
  'FROM_IMPORT',
  'IMPORT',
  'PIN_GPIO',
  'PRINT',
  'RAISE',
  'RAW_EXPRESSION',
  'RAW_STATEMENT',
  'TRY',
  'TRY_AS',
  'TRY_EXCEPT',
  'TRY_FINALLY',
  'WITH',
  'WITH_AS',
  'YIELD',
]);

/** The places for fields and slots. */
const places = (text: string): string => [...text.matchAll(/%\d/g)].sort().join(' ');
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
    const wanted = Object.entries(en).filter(([key, text]) => hasWords(text) && !CODE.has(key));
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
