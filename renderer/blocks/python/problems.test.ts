import { describe, expect, it } from 'vitest';
import type { SyntaxProblemCode } from './nodes.ts';
import { parseModule } from './parse-module.ts';

/** The program with `¦` where the learner must look, the code, and what it is about. */
const PROBLEMS: [string, SyntaxProblemCode, string][] = [
  ['while True¦\n  a()', 'colon-missing', 'while'],
  ['if x > 5¦ print(1)', 'colon-missing', 'if'],
  ['for i in range(3)¦  # c\n  a', 'colon-missing', 'for'],
  ['def f(x)¦\n  a', 'colon-missing', 'def'],
  ['if a:\n  b\nelse¦\n  c', 'colon-missing', 'else'],
  ['print¦("a"\nx = 1\n', 'bracket-not-closed', '('],
  ['a\nprint¦(f(1)\nwhile True:\n  b()\n', 'bracket-not-closed', '('],
  ['if ¦(x == 5:\n  y', 'bracket-not-closed', '('],
  ['if a:\n  x = ¦{1: 2, **', 'bracket-not-closed', '{'],
  ['x = ¦[1, 2', 'bracket-not-closed', '['],
  ['print(a¦[1)', 'bracket-not-closed', '['],
  ['print(a)¦)', 'bracket-not-open', ')'],
  ['print(a¦])', 'bracket-not-open', ']'],
  ['x = ¦"abc\ny = 1', 'quote-not-closed', '"'],
  ['x = 1\ny = ¦"""abc\n\n', 'quote-not-closed', '"""'],
  ["print(b¦'a)\nx = 1", 'quote-not-closed', "'"],
  ['a\n¦if x:\ny()', 'body-missing', 'if'],
  ['¦while True:\n  # nothing yet\n', 'body-missing', 'while'],
  ['if a:\n  b\n¦else:\nc', 'body-missing', 'else'],
  ['¦if a: else: b', 'body-missing', 'if'],
  ['a = 1\n  ¦b = 2', 'unexpected-indent', ''],
  ['if a:\n    b\n  ¦c', 'indent-matches-nothing', ''],
  ['x =¦ # c', 'expression-missing', '='],
  ['f(1 + ¦)', 'expression-missing', '+'],
  ['f(1, ¦, 2)', 'expression-missing', ','],
  ['x = a +¦\ny', 'expression-missing', '+'],
  ['x = y[¦]', 'expression-missing', '['],
  ['def ¦(x): pass', 'name-missing', 'def'],
  ['import¦', 'name-missing', 'import'],
  ['led.¦\nx', 'name-missing', '.'],
  ['for i ¦range(5):\n  a', 'word-missing', 'in'],
  ['x = a if b¦', 'word-missing', 'else'],
  ['from a¦', 'word-missing', 'import'],
  ['¦try:\n  a\nb', 'word-missing', 'except'],
  ['if x ¦= 5:\n  y', 'equals-for-compare', '='],
  ['while (x ¦= 5):\n  y', 'equals-for-compare', '='],
  ['if a:\n  b\nelif x ¦= 5:\n  y', 'equals-for-compare', '='],
  ['f(x + 1 ¦= 2)', 'equals-for-compare', '='],
  ['assert x ¦= 1', 'equals-for-compare', '='],
  ['¦5 = x', 'cannot-assign', '5'],
  ['¦f() = x', 'cannot-assign', 'f()'],
  ['a = ¦None = x', 'cannot-assign', 'None'],
  ['for ¦f() in x: pass', 'cannot-assign', 'f()'],
  ['with a as ¦1: pass', 'cannot-assign', '1'],
  ['¦(a, b) += 1', 'cannot-assign', '(a, b)'],
  ['(¦a.b := 1)', 'cannot-assign', 'a.b'],
  ['f(a=1, ¦2)', 'argument-order', '2'],
  ['f(**a, ¦*b)', 'argument-order', '*b'],
  ['def f(a=1, ¦b): pass', 'argument-order', 'b'],
  ['def f(**a, ¦b): pass', 'argument-order', 'b'],
  ['¦class = 5', 'keyword-as-name', 'class'],
  ['¦if = 5', 'keyword-as-name', 'if'],
  ['f(¦in=5)', 'keyword-as-name', 'in'],
  ['a.¦import', 'keyword-as-name', 'import'],
  ['print(¦def)', 'keyword-as-name', 'def'],
  ['def ¦is(): pass', 'keyword-as-name', 'is'],
  ['a\n¦else:\n  b', 'clause-without-start', 'else'],
  ['¦except A: b', 'clause-without-start', 'except'],
  ['x = ¦007', 'bad-number', '007'],
  ['x = ¦12ab', 'bad-number', '12ab'],
  ['x = ¦0b12', 'bad-number', '0b12'],
  ['x = ¦1e', 'bad-number', '1e'],
  ['x = ¦$a', 'bad-character', '$'],
  ['print(¦“a”)', 'bad-character', '“'],
  ['x = 5 ¦– 3', 'bad-character', '–'],
  ['a¦\0', 'bad-character', '\0'],
  ['open("C:¦\\Users")', 'bad-character', '\\U'],
  ['f"¦{}"', 'bad-replacement', '{}'],
  ['f"¦{x"', 'bad-replacement', '{'],
  ['f"{a +¦}"', 'expression-missing', '+'],
  ['f"{x:¦{}}"', 'bad-replacement', '{}'],
  ['print ¦"a"', 'unexpected', '"a"'],
  ['whle ¦True:\n  a', 'unexpected', 'True'],
  ['a;¦; b', 'unexpected', ';'],
  ['match ¦x:\n  case 1: a', 'unexpected', 'x'],
  ['try:\n  a\nexcept¦* b: c', 'expression-missing', 'except'],
  ['x = ¦*a', 'unexpected', '*'],
  ['if a: ¦if b: c', 'unexpected', 'if'],
  ['@a\n¦x = 1', 'unexpected', 'x'],
  ['b"a" ¦"b"', 'unexpected', '"b"'],
];

describe('the first problem', () => {
  it.each(PROBLEMS)('%j: %s', (marked, code, about) => {
    const at = marked.indexOf('¦');
    const text = marked.replace('¦', '');
    const line = text.slice(0, at).split('\n').length;
    expect(parseModule(text)).toEqual({ ok: false, problem: { at, line, code, about } });
  });

  it('counts every kind of line end', () => {
    expect(parseModule('a\r\nb\rc\n\n5 = d')).toMatchObject({ problem: { line: 5 } });
  });

  it('is about one short line', () => {
    const result = parseModule(`f(${'a'.repeat(100)},\nb) = 1`);
    expect(result).toMatchObject({ problem: { about: `f(${'a'.repeat(38)}…` } });
  });
});
