import { describe, expect, it } from 'vitest';
import { indent, keepLiteralBreaks, mark, readMarks, statementAt } from './line-map.ts';

describe('line map', () => {
  const inner = indent(mark('print(1)', 1), '    ');
  const marked = `import time\n\n${mark(`while True:\n${inner}`, 0)}\n${mark('done()', 2)}`;

  it('gives the text without marks and the lines of every statement', () => {
    const { text, lines } = readMarks(marked, ['loop', 'print', 'done']);
    expect(text).toBe('import time\n\nwhile True:\n    print(1)\ndone()');
    expect(Object.fromEntries(lines)).toEqual({
      loop: { start: 3, end: 4 },
      print: { start: 4, end: 4 },
      done: { start: 5, end: 5 },
    });
  });

  it('finds the innermost statement of a line', () => {
    const { lines } = readMarks(marked, ['loop', 'print', 'done']);
    expect([1, 3, 4, 5, 6].map((line) => statementAt(lines, line))).toEqual([
      undefined,
      'loop',
      'print',
      'done',
      undefined,
    ]);
  });

  it('indents neither blank lines nor the inside of triple-quoted text, yet counts its lines', () => {
    const source = `text = """a\nb"""\n\nx = '"""'  # """\ny = 1`;
    const { text, lines } = readMarks(mark(indent(keepLiteralBreaks(source), '  '), 0), ['raw']);
    expect(text).toBe(`  text = """a\nb"""\n\n  x = '"""'  # """\n  y = 1`);
    expect(lines.get('raw')).toEqual({ start: 1, end: 5 });
  });
});
