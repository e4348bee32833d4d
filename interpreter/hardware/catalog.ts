/** The catalog of everything that Pinlab can simulate: the data of all boards, parts and worlds, without their behavior. */

import { BOARDS } from '../boards/index.ts';
import type { Catalog } from '../diagram/catalog.ts';
import { parts } from './parts/index.ts';
import { worlds } from './worlds/index.ts';

export const CATALOG: Catalog = {
  boards: BOARDS,
  parts: parts.map(({ definition }) => definition),
  worlds: worlds.map(({ definition }) => definition),
};
