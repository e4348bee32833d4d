/** All part types, in the order in which lists show them. A new part is one file here and one line below. */

import type { Part } from '../part-model.ts';
import { led } from './led.ts';

export const parts: readonly Part[] = [led];
