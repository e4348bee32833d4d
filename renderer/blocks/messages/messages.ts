/** Puts one language of the blocks' texts in force. Blocks that exist already keep the words they were made with. */

import * as Blockly from 'blockly/core';
import * as coreEnglish from 'blockly/msg/en';
import { en, type MessageKey, type Messages } from './en.ts';

/** Keeps our keys apart from the library's own. */
const PREFIX = 'PINLAB_';

let current: Messages = en;

/** `core` are Blockly's own texts, by key. */
export function useMessages(messages: Messages = en, core: object = coreEnglish): void {
  current = messages;
  for (const [key, text] of Object.entries(core)) if (typeof text === 'string') Blockly.Msg[key] = text;
  for (const [key, text] of Object.entries(messages)) Blockly.Msg[PREFIX + key] = text;
}

/** A reference that Blockly replaces with the text in force when a block or toolbox is built. */
export function msg(key: MessageKey): string {
  return `%{BKY_${PREFIX}${key}}`;
}

/** The text itself, with %1 … %n filled in. */
export function text(key: MessageKey, ...values: readonly (string | number)[]): string {
  return current[key].replace(/%(\d)/g, (place, digit: string) => String(values[Number(digit) - 1] ?? place));
}
