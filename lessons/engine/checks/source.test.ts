import { expect, test } from 'vitest';
import { checkOf, problemsOf } from '../testing/read-block.ts';
import { evidenceOf } from '../testing/test-evidence.ts';
import { findTokens, pythonTokens } from './python-tokens.ts';

const PROGRAM = `from machine import Pin  # while True
led = Pin( "LED", Pin.OUT )
text = 'for ever'
while  True:
    led.toggle()
`;

test('comments and the inside of strings do not count', () => {
  const tokens = pythonTokens(PROGRAM);
  expect(findTokens(tokens, 'while True:')).toBe(4);
  expect(findTokens(tokens, 'for')).toBeUndefined();
});

test('spaces and kinds of quotes do not matter', () => {
  expect(findTokens(pythonTokens(PROGRAM), "Pin('LED'")).toBe(2);
});

test('three dots stand for anything on the way', () => {
  const tokens = pythonTokens(PROGRAM);
  expect(findTokens(tokens, 'Pin(...Pin.OUT)')).toBe(2);
  expect(findTokens(tokens, 'while ... sleep(')).toBeUndefined();
});

test('uses and avoids', () => {
  const judge = (text: string) => checkOf(`kind: source\n${text}`).judge(evidenceOf({ source: PROGRAM }));
  expect(judge('uses: [while, led.toggle]')).toMatchObject({ kind: 'passed' });
  expect(judge('uses: [def]')).toMatchObject({ kind: 'failed', measured: 'no `def`' });
  expect(judge('avoids: [toggle]')).toMatchObject({ kind: 'failed', pointer: { line: 5 } });
});

test('a check that wants nothing is a located problem', () => {
  expect(problemsOf('id: a\ntitle: A\nkind: source\nsay: no')).toMatchObject([
    { code: 'missing-field', where: { line: 10 } },
  ]);
});
