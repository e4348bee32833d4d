import { describe, expect, it } from 'vitest';
import type { Body, Expression, Statement } from './nodes.ts';
import { parseModule } from './parse-module.ts';
import { commentPlaces, expectNested, kindsAndSlices, parsed } from './test-tree.ts';

function only(text: string): Statement {
  const [statement] = parsed(text).items;
  if (!statement) return expect.fail('no statement');
  return statement;
}

/** The value of the only statement of the text. */
function value(text: string): Expression {
  const statement = only(text);
  return statement.kind === 'Expression' ? statement.value : expect.fail(statement.kind);
}

function bodyOf(text: string): Body {
  const statement = only(text);
  if (statement.kind === 'While' || statement.kind === 'Def') return statement.body;
  if (statement.kind === 'If') return statement.branches[0].body;
  return expect.fail(statement.kind);
}

describe('kinds and slices', () => {
  const STATEMENTS: [string, string[]][] = [
    ['a = b = 1', ['Assign a = b = 1']],
    ['a, *b = c', ['Assign a, *b = c', 'Tuple a, *b', 'Star *b']],
    ['x: int = 3', ['Annotate x: int = 3']],
    ['a[0] <<= 2', ['Augment a[0] <<= 2', 'Subscript a[0]']],
    ['return', ['Return return']],
    ['return a, b', ['Return return a, b', 'Tuple a, b']],
    ['global a, b', ['Global global a, b']],
    ['del a[1], b.c', ['Delete del a[1], b.c', 'Subscript a[1]', 'Attribute b.c']],
    ['assert a, "no"', ['Assert assert a, "no"', 'String "no"']],
    ['raise E from e', ['Raise raise E from e']],
    ['import a.b as c, d', ['Import import a.b as c, d']],
    ['from ..a import (b as c, d,)', ['FromImport from ..a import (b as c, d,)']],
    ['from a import *', ['FromImport from a import *']],
    ['from a import b,', ['FromImport from a import b,']],
    [
      'if a: b\nelif c: d\nelse: e',
      ['If if a: b\nelif c: d\nelse: e', 'Expression b', 'Expression d', 'Expression e'],
    ],
    ['for i, j in a: pass', ['For for i, j in a: pass', 'Tuple i, j', 'Pass pass']],
    ['with a as b, c: pass', ['With with a as b, c: pass', 'Pass pass']],
    ['with (a as b, c): pass', ['With with (a as b, c): pass', 'Pass pass']],
    ['class A(B, m=C): pass', ['Class class A(B, m=C): pass', 'Pass pass']],
    [
      '@a.b\n@c(1)\ndef f(): pass',
      ['Def @a.b\n@c(1)\ndef f(): pass', 'Attribute a.b', 'Call c(1)', 'Pass pass'],
    ],
    ['async def f(): await a', ['Def async def f(): await a', 'Expression await a', 'Await await a']],
    ['a;  b ;', ['Expression a', 'Expression b']],
    ['\ufeffa', ['Expression a']],
    ['print = 1', ['Assign print = 1']],
    ['match = case(1)', ['Assign match = case(1)', 'Call case(1)']],
  ];
  it.each(STATEMENTS)('%j', (text, nodes) => {
    expect(kindsAndSlices(text)).toEqual(nodes);
    expectNested(text);
  });

  const EXPRESSIONS: [string, string[]][] = [
    ['a + b * c', ['Binary a + b * c', 'Binary b * c']],
    ['a - b - c', ['Binary a - b - c', 'Binary a - b']],
    ['(a + b) * c', ['Binary (a + b) * c', 'Binary a + b']],
    ['-a ** -b', ['Unary -a ** -b', 'Binary a ** -b', 'Unary -b']],
    ['a ** b ** c', ['Binary a ** b ** c', 'Binary b ** c']],
    ['a or b and not c', ['Logic a or b and not c', 'Logic b and not c', 'Unary not c']],
    ['a < b is  not c not  in d', ['Compare a < b is  not c not  in d']],
    ['(a < b) < c', ['Compare (a < b) < c', 'Compare a < b']],
    [
      'a | b ^ c & d << 1',
      ['Binary a | b ^ c & d << 1', 'Binary b ^ c & d << 1', 'Binary c & d << 1', 'Binary d << 1'],
    ],
    ['a if b else c if d else e', ['Conditional a if b else c if d else e', 'Conditional c if d else e']],
    ['lambda a, *b, c=1: a', ['Lambda lambda a, *b, c=1: a']],
    ['()', ['Tuple ()']],
    ['(1,)', ['Tuple (1,)']],
    ['1, 2,', ['Tuple 1, 2,']],
    ['[1, *a]', ['List [1, *a]', 'Star *a']],
    ['{1, 2}', ['Set {1, 2}']],
    ['{1: 2, **a}', ['Dict {1: 2, **a}']],
    ['{}', ['Dict {}']],
    ['[a for a in b if c]', ['Comprehension [a for a in b if c]', 'for for a in b', 'if if c']],
    ['f(a for a in b)', ['Call f(a for a in b)', 'Comprehension a for a in b', 'for for a in b']],
    ['{a: 1 for a in b}', ['Comprehension {a: 1 for a in b}', 'for for a in b']],
    [
      'f(a, *b, c=1, **d)(e)[0].g',
      [
        'Attribute f(a, *b, c=1, **d)(e)[0].g',
        'Subscript f(a, *b, c=1, **d)(e)[0]',
        'Call f(a, *b, c=1, **d)(e)',
        'Call f(a, *b, c=1, **d)',
      ],
    ],
    ['a[1:, ::2]', ['Subscript a[1:, ::2]', 'Tuple 1:, ::2', 'Slice 1:', 'Slice ::2']],
    ['(yield)', ['Yield yield']],
    ['(yield from a)', ['YieldFrom yield from a']],
    ['(a := 1)', ['Walrus a := 1']],
    ['a @ ...', ['Binary a @ ...', 'Constant ...']],
    ['"a" \'b\'', ['String "a" \'b\'']],
    ['f"{a + 1!r:>{w}} {{}}"', ['String f"{a + 1!r:>{w}} {{}}"', 'Binary a + 1']],
    [
      'f"{d["k"]} {f"{x}"}"',
      ['String f"{d["k"]} {f"{x}"}"', 'Subscript d["k"]', 'String "k"', 'String f"{x}"'],
    ],
    ['größe + 名', ['Binary größe + 名']],
    [
      '0x_FF + 1_000 + 1. + .5 + 1e3j',
      [
        'Binary 0x_FF + 1_000 + 1. + .5 + 1e3j',
        'Binary 0x_FF + 1_000 + 1. + .5',
        'Binary 0x_FF + 1_000 + 1.',
        'Binary 0x_FF + 1_000',
      ],
    ],
  ];
  it.each(EXPRESSIONS)('%j', (text, nodes) => {
    expect(kindsAndSlices(text).slice(1)).toEqual(nodes);
    expectNested(text);
  });
});

describe('details of nodes', () => {
  it('keeps redundant parentheses outside of the node', () => {
    expect(value('((a))')).toEqual({ kind: 'Name', from: 2, to: 3, name: 'a', outer: { from: 0, to: 5 } });
    expect(value('((1, 2))')).toMatchObject({ kind: 'Tuple', from: 1, to: 7, outer: { from: 0, to: 8 } });
    expect(value('(a for a in b)')).not.toHaveProperty('outer');
  });

  it('takes f-strings apart', () => {
    const text = 'rF"{x = !r:>{w}}"';
    expect(value(text)).toMatchObject({
      tokens: [
        {
          prefix: 'rF',
          quote: '"',
          body: { from: 3, to: 16 },
          replacements: [
            {
              from: 3,
              to: 16,
              debug: true,
              conversion: 'r',
              spec: { from: 11, to: 15 },
              nested: [{ from: 12, to: 15 }],
            },
          ],
        },
      ],
    });
  });

  it('keeps parameters, and the place where they would stand', () => {
    expect(only('def f(a, /, b: int = 1, *, c, **d) -> e: pass')).toMatchObject({
      parameters: {
        from: 6,
        to: 33,
        list: [
          { name: 'a', star: '' },
          { name: '', star: '/' },
          { name: 'b', annotation: { name: 'int' }, default: { source: '1' } },
          { name: '', star: '*' },
          { name: 'c', star: '' },
          { name: 'd', star: '**' },
        ],
      },
      returns: { name: 'e' },
    });
    expect(only('def f(): pass')).toMatchObject({ parameters: { from: 6, to: 6 } });
    expect(value('lambda: 0')).toMatchObject({ parameters: { from: 6, to: 6 } });
  });

  it('keeps the names of imports', () => {
    expect(only('import a . b as c')).toMatchObject({
      names: [{ path: 'a.b', alias: 'c' }],
      namesSpan: { from: 7, to: 17 },
    });
    expect(only('from ... a import (b)')).toMatchObject({
      module: '...a',
      moduleSpan: { from: 5, to: 10 },
      names: [{ path: 'b' }],
      namesSpan: { from: 19, to: 20 },
    });
  });

  it('groups and spans operators', () => {
    expect(value('a not  in b')).toMatchObject({ operators: [{ operator: 'not in', from: 2, to: 9 }] });
    expect(only('a **= 2')).toMatchObject({ operator: '**', operatorSpan: { from: 2, to: 5 } });
  });
});

describe('bodies', () => {
  it('begin behind the colon and end with the comment of the last statement', () => {
    const text = 'while a:  # why\n\tb\n\n\tc  # end\nd\n';
    const body = bodyOf(text);
    expect(body).toMatchObject({ inline: false, indent: '\t' });
    expect(text.slice(body.from, body.to)).toBe('  # why\n\tb\n\n\tc  # end');
    expect(only(text).to).toBe(text.indexOf('c') + 1);
  });

  it('may stand on the line of the header', () => {
    const text = 'if a: b; c;  # end\nd';
    const body = bodyOf(text);
    expect(body).toMatchObject({ inline: true, indent: '' });
    expect(body.items.map(({ from, to }) => text.slice(from, to))).toEqual(['b', 'c']);
    expect(text.slice(body.from, body.to)).toBe(' b; c;  # end');
    expect(parsed(text).items).toHaveLength(2);
  });

  it('take tabs for eight columns', () => {
    expect(parsed('if a:\n\tb\n        c\n').items).toHaveLength(1);
    expect(parsed('if a:\n  \tb\n\tc\n').items).toHaveLength(1);
  });

  it('know every line end, form feeds and continued lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['if a:', '    b', '', '    c', '\fd = 1 + \\', '  2', 'e = (', '3)'].join(end);
      expect(parsed(text).items.map(({ kind }) => kind)).toEqual(['If', 'Assign', 'Assign']);
      expectNested(text);
    }
  });
});

describe('comments', () => {
  const PLACES: [string, string[]][] = [
    ['a  # 1', ['trailing Expression']],
    ['a; b  # 1', ['trailing Expression']],
    ['if a:  # 1\n  b\nelse:  # 2\n  c', ['trailing If', 'hidden']],
    ['if a: b  # 1', ['trailing Expression']],
    ['f(a, # 1\n  # 2\n  b)  # 3', ['hidden', 'hidden', 'trailing Expression']],
    ['@a  # 1\n# 2\ndef f():  # 3\n  pass', ['hidden', 'hidden', 'trailing Def']],
    ['try:  # 1\n  a\nexcept:  # 2\n  b\nfinally:  # 3\n  c', ['trailing Try', 'hidden', 'hidden']],
    ['# 1\n\n# 2', ['statement', 'statement']],
    ['if a: b\n# 1\nelse: c', ['hidden']],
    ['a = \\\n  b  # 1', ['trailing Assign']],
    ['"# no"  # 1', ['trailing Expression']],
  ];
  it.each(PLACES)('%j', (text, places) => {
    expect(commentPlaces(text)).toEqual(places);
    expectNested(text);
  });

  it('make one statement where they stand below each other in one column', () => {
    const { items } = parsed('# 1\n# 2\n  # 3\n\n  # 4\na');
    expect(items.map((item) => (item.kind === 'Comment' ? item.lines.length : item.kind))).toEqual([
      2,
      1,
      1,
      'Expression',
    ]);
  });

  const SUITES: [string, number][] = [
    ['if a:\n# 1\n  b\n  # 2\n# 3', 3],
    ['if a:\n  b\n  # 1\n# 2\nelse:\n  c', 3],
    ['if a:\n  b\n# 1\n  # 2', 1],
    ['if a:\n  b\n\n  # 1\n\nc', 2],
    ['if a:\n  if b:\n    c\n  # 1\n# 2\nelif d:\n  e', 3],
  ];
  it.each(SUITES)('belong to the suite that they stand in: %j', (text, count) => {
    expect(bodyOf(text).items).toHaveLength(count);
    expectNested(text);
  });

  it('stretch the body, and the statement too, when they are the last in it', () => {
    const text = 'while a:\n  b\n  # 1\n\nc';
    expect(text.slice(0, only(text).to)).toBe('while a:\n  b\n  # 1');
    expect(bodyOf(text).to).toBe(only(text).to);
  });
});

describe('size', () => {
  it.each([
    ['statements', 'a = 1\n'.repeat(10_000)],
    ['summands', `a = ${'1 + '.repeat(5_000)}1`],
    ['signs', `a = ${'-'.repeat(5_000)}1`],
    ['conditions', `a = ${'1 if b else '.repeat(5_000)}1`],
    ['calls', `a${'(1).b'.repeat(5_000)}`],
    ['branches', `if a: b\n${'elif a: b\n'.repeat(5_000)}`],
  ])('many %s are no trouble', (_name, text) => {
    expect(parseModule(text).ok).toBe(true);
  });

  it.each([
    ['(', ')'],
    ['[', ']'],
    ['{1:', '}'],
    ['f(', ')'],
    ['not ', ''],
    ['lambda: ', ''],
    ['1 ** ', ''],
    ['f"{', '}"'],
  ])('nests %j deeply enough, and refuses what is beyond all measure', (open, close) => {
    const nested = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(parseModule(nested(15)).ok).toBe(true);
    expect(parseModule(nested(20_000)).ok).toBe(false);
  });
});
