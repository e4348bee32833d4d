/** The blocks' texts by language, fetched when they are needed. A key that a translation lacks is shown in English. */

import type { Language } from '#common/host/host.ts';
import { en, type MessageKey, type Messages } from './en.ts';
import type { devices } from './en-devices.ts';
import type { services } from './en-services.ts';

/** What is written the same in every language: words of Python, names and units. */
export const SAME_EVERYWHERE = [
  'AWAIT',
  'CATEGORY_CODE',
  'CATEGORY_MICROBIT',
  'CLASS',
  'COMPREHENSION_FOR',
  'COMPREHENSION_IF',
  'COMPREHENSION_IN',
  'CONSTANT_FALSE',
  'CONSTANT_NONE',
  'CONSTANT_TRUE',
  'DEF_ASYNC',
  'FROM_IMPORT',
  'HTTP_JSON',
  'IMPORT',
  'MATH_E',
  'MATH_PI',
  'PIN_GPIO',
  'PRINT',
  'RAISE',
  'RAW_EXPRESSION',
  'RAW_STATEMENT',
  'SOCKET_TCP',
  'SOCKET_UDP',
  'TIMER_HZ',
  'TRY',
  'TRY_AS',
  'TRY_EXCEPT',
  'TRY_FINALLY',
  'WITH',
  'WITH_AS',
  'YIELD',
] as const satisfies readonly MessageKey[];

type SameEverywhere = (typeof SAME_EVERYWHERE)[number];

/** Whether a text has a letter; one of places and signs alone, such as `%1 : %2`, has none. */
type HasLetter<Text> = Text extends `${infer Sign}${infer Rest}`
  ? Uppercase<Sign> extends Lowercase<Sign>
    ? HasLetter<Rest>
    : true
  : false;

type KeyWithWords<English> = {
  [Key in keyof English]: HasLetter<English[Key]> extends true ? Exclude<Key, SameEverywhere> : never;
}[keyof English];

/** A translation of `English`: every key with words has to be there, texts of signs alone may. */
type TableOf<English> = Readonly<Record<KeyWithWords<English>, string>> &
  Readonly<Partial<Record<Exclude<keyof English, KeyWithWords<English> | SameEverywhere>, string>>>;

export type BlockTable = TableOf<typeof en>;
export type DeviceTable = TableOf<typeof devices>;
export type ServiceTable = TableOf<typeof services>;

export interface BlockWords {
  readonly messages: Messages;
  /** Blockly's own texts, by key. */
  readonly core: object;
}

interface BlockLanguage {
  readonly table: () => Promise<Partial<BlockTable>>;
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
