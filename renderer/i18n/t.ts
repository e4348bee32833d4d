/** The translate function that the views call. English is the only language so far. */

import { en } from './en.ts';
import { createTranslate } from './translate.ts';

export const LOCALE = 'en';
export const t = createTranslate(en, LOCALE);
export type MessageKey = keyof typeof en;
