/** Which entries the palette offers: by level, by what a lesson names, by what is searched for. Knows no Blockly. */

import { CATEGORIES } from './categories.ts';
import { type Category, type Entry, type Level, LEVELS } from './entry.ts';

export interface PaletteView {
  readonly level: Level;
  /** What a lesson offers: block types, categories and levels by name. Undefined offers what the level offers. */
  readonly only?: readonly string[];
}

export const WHOLE_PALETTE: PaletteView = { level: 'everything' };

/** Names that a lesson may use under `blocks`. */
export const PALETTE_NAMES: readonly string[] = [
  ...LEVELS,
  ...CATEGORIES.map(({ id }) => id),
  ...new Set(CATEGORIES.flatMap(({ entries }) => entries.map(({ about }) => about))),
];

/** A lesson's list counts instead of the level: it names what is needed, however advanced. */
export function offers({ level, only }: PaletteView, category: Category, entry: Entry): boolean {
  const upTo = (most: Level): boolean => LEVELS.indexOf(entry.level) <= LEVELS.indexOf(most);
  if (!only) return upTo(level);
  return (
    only.includes(entry.about) ||
    only.includes(category.id) ||
    LEVELS.some((named) => only.includes(named) && upTo(named))
  );
}

/** The categories with what they offer; those that offer nothing are left out. */
export function categoriesOf(view: PaletteView): readonly Category[] {
  return CATEGORIES.map((category) => ({
    ...category,
    entries: category.entries.filter((entry) => offers(view, category, entry)),
  })).filter(({ entries }) => entries.length > 0);
}
