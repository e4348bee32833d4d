import { describe, expect, it } from 'vitest';
import type { Traceback } from '#interpreter/device/device.ts';
import { explainTraceback } from './explain-traceback.ts';

function traceback(type: string, message: string, line = 3): Traceback {
  const frames = [{ file: 'main.py', line }];
  return { at: 0, type, message, frames, text: `Traceback…\n${type}: ${message}\n` };
}

describe('explainTraceback', () => {
  it.each([
    ['NameError', "name 'lde' isn't defined", 'Python does not know the name `lde`.'],
    ['AttributeError', "'Pin' object has no attribute 'no'", 'A `Pin` has nothing called `no`.'],
    ['ImportError', "no module named 'numpy'", 'There is no module called `numpy` on this board.'],
    [
      'TypeError',
      "unsupported types for __add__: 'str', 'int'",
      'A `str` and a `int` cannot be combined like this.',
    ],
    [
      'TypeError',
      "can't convert 'int' object to str implicitly",
      'A `str` is needed here, but this is a `int`.',
    ],
    [
      'TypeError',
      'function takes 1 positional arguments but 2 were given',
      'The function takes 1 values, but it was given 2.',
    ],
    ['TypeError', "'int' object isn't callable", 'A `int` cannot be called like a function.'],
    ['ValueError', 'invalid syntax for integer with base 10', 'This text cannot be turned into a number.'],
    ['ZeroDivisionError', 'divide by zero', 'Something was divided by zero.'],
    [
      'IndentationError',
      'unexpected indent',
      'The spaces at the start of this line are not what Python expects.',
    ],
    ['SyntaxError', 'invalid syntax', 'Python cannot read this line.'],
    ['MemoryError', '', 'The board has run out of memory.'],
    ['OSError', '[Errno 110] ETIMEDOUT', 'A part did not answer in time.'],
  ])('%s: %s', (type, message, what) => {
    const explanation = explainTraceback(traceback(type, message));
    expect(explanation.what).toBe(what);
    expect(explanation.tryThis).not.toBe('');
    expect(explanation.what + explanation.tryThis).not.toMatch(/[{}]/);
  });

  it('gives an unknown error its own words', () => {
    const { what, original } = explainTraceback(traceback('PumpError', 'dry'));
    expect(what).toBe('PumpError: dry');
    expect(original).toBe('Traceback…\nPumpError: dry');
  });

  it("points at the learner's own line, not into a library", () => {
    const frames = [
      { file: '/main.py', line: 7 },
      { file: 'pump.py', line: 2 },
    ];
    const { line, file } = explainTraceback({ ...traceback('ValueError', 'x'), frames });
    expect([line, file]).toEqual([7, 'main.py']);
  });
});
