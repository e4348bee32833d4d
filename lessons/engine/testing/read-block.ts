/** Reads one block of YAML for tests. */

import type { Problem } from '#common/errors/problem.ts';
import { Fields } from '../fields.ts';
import type { LessonCheck } from '../lesson.ts';
import { readCheck } from '../read-check.ts';
import { testBench } from './test-bench.ts';

/** Line 10 of lesson.md is the first line of the block. */
export const FIRST_LINE = 10;

export function readFields(text: string): { readonly fields: Fields; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const fields = Fields.parse(
    text,
    { file: 'lesson.md', firstLine: FIRST_LINE, what: 'This check' },
    problems,
  );
  if (!fields) throw new Error(`not a mapping: ${problems[0]?.message}`);
  return { fields, problems };
}

/** Reads a check whose id, title and `say` do not matter. */
export function checkOf(text: string): LessonCheck {
  const { fields, problems } = readFields(`id: it\ntitle: It works\nsay: "{measured} / {wanted}"\n${text}`);
  const check = readCheck(fields, testBench());
  if (!check || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return check;
}

export function problemsOf(text: string): readonly Problem[] {
  const { fields, problems } = readFields(text);
  readCheck(fields, testBench());
  return problems;
}
