/** Reads the front matter of lesson.md: who the lesson is, before what it teaches. */

import type { Fields } from './fields.ts';
import type { Lesson } from './lesson.ts';

export type FrontMatter = Pick<
  Lesson,
  'id' | 'version' | 'title' | 'summary' | 'minutes' | 'concepts' | 'needs' | 'renamed'
>;

export function readFrontMatter(fields: Fields): FrontMatter | undefined {
  const id = fields.requiredText('id', 'Add `id: night-light`; it stays for ever.');
  const version = fields.requiredText('version', 'Add `version: 1.0.0`.');
  const title = fields.requiredText('title');
  const summary = fields.requiredText('summary', 'Add `summary: …`, one sentence for the library.');
  const minutes = fields.number('minutes');
  const concepts = fields.texts('concepts');
  const needs = fields.texts('needs');
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
  return { id, version, title, summary, minutes, concepts, needs, renamed };
}
