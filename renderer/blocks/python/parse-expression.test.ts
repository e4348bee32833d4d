import { describe, expect, it } from 'vitest';
import { parseExpression } from './parse-expression.ts';

describe('parseExpression', () => {
  it.each([
    ['a.b(1)', 'Call'],
    ['1, 2', 'Tuple'],
    [' -x ', 'Unary'],
    ['(a\n + b)', 'Binary'],
    ['yield', 'Yield'],
    ['"a"  "b"', 'String'],
  ])('reads %j', (text, kind) => {
    expect(parseExpression(text)).toMatchObject({ kind });
  });

  it.each([
    '',
    ' ',
    'a b',
    'a = 1',
    'a\n',
    'a\nb',
    'a # b',
    '(a',
    '1 +',
    'pass',
    '*a',
    'a; b',
    '$A',
    'x := 1',
  ])('is undefined for %j', (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });

  it('lets a dollar begin a name in templates', () => {
    expect(parseExpression('Pin($PIN)', { placeholders: true })).toMatchObject({
      arguments: [{ value: { kind: 'Name', name: '$PIN', from: 4, to: 8 } }],
    });
    expect(parseExpression('$', { placeholders: true })).toBeUndefined();
  });
});
