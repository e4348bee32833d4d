/** Puts one language of the blocks' texts in force. Blocks that exist already keep the words they were made with. */

import * as Blockly from 'blockly/core';
import * as coreEnglish from 'blockly/msg/en';
import { en, type Messages } from './en.ts';
import { PREFIX, setTexts } from './texts.ts';

export { msg, text } from './texts.ts';

/** `core` are Blockly's own texts, by key. */
export function useMessages(messages: Messages = en, core: object = coreEnglish): void {
  setTexts(messages);
  for (const [key, text] of Object.entries(core)) if (typeof text === 'string') Blockly.Msg[key] = text;
  for (const [key, text] of Object.entries(messages)) Blockly.Msg[PREFIX + key] = text;
}
