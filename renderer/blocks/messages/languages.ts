/** The blocks' texts by language, fetched when they are needed. A key that a translation lacks is shown in English. */

import type { Language } from '#common/host/host.ts';
import { en, type Messages } from './en.ts';

/**
 * A translation. Code and signs that are the same everywhere are left out; messages.test.ts lists every other key that is
 * missing, and every key that is gone.
 */
export type BlockTable = Readonly<Record<string, string>>;

export interface BlockWords {
  readonly messages: Messages;
  /** Blockly's own texts, by key. */
  readonly core: object;
}

interface BlockLanguage {
  readonly table: () => Promise<BlockTable>;
  readonly core: () => Promise<object>;
}

const LANGUAGES: Readonly<Record<Language, BlockLanguage>> = {
  en: { table: async () => ({}), core: () => import('blockly/msg/en') },
  de: { table: async () => (await import('./de.ts')).de, core: () => import('blockly/msg/de') },
  es: { table: async () => (await import('./es.ts')).es, core: () => import('blockly/msg/es') },
  fr: { table: async () => (await import('./fr.ts')).fr, core: () => import('blockly/msg/fr') },
  'zh-Hans': {
    table: async () => (await import('./zh-Hans.ts')).zhHans,
    core: () => import('blockly/msg/zh-hans'),
  },
  ar: { table: async () => (await import('./ar.ts')).ar, core: () => import('blockly/msg/ar') },
};

/** What registerBlocks takes. Rejects where the tables cannot be fetched. */
export async function loadBlockWords(language: Language): Promise<BlockWords> {
  const { table, core } = LANGUAGES[language];
  const [translated, ownTexts] = await Promise.all([table(), core()]);
  return { messages: { ...en, ...translated }, core: ownTexts };
}
