/** What a translation is made of. The keys and their kinds come from the English table. */

import type { en } from './en.ts';
import type { Plural } from './translate.ts';

export type MessageKey = keyof typeof en;

/** The keys of English with other words: text stays text, and what has plural forms has those of its own language. */
export type Messages = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural;
};

/** Names and labels of parts and worlds, by the keys of catalog.ts. What is missing keeps the words of the definition. */
export type CatalogWords = Readonly<Record<string, string>>;

export interface Words {
  readonly messages: Messages;
  readonly catalog: CatalogWords;
}
