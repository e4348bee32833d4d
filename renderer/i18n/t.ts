/**
 * The language in force and what is said in it. Whoever changes the language draws the page anew (App.svelte), so that
 * nothing here has to be reactive. Knows no DOM.
 */

import type { Language } from '#common/host/host.ts';
import { en } from './en.ts';
import { type Direction, LANGUAGE_TABLE, type LanguageEntry } from './languages.ts';
import { createTranslate, type Translate } from './translate.ts';
import type { CatalogWords } from './words.ts';

export type { MessageKey } from './words.ts';

interface Speech {
  readonly language: Language;
  readonly entry: LanguageEntry;
  readonly translate: Translate<typeof en>;
  readonly catalog: CatalogWords;
}

let current: Speech = {
  language: 'en',
  entry: LANGUAGE_TABLE.en,
  translate: createTranslate(en, LANGUAGE_TABLE.en.locale),
  catalog: {},
};

/** Puts a language in force. Where its tables cannot be fetched it rejects, and the language from before stays. */
export async function useLanguage(language: Language): Promise<void> {
  const entry = LANGUAGE_TABLE[language];
  const words = await entry.load?.();
  current = {
    language,
    entry,
    translate: createTranslate(en, entry.locale, words?.messages),
    catalog: words?.catalog ?? {},
  };
}

/** The text of a key in the language in force. */
export const t: Translate<typeof en> = (key, ...values) => current.translate(key, ...values);

export function language(): Language {
  return current.language;
}

/** Locale for Intl. */
export function locale(): string {
  return current.entry.locale;
}

/** The way in which the language in force is written. */
export function direction(): Direction {
  return current.entry.direction;
}

/** Translated names and labels of parts and worlds; empty in English. */
export function catalogWords(): CatalogWords {
  return current.catalog;
}

/** A name as it is written in the middle of a sentence. */
export function inSentence(name: string): string {
  return current.entry.keepsCapitals ? name : name.toLocaleLowerCase(current.entry.locale);
}

/** Formats that were made before: readings are written many times a second. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number in the writing of the language, with at least and at most so many decimals, and no separators of thousands. */
export function formatNumber(value: number, { least = 0, most }: { least?: number; most: number }): string {
  const key = `${current.language} ${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(current.entry.locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: false,
      signDisplay: 'negative',
    });
  formats.set(key, format);
  return format.format(value);
}
