/** Finds palette entries by words of their blocks, of their Python and of their category. Knows no Blockly. */

import type { Category, Entry, Template } from './entry.ts';

/** What a block can be found by. */
export interface BlockWords {
  /** The text on the block, with what its menus say. */
  readonly label: string;
  /** Names in the Python that it stands for: `time sleep_ms`. */
  readonly python: string;
  readonly tooltip: string;
}

export interface SearchSource {
  /** `fields` are the values that the preset chose. */
  readonly wordsOf: (type: string, fields: Template['fields']) => BlockWords;
  readonly nameOf: (category: Category) => string;
}

/** How much a place counts: what stands on the block before what explains it. */
const WEIGHTS = { label: 8, python: 6, category: 3, tooltip: 1 } as const;
/** The name of a block itself counts more than anything else. */
const NAMED = 100;
/** A word that begins as it is searched for counts so many times more than one that merely holds it. */
const BEGINNING = 2;

/** Best first; of equals, the order of the palette. Every word of the query must be found. */
export function findEntries(
  categories: readonly Category[],
  query: string,
  source: SearchSource,
): readonly Entry[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const found: { readonly entry: Entry; readonly score: number }[] = [];
  for (const category of categories) {
    const title = fold(source.nameOf(category));
    for (const entry of category.entries) {
      const score = scoreOf(wanted, placesOf(entry.template, title, source));
      const isNamed = fold(entry.about) === wanted.join(' ');
      if (score > 0) found.push({ entry, score: score + (isNamed ? NAMED : 0) });
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

type Places = Readonly<Record<keyof typeof WEIGHTS, string>>;

/** The words of a block and of what stands in its slots; shadows are mere examples, except their values. */
function placesOf(template: Template, category: string, source: SearchSource): Places {
  const blocks = [...solid(template)].map(({ type, fields }) => source.wordsOf(type, fields));
  const join = (part: keyof BlockWords): string => fold(blocks.map((words) => words[part]).join(' '));
  return { label: join('label'), python: join('python'), category, tooltip: join('tooltip') };
}

function* solid(template: Template): Generator<Template> {
  yield template;
  for (const { block } of Object.values(template.inputs ?? {})) if (block) yield* solid(block);
}

function scoreOf(wanted: readonly string[], places: Places): number {
  let sum = 0;
  for (const word of wanted) {
    const scores = Object.entries(WEIGHTS).map(
      ([place, weight]) => weight * matchOf(word, places[place as keyof Places]),
    );
    const best = Math.max(...scores);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function matchOf(word: string, text: string): number {
  if (!text.includes(word)) return 0;
  return text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word)) ? BEGINNING : 1;
}

/** Case and accents do not count, and `_` parts words: `sleep ms` finds `sleep_ms`, `duree` finds `durée`. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('_', ' ');
}
