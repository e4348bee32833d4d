/** The languages of the app as data. Adding one is a line here, one in common/host/host.ts, and its tables (docs/translating.md). */

import type { Language } from '#common/host/host.ts';
import type { Words } from './words.ts';

export type Direction = 'ltr' | 'rtl';

export interface LanguageEntry {
  /** As its speakers write it. */
  readonly name: string;
  /** Locale of numbers, dates and plurals. */
  readonly locale: string;
  readonly direction: Direction;
  /** Names keep their capital letter in the middle of a sentence, as German nouns do. */
  readonly keepsCapitals?: true;
  /** Fetches the tables; English, the fallback of every key, is always there. */
  readonly load?: () => Promise<Words>;
}

export const LANGUAGE_TABLE: Readonly<Record<Language, LanguageEntry>> = {
  en: { name: 'English', locale: 'en', direction: 'ltr' },
  de: {
    name: 'Deutsch',
    locale: 'de',
    direction: 'ltr',
    keepsCapitals: true,
    load: async () => (await import('./de.ts')).de,
  },
  es: { name: 'Español', locale: 'es', direction: 'ltr', load: async () => (await import('./es.ts')).es },
  fr: { name: 'Français', locale: 'fr', direction: 'ltr', load: async () => (await import('./fr.ts')).fr },
  'zh-Hans': {
    name: '简体中文',
    locale: 'zh-Hans',
    direction: 'ltr',
    load: async () => (await import('./zh-Hans.ts')).zhHans,
  },
  // The digits of Python, so that a value on the bench looks as it does in the program.
  ar: {
    name: 'العربية',
    locale: 'ar-u-nu-latn',
    direction: 'rtl',
    load: async () => (await import('./ar.ts')).ar,
  },
};

const TAGS = Object.keys(LANGUAGE_TABLE) as Language[];

/** The first of a person's languages that there is a table for, by language alone: `de-AT` finds `de`. English where none fits. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = TAGS.find((known) => languageOf(known) === languageOf(tag));
    if (found) return found;
  }
  return 'en';
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
