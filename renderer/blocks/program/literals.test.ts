import { describe, expect, it } from 'vitest';
import { fString, isName, quoteWith, toName, toNumber } from './literals.ts';

describe('names', () => {
  it.each(['led', '_x1', 'größe', 'match', 'температура'])('accepts %s', (name) =>
    expect(isName(name)).toBe(true),
  );
  it.each(['', '1led', 'my-led', 'for', 'None', 'a.b', 'x y'])('refuses %o', (name) =>
    expect(isName(name)).toBe(false),
  );

  it('reads what was most likely meant', () => {
    expect(toName(' my led ')).toBe('my_led');
    expect(toName('light-level')).toBe('light_level');
    expect(toName('while')).toBeUndefined();
    expect(toName('2nd')).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each(['0', '-5', '5.0', '.5', '1_000', '0x1F', '0b1010', '0o17', '1e-3', '10.'])(
    'keeps %s as typed',
    (source) => expect(toNumber(source)).toBe(source),
  );
  it('puts a decimal comma, a plus and leading zeros right', () => {
    expect(['3,5', '+4', '007', '-00.5', '000'].map(toNumber)).toEqual(['3.5', '4', '7', '-0.5', '0']);
  });
  it.each(['', 'x', '1.2.3', '1__0', '0x', '5 m', '--1'])('refuses %o', (source) =>
    expect(toNumber(source)).toBeUndefined(),
  );
});

describe('text', () => {
  it('chooses the quotes that need no escape, and escapes control characters', () => {
    expect(quoteWith("'", 'plain')).toBe(`'plain'`);
    expect(quoteWith("'", "it's")).toBe(`"it's"`);
    expect(quoteWith("'", `'"`)).toBe(`'\\'"'`);
    expect(quoteWith("'", 'a\nb\tc\\\u0007')).toBe(`'a\\nb\\tc\\\\\\x07'`);
  });

  it('joins in an f-string only what MicroPython can read there', () => {
    expect(fString([{ literal: 'x=' }, { expression: 'x + 1' }], "'")).toBe(`f'x={x + 1}'`);
    expect(fString([{ literal: '{}' }, { expression: 'x' }], "'")).toBe(`f'{{}}{x}'`);
    for (const expression of [`d['k']`, 'a != b', 'x[1:2]', '{1}', '"t"']) {
      expect(fString([{ expression }], "'")).toBeUndefined();
    }
  });
});
