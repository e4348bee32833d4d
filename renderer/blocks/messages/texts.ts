/** The texts of the blocks in the language in force. Knows no library. */

import { en, type MessageKey, type Messages } from './en.ts';

/** Keeps our keys apart from the library's own. */
export const PREFIX = 'PINLAB_';

let current: Messages = en;

export function setTexts(messages: Messages): void {
  current = messages;
}

/** A reference that Blockly replaces with the text in force when a block or toolbox is built. */
export function msg(key: MessageKey): string {
  return `%{BKY_${PREFIX}${key}}`;
}

/** The text itself, with %1 … %n filled in. */
export function text(key: MessageKey, ...values: readonly (string | number)[]): string {
  return current[key].replace(/%(\d)/g, (place, digit: string) => String(values[Number(digit) - 1] ?? place));
}
