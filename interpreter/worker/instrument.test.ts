import { describe, expect, it } from 'vitest';
import { instrument } from './instrument.ts';

function hooked(source: string): string {
  const result = instrument(source);
  expect(result.hooked).toBe(true);
  return result.text;
}

/** Lines that some hook names, in the order of the text. */
function hookLines(source: string): number[] {
  return [...hooked(source).matchAll(/\b_h\((\d+)\)/g)].map((match) => Number(match[1]));
}

/** Each hook stands on the line that it names. */
function expectTrueLines(source: string): void {
  const lines = hooked(source).split(/\r\n|\r|\n/);
  expect(lines.length).toBe(source.split(/\r\n|\r|\n/).length);
  lines.forEach((line, index) => {
    for (const match of line.matchAll(/\b_h\((\d+)\)/g)) expect(Number(match[1])).toBe(index + 1);
  });
}

describe('a simple statement', () => {
  it.each([
    'x = 1',
    'x += 1',
    'x: int = 1',
    'f(x)',
    'pass',
    'del x',
    'raise ValueError',
    'raise',
    'assert x, y',
    'import a.b as c',
    'from a import (b, c)',
    'a = b = c',
    'a, *b = c',
    'print("é", end="")',
    '1',
    '(x := 2)',
    'lambda: f()',
    '[f(x) for x in y if x]',
    'x = yield_',
  ])('%j gets one hook before it', (statement) => {
    // Something comes first, or a text would be a docstring.
    expect(hooked(`go()\n${statement}\n`)).toBe(`_h(1);go()\n_h(2);${statement}\n`);
  });

  it.each([
    'return',
    'return x',
    'yield',
    'yield x',
    'x = yield',
    'yield from f()',
    'nonlocal_ = 1',
    'await f()',
  ])('%j in a function too', (statement) => {
    expect(hooked(`async def f():\n  ${statement}\n`)).toBe(`async def f():\n  _h(2);${statement}\n`);
  });

  it('that declares a name, or is a docstring, gets none', () => {
    expect(hookLines('"""Doc."""\n')).toEqual([]);
    expect(hookLines('# comment\n\n"""Doc."""\nx = 1\n')).toEqual([4]);
    expect(hookLines('def f():\n  "Doc."\n  global a, b\n  x = 1\n')).toEqual([4]);
    expect(hookLines('class A:\n  """Doc\n  more"""\n  x = 1\n')).toEqual([4]);
    expect(hookLines('def f():\n  def g():\n    nonlocal x\n    x = 1\n')).toEqual([4]);
    expect(hookLines('x = 1\n"text"\n')).toEqual([1, 2]);
    expect(hookLines('if x:\n  y = 1\n  "text"\n')).toEqual([1, 2, 3]);
  });

  it('each in a row gets its own', () => {
    expect(hooked('a = 1; b = 2;\n')).toBe('_h(1);a = 1; _h(1);b = 2;\n');
    expect(hooked('if x: a(); b()\n')).toBe('if _h(1)or(x): _h(1);a(); _h(1);b()\n');
    expect(hooked('def f(): return 1\n')).toBe('def f(): _h(1);return 1\n');
    expect(hooked('class A: x = 1; y = 2\n')).toBe('class A: _h(1);x = 1; _h(1);y = 2\n');
    expect(hooked('while x: y()\n')).toBe('while _h(1)or(x): _h(1);y()\n');
  });

  it('over several lines is hooked at its first', () => {
    expectTrueLines('x = 1\ny = f(\n  1,\n  2,\n)\nz = """a\nb\nc"""\nw = 1 + \\\n  2\nend()\n');
    expect(hookLines('x = 1\ny = f(\n  1,\n  2,\n)\nz = """a\nb"""\nw = 1 + \\\n  2\nend()\n')).toEqual([
      1, 2, 6, 8, 10,
    ]);
  });
});

describe('a compound statement', () => {
  it.each([
    [
      'if a:\n  b\nelif c:\n  d\nelse:\n  e\n',
      'if _h(1)or(a):\n  _h(2);b\nelif _h(3)or(c):\n  _h(4);d\nelse:\n  _h(6);e\n',
    ],
    ['while a:\n  b\nelse:\n  c\n', 'while _h(1)or(a):\n  _h(2);b\nelse:\n  _h(4);c\n'],
    ['while True: pass\n', 'while _h(1)or(True): _h(1);pass\n'],
    ['while (x := f()): pass\n', 'while _h(1)or((x := f())): _h(1);pass\n'],
    ['for a in b:\n  c\nelse:\n  d\n', 'for a in _h(1)or(b):\n  _h(2);c\nelse:\n  _h(4);d\n'],
    ['for a in 1, 2: b\n', 'for a in _h(1)or(1, 2): _h(1);b\n'],
    ['for a, b in c.d(): e\n', 'for a, b in _h(1)or(c.d()): _h(1);e\n'],
    ['for i in range(5): a\n', 'for i in range(_h(1)or(5)): _h(1);a\n'],
    ['for i in range(a + 1, b, -1): c\n', 'for i in range(_h(1)or(a + 1), b, -1): _h(1);c\n'],
    ['for i in range(*a): b\n', 'for i in range(*a): _h(1);b\n'],
    ['for i in ranges(5): a\n', 'for i in _h(1)or(ranges(5)): _h(1);a\n'],
    ['with a as b: c\n', 'with _h(1)or(a) as b: _h(1);c\n'],
    ['with a() as b, c() as d: e\n', 'with _h(1)or(a()) as b, c() as d: _h(1);e\n'],
    ['with (a) as b: c\n', 'with _h(1)or((a)) as b: _h(1);c\n'],
    ['with a() as b.c:\n  d\n', 'with _h(1)or(a()) as b.c:\n  _h(2);d\n'],
    [
      'try:\n  a\nexcept (B, C) as d:\n  e\nexcept:\n  f\nelse:\n  g\nfinally:\n  h\n',
      'try:\n  _h(2);a\nexcept (B, C) as d:\n  _h(4);e\nexcept:\n  _h(6);f\nelse:\n  _h(8);g\nfinally:\n  _h(10);h\n',
    ],
    ['@a\n@b.c(1)\ndef f(x=y()):\n  return x\n', '@a\n@b.c(1)\ndef f(x=y()):\n  _h(4);return x\n'],
    ['class A(B):\n  def f(self): pass\n', 'class A(B):\n  def f(self): _h(2);pass\n'],
    [
      'async def f():\n  async with a as b:\n    await c\n  async for d in e:\n    g\n',
      'async def f():\n  async with _h(2)or(a) as b:\n    _h(3);await c\n  async for d in _h(4)or(e):\n    _h(5);g\n',
    ],
  ])('%j', (source, expected) => {
    expect(hooked(source)).toBe(expected);
    expectTrueLines(source);
  });
});

describe('the text', () => {
  it('keeps its lines whatever ends them', () => {
    expect(hooked('a\r\nif b:\r\n  c\r\n')).toBe('_h(1);a\r\nif _h(2)or(b):\r\n  _h(3);c\r\n');
    expect(hooked('a\rb\r')).toBe('_h(1);a\r_h(2);b\r');
    expect(hooked('a\nb')).toBe('_h(1);a\n_h(2);b');
    expect(hooked('')).toBe('');
    expect(hooked('# only a comment')).toBe('# only a comment');
  });

  it('keeps tabs, blank lines, comments and letters of all alphabets', () => {
    expect(hooked('if a:\n\tb\n\n\t# ünï\n\tc  # ☃\n')).toBe(
      'if _h(1)or(a):\n\t_h(2);b\n\n\t# ünï\n\t_h(5);c  # ☃\n',
    );
    expect(hooked('größe = "😀"; x = 1\n')).toBe('_h(1);größe = "😀"; _h(1);x = 1\n');
    expectTrueLines('"""Docstring\nof three\nlines"""\nx = "😀"\ny = 2\n');
  });

  it('loses nothing but native decorators', () => {
    const source =
      'import micropython\n@micropython.native\ndef f(): pass\n@ micropython.viper \n@other\ndef g(): pass\n';
    const text = hooked(source);
    expect(text).toContain(`\n${' '.repeat('@micropython.native'.length)}\ndef f`);
    expect(text).not.toContain('viper');
    expect(text).toContain('@other');
    expect(text.split('\n').length).toBe(source.split('\n').length);
    expect(hooked('@micropython.asm_thumb\ndef f(): pass\n')).toContain('@micropython.asm_thumb');
    expect(hooked('@micropython.bytecode\ndef f(): pass\n')).toContain('@micropython.bytecode');
  });

  it.each(['x = 5.\n', 'f(1., 2.)\n', 'x = 3.3 / 65535.\n', 'def f():\n  yield\n', 'x = yield\n'])(
    '%j is good Python though the parser stumbles',
    (source) => {
      expect(hookLines(source).length).toBe(1);
    },
  );

  it.each([
    'x = = 1\n',
    'while True\n  pass\n',
    'f(1\n',
    'def f(:\n  pass\n',
    'if x:\npass\n',
    'x = 5.\ny = $\n',
  ])('%j stays as it is: MicroPython says what is wrong', (source) => {
    expect(instrument(source)).toMatchObject({ text: source, hooked: false });
  });

  it('that the parser gives up on has the line', () => {
    expect(instrument('a = 1\nb = 2\nfor c in *a, 3:\n  pass\n').stumbledAt).toBe(3);
    expect(instrument('a = 1\n').stumbledAt).toBeUndefined();
  });
});

describe('lines with a hook', () => {
  it('are told in order, each once', () => {
    const source = 'if a:\n  b(); c()\nelif d:\n  e()\n\n# f\ng(\n1)\n';
    expect(instrument(source).lines).toEqual([1, 2, 3, 4, 7]);
  });

  it('are negative in a file other than main.py', () => {
    const { text, lines } = instrument('if a:\n  b()\n', -1);
    expect(text).toBe('if _h(-1)or(a):\n  _h(-2);b()\n');
    expect(lines).toEqual([1, 2]);
  });
});
