/** All world types, in the order in which lists show them. A new world is one file here and one line below. */

import type { WorldType } from '../world-model.ts';
import { greenhouse } from './greenhouse.ts';

export const worlds: readonly WorldType[] = [greenhouse];
