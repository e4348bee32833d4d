import { expect, it } from 'vitest';
import { PinlabError } from './pinlab-error.ts';
import { formatProblem, type Problem } from './problem.ts';

const PROBLEM: Problem = { severity: 'error', code: 'unknown-part', message: 'There is no part "lde".' };

it.each<[Partial<Problem>, string]>([
  [{}, 'There is no part "lde".'],
  [{ fix: 'Did you mean "led"?' }, 'There is no part "lde". Did you mean "led"?'],
  [
    { where: { file: 'diagram.json', line: 3, column: 7, path: 'parts[0].type' } },
    'diagram.json:3:7 parts[0].type: There is no part "lde".',
  ],
  [{ where: { file: 'main.py', line: 3 } }, 'main.py:3: There is no part "lde".'],
  [{ where: { path: 'board' } }, 'board: There is no part "lde".'],
  [{ where: {} }, 'There is no part "lde".'],
])('formats a problem with %j', (more, text) => {
  expect(formatProblem({ ...PROBLEM, ...more })).toBe(text);
});

it('carries code, problems and cause in a PinlabError', () => {
  const cause = new Error('behind it');
  const error = new PinlabError('bad-diagram', 'The wiring has a mistake.', { problems: [PROBLEM], cause });
  expect(error).toMatchObject({ name: 'PinlabError', code: 'bad-diagram', problems: [PROBLEM], cause });
  expect(new PinlabError('x', 'y').problems).toEqual([]);
});
