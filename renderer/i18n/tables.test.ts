import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#common/host/host.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { translateCatalog } from './catalog.ts';
import { en } from './en.ts';
import { bestLanguage, LANGUAGE_TABLE } from './languages.ts';
import type { Message, Plural } from './translate.ts';

const translations = LANGUAGES.filter((language) => language !== 'en');

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const mainText = (message: Message): string => (typeof message === 'string' ? message : message.other);

async function wordsOf(language: (typeof LANGUAGES)[number]) {
  const words = await LANGUAGE_TABLE[language].load?.();
  if (!words) throw new Error(`${language} has no tables.`);
  return words;
}

/** Every key that the catalog asks for. */
function catalogKeys(): Set<string> {
  const keys = new Set<string>();
  const recorder = new Proxy({}, { get: (_, key) => void keys.add(String(key)) });
  translateCatalog(CATALOG, recorder);
  return keys;
}

describe.each(translations)('the tables in %s', (language) => {
  it('have every message, with the placeholders of the English one', async () => {
    const messages: Readonly<Record<string, Message>> = (await wordsOf(language)).messages;
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
    const differing = Object.entries<Message>(en).filter(
      ([key, message]) =>
        `${placeholders(mainText(message))}` !== `${placeholders(mainText(messages[key] ?? ''))}`,
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('have the plural forms of their language: each that counting meets, and no other', async () => {
    const { messages } = await wordsOf(language);
    const rules = new Intl.PluralRules(LANGUAGE_TABLE[language].locale);
    const met = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    const plurals = Object.values<Message>(messages).filter(
      (message): message is Plural => typeof message !== 'string',
    );
    for (const plural of plurals) {
      const forms = Object.keys(plural);
      expect(forms).toEqual(expect.arrayContaining([...met]));
      expect(rules.resolvedOptions().pluralCategories).toEqual(expect.arrayContaining(forms));
      const allowed = placeholders(plural.other);
      for (const text of Object.values(plural))
        expect(allowed).toEqual(expect.arrayContaining(placeholders(text)));
    }
  });

  it('name every board, part and world, and nothing that is gone', async () => {
    const { catalog } = await wordsOf(language);
    const wanted = catalogKeys();
    const missing = [...wanted].filter((key) => !catalog[key]);
    const left = Object.keys(catalog).filter((key) => !wanted.has(key) && !key.includes('.option.'));
    expect({ missing, left }).toEqual({ missing: [], left: [] });
  });
});

describe('bestLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR', 'fr-CA'], 'fr'],
    [['zh-CN'], 'zh-Hans'],
    [['ar'], 'ar'],
    [['sv', 'nb'], 'en'],
    [[], 'en'],
  ])('%j is answered in %s', (wanted, language) => {
    expect(bestLanguage(wanted)).toBe(language);
  });
});
