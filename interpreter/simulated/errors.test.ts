/** Errors are reported where the learner's text has them. */

import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { boardOnly, play } from './testing/play.ts';

const device = createNodeDevice(boardOnly('esp32_devkit'));
afterAll(() => device.dispose());

/** `file:line scope`, outermost first. */
async function failure(files: string | Record<string, string>) {
  const { result, text } = await play(device, files);
  const { type, message, frames = [] } = result.traceback ?? {};
  return {
    end: result.end,
    type,
    message,
    text,
    places: frames.map(({ file, line, scope }) => `${file}:${line}${scope ? ` ${scope}` : ''}`),
  };
}

describe('SyntaxError', () => {
  it.each([
    ['a missing colon', 'x = 1\nwhile True\n    pass\n', 2],
    ['an open bracket', 'x = 1\ny = (1 +\nz = 3\n', 3],
    ['an unknown word order', "print('a')\nif x = 3:\n    pass\n", 2],
    ['return outside a function', 'x = 1\nreturn 5\n', 2],
    ['an open string', "x = 1\ny = 'abc\nz = 1\n", 2],
    ['a stray operator', 'a = 1\nb = 2\nc = a +* b\n', 3],
    ['break outside a loop', 'x = 1\nbreak\n', 2],
    ['else without if', 'x = 1\nelse:\n    pass\n', 2],
  ])('for %s has its line', async (_what, program, line) => {
    expect(await failure(program)).toMatchObject({
      end: 'raised',
      type: 'SyntaxError',
      places: [`main.py:${line}`],
    });
  });

  it.each([
    ['too deep', 'x = 1\n    y = 2\n', 2],
    ['missing', 'for i in range(3):\nprint(i)\n', 2],
    // MicroPython names the line before this one.
    ['uneven', 'if 1:\n        x = 1\n    y = 2\n', 2],
  ])('for indentation that is %s has its line', async (_what, program, line) => {
    const { end, places } = await failure(program);
    expect([end, places]).toEqual(['raised', [`main.py:${line}`]]);
  });

  it('in a module names the module', async () => {
    const result = await failure({
      'main.py': 'x = 1\nimport pump\n',
      'pump.py': 'a = 1\nb = 2\ndef f(:\n    pass\n',
    });
    expect(result).toMatchObject({ type: 'SyntaxError', places: ['main.py:2', 'pump.py:3'] });
  });

  it('comes before anything runs', async () => {
    expect((await failure("print('ran')\nx = = 1\n")).text).not.toContain('ran\n');
  });
});

describe('a traceback', () => {
  it.each<[string, string, string[]]>([
    ['functions', 'def a():\n    b()\ndef b():\n    raise ValueError(1)\na()\n', ['5', '2 a', '4 b']],
    ['a multi-line call', 'x = [\n  1,\n  2,\n  int(\n    "x"),\n]\n', ['4']],
    // MicroPython gives such statements their first line, and loops the line after their body.
    ['a continued line', 'a = 1\nb = a + \\\n    1 + \\\n    "x"\n', ['2']],
    ['a while condition', 'x = 2\nwhile 1 / x:\n    x -= 1\n', ['3']],
    ['a range', 'x = 1\nfor i in range(\n    "x"):\n    pass\n', ['4']],
    ['a comprehension', 'a = 1\nx = [1 / n for n in\n     (2, 1, 0)]\n', ['3', '2 <listcomp>']],
    ['a lambda', 'f = lambda x: 1 / x\ny = 1\nf(0)\n', ['3', '1 <lambda>']],
    ['a class body', 'class A:\n    x = 1\n    y = x / 0\n', ['1', '3 A']],
    [
      'a method',
      'class A:\n    def __init__(self):\n        self.go()\n    def go(self):\n        del self.x\nA()\n',
      ['6', '3 __init__', '5 go'],
    ],
    ['a one-liner', 'if 1: x = 1; y = x / 0\n', ['1']],
    ['a condition', 'x = 1\nif x / 0:\n    pass\n', ['2']],
    ['elif', 'x = 1\nif x == 2:\n    pass\nelif x / 0:\n    pass\n', ['4']],
    ['a for header', 'x = 1\nfor i in 5:\n    pass\n', ['2']],
    ['with', 'x = 1\nwith 5 as f:\n    pass\n', ['2']],
    ['a generator', 'def g():\n    yield 1\n    1 / 0\nfor x in g():\n    pass\n', ['4', '3 g']],
    ['a decorator', 'def d(f):\n    raise OSError(5)\n@d\ndef f():\n    pass\n', ['3', '2 d']],
    ['re-raising', 'try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise KeyError("k")\n', ['4']],
    ['assert', 'x = 1\nassert x == 2, "no"\n', ['2']],
    ['an f-string', 'x = 1\ny = 2\nprint(f"{x} {y / 0}")\n', ['3']],
    ['text after a docstring', '"""Line one\nline two\n"""\nx = 1\n1 / 0\n', ['5']],
    ['Windows line ends', 'x = 1\r\ny = 2\r\n1 / 0\r\n', ['3']],
  ])('through %s has the true lines', async (_what, program, places) => {
    expect((await failure(program)).places).toEqual(places.map((place) => `main.py:${place}`));
  });

  it('goes through modules, those in lib too', async () => {
    const result = await failure({
      'main.py': 'import pump\n\npump.start(0)\n',
      'pump.py': 'import valve\ndef start(n):\n    return valve.open(n)\n',
      'lib/valve.py': '# valve\ndef open(n):\n    return 1 / n\n',
    });
    expect(result.places).toEqual(['main.py:3', 'pump.py:3 start', 'lib/valve.py:3 open']);
  });

  it('leaves out the simulator, and ends where the program called it', async () => {
    const result = await failure('from machine import Pin\nx = 1\nPin(99)\n');
    expect(result).toMatchObject({ type: 'ValueError', places: ['main.py:3'] });
    expect(result.text).not.toContain('pinlab');
    const task = await failure(
      'import asyncio\nasync def main():\n    await asyncio.sleep_ms(1)\n    1 / 0\nasyncio.run(main())\n',
    );
    expect(task.places).toEqual(['main.py:5', 'main.py:4 main']);
  });

  it('is printed as a board prints it', async () => {
    expect((await failure('def f():\n    raise ValueError("no water")\nf()\n')).text).toBe(
      'Traceback (most recent call last):\n  File "main.py", line 3, in <module>\n  File "main.py", line 2, in f\nValueError: no water\n',
    );
  });

  it.each([
    ["raise KeyError('k')", 'KeyError', 'k'],
    ['raise ValueError', 'ValueError', ''],
    ["class Dry(Exception):\n    pass\nraise Dry('a: b')", 'Dry', 'a: b'],
    ['raise OSError(5)', 'OSError', '[Errno 5] EIO'],
    ["raise ValueError('two\\nlines')", 'ValueError', 'two\nlines'],
    ['x = {}\nx[3]', 'KeyError', '3'],
  ])('of %j has its type and message', async (program, type, message) => {
    expect(await failure(program)).toMatchObject({ type, message });
  });
});

describe('the end of a program', () => {
  it.each([
    ['sys.exit()', 'import sys\nprint("a")\nsys.exit()\nprint("b")\n'],
    ['sys.exit(1)', 'import sys\nprint("a")\nsys.exit(1)\n'],
    ['raise SystemExit in a function', 'def f():\n    raise SystemExit\nprint("a")\nf()\n'],
    ['machine.reset()', 'import machine\nprint("a")\nmachine.reset()\n'],
  ])('by %s is an ordinary one', async (_what, program) => {
    expect(await failure(program)).toMatchObject({ end: 'finished', text: 'a\n', type: undefined });
  });

  it('by KeyboardInterrupt that it raises itself is an error', async () => {
    expect(await failure('raise KeyboardInterrupt\n')).toMatchObject({
      end: 'raised',
      type: 'KeyboardInterrupt',
    });
  });

  it('an error in boot.py is its own', async () => {
    const result = await failure({ 'boot.py': 'x = 1\n1 / 0\n', 'main.py': "print('main')\n" });
    expect(result).toMatchObject({ end: 'raised', places: ['boot.py:2'] });
  });

  it('an error in an interrupt handler is printed and the program goes on', async () => {
    const program =
      'from machine import Timer\nimport time\ndef tick(t):\n    raise ValueError("in handler")\n' +
      'Timer(0).init(mode=Timer.ONE_SHOT, period=5, callback=tick)\ntime.sleep_ms(20)\nprint("went on")\n';
    const { end, text } = await failure(program);
    expect(end).toBe('finished');
    expect(text).toContain('  File "main.py", line 4, in tick\nValueError: in handler\n');
    expect(text.endsWith('went on\n')).toBe(true);
  });
});

describe('standard input', () => {
  it('comes as lines, bytes and an end', async () => {
    const program =
      'import sys\nprint(input("a? "))\nprint(repr(sys.stdin.readline()))\nprint(sys.stdin.read(1))\nprint(input())\n' +
      'try:\n    input()\nexcept EOFError:\n    print("end")\n';
    const { text } = await play(device, program, { input: 'é1\ntwo\nxyz\n' });
    expect(text).toBe("a? é1\n'two\\n'\nx\nyz\nend\n");
  });

  it('ends with EOFError where nobody catches it', async () => {
    const { result } = await play(device, 'x = 1\ninput()\n', { input: '' });
    expect(result.traceback).toMatchObject({ type: 'EOFError', frames: [{ file: 'main.py', line: 2 }] });
  });

  it('takes more than its queue holds', async () => {
    const line = 'x'.repeat(999);
    const { text } = await play(device, 'n = 0\nfor i in range(200):\n    n += len(input())\nprint(n)\n', {
      input: `${line}\n`.repeat(200),
    });
    expect(text).toBe('199800\n');
  });
});

describe('good Python that the simulator cannot follow', () => {
  it('runs, and says so', async () => {
    const program =
      'x = 1\nfor n in (1, 2):\n    print(n)\nd = {}\nwith open("main.py") as d["f"]: pass\nprint("end")\n';
    const { text, notices } = await play(device, program);
    expect(text).toBe('1\n2\nend\n');
    expect(notices).toMatchObject([{ code: 'not-followed' }]);
    expect(notices[0]?.message).toContain('main.py because of line 5');
  });

  it('is not said of a mistake', async () => {
    const { result, notices } = await play(device, 'x = = 1\n');
    expect(result.traceback?.type).toBe('SyntaxError');
    expect(notices).toEqual([]);
  });
});
