import { describe, expect, it } from 'vitest';
import { hideSimulator, parseTraceback, SimulatorFilter } from './traceback.ts';

const PUMP = '  File "/.pinlab/program/pump.py", line 3, in start\n';
const MAIN = '  File "/.pinlab/program/main.py", line 7, in <module>\n';
const BOOT = '  File "/.pinlab/shims/_boot.py", line 40, in run\n';
const PIN = '  File "/.pinlab/shims/machine/pin.py", line 41, in __init__\n';
const HEAD = 'Traceback (most recent call last):\n';

describe('parseTraceback', () => {
  it('keeps the frames of the program, outermost first, and its text', () => {
    expect(parseTraceback(`${HEAD}${BOOT}${MAIN}${PUMP}${PIN}ValueError: no water\n`, 5, 3)).toEqual({
      at: 5,
      type: 'ValueError',
      message: 'no water',
      frames: [
        { file: 'main.py', line: 7 },
        { file: 'pump.py', line: 3, scope: 'start' },
      ],
      text: `${HEAD}  File "main.py", line 7, in <module>\n  File "pump.py", line 3, in start\nValueError: no water\n`,
    });
  });

  it.each([
    ['KeyError: k', 'KeyError', 'k'],
    ['ValueError: ', 'ValueError', ''],
    ['ValueError', 'ValueError', ''],
    ['OSError: [Errno 2] ENOENT', 'OSError', '[Errno 2] ENOENT'],
    ['Dry: a: b: c', 'Dry', 'a: b: c'],
    ['ValueError: two\nlines: here', 'ValueError', 'two\nlines: here'],
    ['MemoryError:', 'MemoryError', ''],
  ])('reads %j', (summary, type, message) => {
    expect(parseTraceback(`${HEAD}${MAIN}${summary}\n`, 0, 0)).toMatchObject({ type, message });
  });

  it('reads a SyntaxError, whose last frame has no scope', () => {
    const text = `${HEAD}${BOOT}  File "/.pinlab/program/lib/valve.py", line 9\nSyntaxError: invalid syntax\n`;
    expect(parseTraceback(text, 0, 0).frames).toEqual([{ file: 'lib/valve.py', line: 9 }]);
  });

  it('takes the running line where memory was too short for frames', () => {
    expect(parseTraceback('MemoryError: memory allocation failed', 0, 12).frames).toEqual([
      { file: 'main.py', line: 12 },
    ]);
    expect(parseTraceback('MemoryError: ', 0, 0).frames).toEqual([]);
  });

  it('does not take a message for frames', () => {
    const text = `${HEAD}${MAIN}ValueError: x\n  File "y", line 1, in z\n`;
    expect(parseTraceback(text, 0, 0).frames.length).toBe(1);
    expect(parseTraceback(text.replaceAll('\n', '\r\n'), 0, 0)).toEqual(parseTraceback(text, 0, 0));
  });
});

describe('hideSimulator', () => {
  it('leaves out its frames and shortens file names', () => {
    expect(hideSimulator(`a\n${HEAD}${BOOT}${MAIN}${PIN}ValueError: x\n`)).toBe(
      `a\n${HEAD}  File "main.py", line 7, in <module>\nValueError: x\n`,
    );
    expect(hideSimulator('plain\ntext')).toBe('plain\ntext');
  });
});

describe('SimulatorFilter', () => {
  const whole = `before\n${HEAD}${MAIN}${PIN}${PUMP}ValueError: é\n  File "other.py", line 1\nlast`;

  it('takes pieces as MicroPython writes them', () => {
    const filter = new SimulatorFilter();
    const pieces = whole.split(/(?<= {2}File ")|(?=", line)|(?<=line )|(?=, in )|(?<=\n)/);
    expect(pieces.length).toBeGreaterThan(15);
    const shown = pieces.map((piece) => filter.take(piece)).join('');
    expect(shown + filter.rest()).toBe(hideSimulator(whole));
    expect(new SimulatorFilter().take(whole)).toBe(hideSimulator(whole));
  });

  it('holds nothing back that is no frame', () => {
    const filter = new SimulatorFilter();
    for (const piece of ['  ', 'text', '\n', '  Fi', 'x\n', 'a  File "', '\n', '.', 'prompt? '])
      expect(filter.take(piece)).toBe(piece);
  });

  it('gives what it holds at the end', () => {
    const filter = new SimulatorFilter();
    expect(filter.take('  File "')).toBe('');
    expect(filter.rest()).toBe('  File "');
    expect(filter.rest()).toBe('');
  });
});
