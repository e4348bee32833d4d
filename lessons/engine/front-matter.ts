/** Reads the front matter of lesson.md: who the lesson is, before what it teaches. */

import { didYouMean } from '#common/errors/did-you-mean.ts';
import type { Fields } from './fields.ts';
import type { Lesson } from './lesson.ts';

export type FrontMatter = Pick<
  Lesson,
  'id' | 'version' | 'title' | 'summary' | 'minutes' | 'concepts' | 'needs' | 'blocks' | 'renamed'
>;

/** @param blockNames what may stand under `blocks`; undefined where the caller knows no blocks and every name is taken. */
export function readFrontMatter(fields: Fields, blockNames?: readonly string[]): FrontMatter | undefined {
  const id = fields.requiredText('id', 'Add `id: night-light`; it stays for ever.');
  const version = fields.requiredText('version', 'Add `version: 1.0.0`.');
  const title = fields.requiredText('title');
  const summary = fields.requiredText('summary', 'Add `summary: …`, one sentence for the library.');
  const minutes = fields.number('minutes');
  const concepts = fields.texts('concepts');
  const needs = fields.texts('needs');
  const blocks = readBlocks(fields, blockNames);
  const renamedFields = fields.map('renamed', 'This `renamed`');
  const renamed: Record<string, string> = {};
  for (const old of renamedFields?.keys ?? []) renamed[old] = renamedFields?.text(old) ?? old;
  fields.finish();
  if (version && !/^\d+\.\d+\.\d+$/.test(version)) {
    fields.problem(
      'bad-version',
      `\`version: ${version}\` is not a version.`,
      'Write three numbers, such as `1.0.0`.',
      'version',
    );
    return undefined;
  }
  if (minutes === undefined) {
    fields.problem(
      'missing-field',
      'The front matter has no `minutes`.',
      'Add `minutes: 20`: how long the lesson takes.',
    );
  }
  if (!id || !version || !title || !summary || minutes === undefined) return undefined;
  return { id, version, title, summary, minutes, concepts, needs, ...(blocks && { blocks }), renamed };
}

function readBlocks(fields: Fields, known: readonly string[] | undefined): readonly string[] | undefined {
  if (!fields.has('blocks')) return undefined;
  const names = fields.texts('blocks');
  if (names.length === 0) {
    fields.problem(
      'no-blocks',
      '`blocks` names nothing.',
      'Write `blocks: [sleep, if]`, a category or a level; or leave it out.',
      'blocks',
    );
  }
  for (const name of names) {
    if (!known || known.includes(name)) continue;
    const guess = didYouMean(name, known);
    fields.problem(
      'unknown-block',
      `There is no block, category or level called \`${name}\`.`,
      guess === undefined ? 'docs/blocks-help names them all.' : `Did you mean "${guess}"?`,
      'blocks',
    );
  }
  return names;
}
