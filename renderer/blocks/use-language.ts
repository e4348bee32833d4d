/** Puts a language of the blocks in force. Await it before the first workspace of a page is made and before a program is read. */

import type { Language } from '#common/host/host.ts';
import { loadBlockWords } from './messages/languages.ts';
import { registerBlocks } from './register.ts';

/** Rejects where the tables cannot be fetched; the language from before stays then. */
export async function useBlockLanguage(language: Language): Promise<void> {
  const { messages, core } = await loadBlockWords(language);
  registerBlocks(messages, core);
}
