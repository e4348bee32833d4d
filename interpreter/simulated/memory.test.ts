/** The Python heap is as large as the board's; what outgrows it, or breaks the interpreter, ends that run and no more. */

import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { BOARDS } from '../boards/index.ts';
import { boardOnly, play } from './testing/play.ts';

const device = createNodeDevice(boardOnly('pico'));
afterAll(() => device.dispose());

async function expectUsable(): Promise<void> {
  const { result, text } = await play(device, 'x = [i * i for i in range(2000)]\nprint(sum(x))\n');
  expect([result.end, text]).toEqual(['finished', '2664667000\n']);
}

describe('the heap', () => {
  it.each(BOARDS)('of $id has as much free at the start as the board', async ({ id, heapBytes }) => {
    const board = createNodeDevice(boardOnly(id));
    const { text } = await play(board, 'import gc\nprint(gc.mem_free())\n');
    board.dispose();
    expect(Math.abs(Number(text) - heapBytes) / heapBytes).toBeLessThan(0.05);
  });

  it('is collected while the program runs', async () => {
    const program =
      'import gc\nx = 0.5\nfor i in range(60000):\n    x = x + 0.25\n    s = "%d" % i\n    d = [i, {"a": s}]\n' +
      'gc.collect()\nprint(x, s, gc.mem_free() > 150000)\n';
    expect((await play(device, program)).text).toBe('15000.5 59999 True\n');
  });

  it('keeps what is in use through collections', async () => {
    const program =
      'def tree(n):\n    return [tree(n - 1), tree(n - 1), "leaf" + str(n)] if n else "end"\n' +
      'def count(t):\n    return 1 if t == "end" else count(t[0]) + count(t[1])\n' +
      'keep = tree(8)\nfor i in range(50):\n    tree(6)\nprint(count(keep))\n' +
      'words = sorted(["w%d" % (i * 7919 % 500) for i in range(500)], key=lambda w: int(w[1:]))\nprint(words[0], words[-1], len(set(words)))\n';
    expect((await play(device, program)).text).toBe('256\nw0 w499 500\n');
  });

  it('has room for a large buffer again and again', async () => {
    const program =
      'def picture():\n    b = bytearray(120000)\n    for i in range(0, 1000, 10):\n        b[i] = 1\n    return sum(b[:1000])\n' +
      'class Screen:\n    def __init__(self):\n        self.b = bytearray(80000)\n    def draw(self):\n        return len(self.b)\n' +
      'for i in range(20):\n    n = picture()\ndef draw():\n    return Screen().draw()\nfor i in range(20):\n    n += draw()\n' +
      'for i in range(20):\n    b = None\n    b = bytearray(120000)\nprint(n)\n';
    expect((await play(device, program)).text).toBe('1600100\n');
  });

  const EATERS = {
    'a list of bytearrays': 'a = []\nwhile True:\n    a.append(bytearray(1000))\n',
    'a growing string': 's = "x"\nwhile True:\n    s = s + s\n',
    'nested lists': 'a = []\nwhile True:\n    a = [a, a[:], [1, 2, 3]]\n',
    'a growing dictionary': 'd = {}\ni = 0\nwhile True:\n    i += 1\n    d[i] = str(i)\n',
    'one huge block': 'x = 1\nb = bytearray(10**9)\n',
    'a list comprehension': 'x = 1\nb = [i for i in range(10**6)]\n',
  };
  it.each(Object.keys(EATERS) as (keyof typeof EATERS)[])('ends %s with MemoryError', async (name) => {
    const { result } = await play(device, EATERS[name]);
    expect(result.end).toBe('raised');
    expect(result.traceback?.type).toBe('MemoryError');
    const line = EATERS[name].split('\n').length - 1;
    expect(result.traceback?.frames.at(-1)).toMatchObject({ file: 'main.py' });
    expect(Math.abs((result.traceback?.frames.at(-1)?.line ?? 0) - line)).toBeLessThan(2);
    await expectUsable();
  });

  it('lets a program that catches MemoryError go on', async () => {
    const program =
      'def eat():\n    a = []\n    while True:\n        a.append(bytearray(4000))\n' +
      'try:\n    eat()\nexcept MemoryError as e:\n    print("caught", type(e).__name__)\n' +
      'b = bytearray(50000)\nprint(len(b))\n';
    expect((await play(device, program)).text).toBe('caught MemoryError\n50000\n');
  });
});

describe('runaway recursion', () => {
  it.each([
    ['a function', 'def f(n):\n    return f(n + 1)\nprint("go")\nf(0)\n', [4, 2]],
    ['methods', 'class A:\n    def m(self):\n        return self.m()\nA().m()\n', [4, 3]],
    ['__repr__', 'class A:\n    def __repr__(self):\n        return repr(self)\nrepr(A())\n', [4, 3]],
    ['__getattr__', 'class A:\n    def __getattr__(self, n):\n        return self.x\nA().y\n', [4, 3]],
    ['a generator', 'def g():\n    yield from g()\nlist(g())\n', [3, 2]],
    ['map and lambda', 'f = lambda x: list(map(f, [x]))\nf(1)\n', [2, 1]],
  ] as const)('of %s ends with RuntimeError at its line', async (_what, program, [outer, inner]) => {
    const { result } = await play(device, program);
    expect(result.traceback).toMatchObject({ type: 'RuntimeError', message: /recursion|pystack/ });
    const lines = result.traceback?.frames.map(({ line }) => line) ?? [];
    expect([lines[0], lines.at(-1)]).toEqual([outer, inner]);
  });

  it('leaves room for recursion that a lesson needs', async () => {
    expect(
      (await play(device, 'def f(n):\n    return n * f(n - 1) if n else 1\nprint(f(40) > 0)\n')).text,
    ).toBe('True\n');
  });
});

describe('what breaks the interpreter', () => {
  it.each([
    [
      'a wild pointer',
      'import uctypes\nprint("go")\nb = uctypes.bytearray_at(0x7fffff00, 100)\nprint(b[0])\n',
    ],
    [
      'writing over memory',
      'import uctypes\nb = uctypes.bytearray_at(0, 60000)\nfor i in range(60000):\n    b[i] = 255\nprint([1] * 100)\n',
    ],
    ['a locked heap', 'import micropython\nmicropython.heap_lock()\nx = [1, 2, 3]\nprint(x)\n'],
  ])('%s: a fault or an error, and the next run works', async (_what, program) => {
    const faults: string[] = [];
    const listener = device.onFault(({ code }) => faults.push(code));
    const { result } = await play(device, program);
    listener.dispose();
    expect(['fault', 'raised', 'finished']).toContain(result.end);
    expect(faults).toEqual(result.end === 'fault' ? ['interpreter-crashed'] : []);
    await expectUsable();
  });
});
