/** Every text of the app. */

import { en } from './en.ts';
import type { Words } from './words.ts';

export const zhHans: Words = { messages: en, catalog: {} };
