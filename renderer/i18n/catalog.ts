/**
 * Boards, parts and worlds in the language in force: the definitions with their texts replaced, so that every label,
 * slider and name that derives from them is translated too. The definitions' own English stays where a word is missing.
 */

import type {
  BoardDefinition,
  Catalog,
  PartDefinition,
  WorldDefinition,
} from '#interpreter/diagram/catalog.ts';
import { catalogWords } from './t.ts';
import type { CatalogWords } from './words.ts';

interface Labeled {
  readonly name: string;
  readonly label: string;
}

const made = new WeakMap<Catalog, { readonly words: CatalogWords; readonly catalog: Catalog }>();

/** The same object again while catalog and language stay the same. */
export function translateCatalog(catalog: Catalog, words: CatalogWords = catalogWords()): Catalog {
  const before = made.get(catalog);
  if (before?.words === words) return before.catalog;
  const translated = {
    boards: catalog.boards.map((board) => translateBoard(board, words)),
    parts: catalog.parts.map((part) => translatePart(part, words)),
    worlds: catalog.worlds.map((world) => translateWorld(world, words)),
  };
  made.set(catalog, { words, catalog: translated });
  return translated;
}

/** What a part's text value means, such as the load of a relay. */
export function optionWords(type: string, value: string): string {
  return catalogWords()[`${type}.option.${value}`] ?? value;
}

function translateBoard(board: BoardDefinition, words: CatalogWords): BoardDefinition {
  return {
    ...board,
    description: words[`${board.id}.about`] ?? board.description,
    pins: board.pins.map((pin) =>
      pin.caution ? { ...pin, caution: words[`${board.id}.caution.${pin.name}`] ?? pin.caution } : pin,
    ),
  };
}

function translatePart(part: PartDefinition, words: CatalogWords): PartDefinition {
  return {
    ...part,
    name: words[part.type] ?? part.name,
    description: words[`${part.type}.about`] ?? part.description,
    controls: relabel(part.controls, `${part.type}.control`, words),
    state: relabel(part.state, `${part.type}.state`, words),
  };
}

function translateWorld(world: WorldDefinition, words: CatalogWords): WorldDefinition {
  return {
    ...world,
    name: words[world.type] ?? world.name,
    controls: relabel(world.controls, `${world.type}.control`, words),
    variables: relabel(world.variables, `${world.type}.variable`, words),
  };
}

function relabel<T extends Labeled>(all: readonly T[], path: string, words: CatalogWords): readonly T[] {
  return all.map((each) => ({ ...each, label: words[`${path}.${each.name}`] ?? each.label }));
}
