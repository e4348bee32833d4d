/** What tools use to manage a board must be there as on a board. Each piece of code runs at the raw prompt of a fresh board. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNodeBoard } from '#cli/node-device.ts';
import { MemoryStorage } from './board-storage.ts';
import { Line } from './testing/line.ts';
import { boardOnly } from './testing/play.ts';
import type { VirtualBoard } from './virtual-board.ts';

const storage = new MemoryStorage();
let board: VirtualBoard;
let line: Line;

beforeAll(async () => {
  board = createNodeBoard({ diagram: boardOnly('pico'), storage, uniqueId: '0123456789abcdef' });
  line = new Line(board.createTransport());
  await line.transport.open();
});
beforeEach(async () => {
  await line.enterRaw();
  await line.send('\x04');
  await line.until('raw REPL; CTRL-B to exit\r\n>');
});
afterAll(() => board.dispose());

async function out(code: string): Promise<string> {
  const answer = await line.exec(code);
  expect(answer.error).toBe('');
  return answer.out;
}

async function error(code: string): Promise<string> {
  return (await line.exec(code)).error.trimEnd().split('\n').at(-1) ?? '';
}

describe('files', () => {
  it('are written, listed, renamed onto another and removed', async () => {
    expect(
      await out(`
import os
os.mkdir('d')
for name, text in (('d/a', b'one'), ('d/b', b'three')):
    with open(name, 'wb') as f: f.write(text)
print(sorted(os.ilistdir('d')), os.stat('d/b')[6])
os.rename('d/b', 'd/a')
print(os.listdir('/d'), open('/d/a').read())
os.remove('d/a')
os.rmdir('d')
os.sync()
print(os.listdir())`),
    ).toBe("[('a', 32768, 0, 3), ('b', 32768, 0, 5)] 5\n['a'] three\n[]\n");
    expect(storage.load()).toEqual([]);
  });

  it('say what goes wrong with a board’s numbers', async () => {
    expect(await error("open('nothing')")).toBe('OSError: [Errno 2] ENOENT');
    expect(await error("import os\nos.mkdir('x')\nos.mkdir('x')")).toBe('OSError: [Errno 17] EEXIST');
    expect(await error("import os\nopen('x/y','w').close()\nos.rmdir('x')")).toMatch(
      /^OSError: (39|\[Errno 39\])/,
    );
  });

  it('fill the flash, and then no more', async () => {
    const size = await out("import os\ns = os.statvfs('/')\nprint(s[0] * s[2], s[0] * s[3] > 1000000)");
    expect(size).toBe('1441792 True\n');
    expect(await error("f = open('big', 'wb')\nblock = bytes(4096)\nwhile True:\n  f.write(block)")).toMatch(
      /^OSError: (28|\[Errno 28\])/,
    );
    expect(
      await out("import os\nprint(os.statvfs('/')[3], os.stat('big')[6] > 1300000)\nos.remove('big')"),
    ).toBe('0 True\n');
  });

  it('are opened as they are, whoever opens them', async () => {
    const text = 'def f():\\n  return 42\\n';
    expect(
      await out(`
import builtins, io
with open('foo.py', 'w') as f: f.write('${text}')
import foo
for opened in (open, builtins.open, io.open):
    print(opened('foo.py').read() == '${text}', foo.f())`),
    ).toBe('True 42\n'.repeat(3));
    expect(storage.text('/foo.py')).toBe('def f():\n  return 42\n');
  });
});

describe('code and bytes', () => {
  it('hashes, inflates and decodes', async () => {
    expect(
      await out(`
import binascii, hashlib, io, deflate
print(binascii.hexlify(hashlib.sha256(b'abc').digest())[:16])
print(binascii.a2b_base64('aGVsbG8='), binascii.b2a_base64(b'hello', newline=False), binascii.crc32(b'abc'))
z = binascii.a2b_base64('y0jNyclXKM8vyklRBAA=')
print(deflate.DeflateIO(io.BytesIO(z), deflate.RAW, 10).read())`),
    ).toBe("b'ba7816bf8f01cfea'\nb'hello' b'aGVsbG8=' 891568578\nb'hello world!'\n");
  });

  it('knows what it is', async () => {
    expect(
      await out(`
import sys, gc, machine, os
print(sys.platform, sys.implementation._machine, sys.implementation._mpy & 0xff, sys.path)
print(machine.unique_id(), os.uname().sysname, gc.mem_free() > 100000, gc.mem_alloc() > 0)`),
    ).toBe(
      "rp2 Raspberry Pi Pico with RP2040 6 ['', '/rom', '.frozen', '/lib']\n" +
        "b'\\x01#Eg\\x89\\xab\\xcd\\xef' rp2 True True\n",
    );
  });

  it('reads and writes bytes without changing them', async () => {
    await line.send('import sys\nd = sys.stdin.buffer.read(5)\nsys.stdout.buffer.write(d)\x04');
    await line.until('OK');
    await line.send('\r\n\xff\x04a');
    expect(await line.until('\x04\x04>')).toBe('\r\n\xff\x04a\x04\x04>');
    await line.send('import sys\nprint(repr(sys.stdin.readline()), repr(sys.stdin.read(1)))\x04');
    await line.until('OK');
    await line.send('\xc3\xa4b\r\xc3\xb6');
    expect(await line.until('\x04\x04>')).toBe("'\xc3\xa4b\\n' '\xc3\xb6'\r\n\x04\x04>");
  });

  it('takes Ctrl-C as a byte where it is asked to', async () => {
    await line.send(
      'import micropython, sys\nmicropython.kbd_intr(-1)\nd = sys.stdin.buffer.read(2)\nmicropython.kbd_intr(3)\nprint(d)\x04',
    );
    await line.until('OK');
    await line.send('\x03x');
    expect((await line.answer()).out).toBe("b'\\x03x'\n");
  });

  it('waits for input with select', async () => {
    const poll = 'import select, sys\np = select.poll()\np.register(sys.stdin, select.POLLIN)\n';
    expect(await out(`${poll}print(p.poll(0), len(p.poll(20)))`)).toBe('[] 0\n');
    await line.send(`${poll}print(len(p.poll()), sys.stdin.read(1))\x04`);
    await line.until('OK');
    await line.send('k');
    expect((await line.answer()).out).toBe('1 k\n');
  });

  it('input() is echoed', async () => {
    await line.send('print(input("name? "))\x04');
    await line.until('OK');
    await line.send('Adx\x7fa\r');
    expect(await line.until('\x04\x04>')).toBe('name? Adx\b\x1b[Ka\r\nAda\r\n\x04\x04>');
  });
});

describe('modules from a file system of the program’s own', () => {
  const MOUNT = `
import io, os
class F(io.IOBase):
    def __init__(s, d): s.d, s.p = d, 0
    def readinto(s, b):
        n = min(len(b), len(s.d) - s.p)
        b[:n] = s.d[s.p:s.p + n]
        s.p += n
        return n
    def ioctl(s, r, a): return 0
class V:
    files = {'/slow.py': b'import time\\ndef f():\\n  while True: pass\\ndef g():\\n  t = time.ticks_ms()\\n  for i in range(1000): pass\\n  return time.ticks_ms() - t\\n'}
    def mount(s, r, m): pass
    def umount(s): pass
    def stat(s, p):
        if p in s.files: return (0x8000, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        raise OSError(2)
    def open(s, p, m): return F(s.files[p])
v = V()
os.mount(v, '/ram')
import sys
sys.path.insert(0, '/ram')
import slow
`;

  it('take time and can be interrupted as any other, and can be unmounted', async () => {
    expect(await out(`${MOUNT}print(slow.g() >= 10, slow.__file__)\nos.umount('/ram')`)).toBe(
      'True /ram/slow.py\n',
    );
    await line.exec('sys.modules.pop("slow")');
    await line.send(`${MOUNT}slow.f()\x04`);
    await line.until('OK');
    await line.send('\x03');
    const { error: report } = await line.answer();
    expect(report).toMatch(/File "\/ram\/slow\.py", line 3, in f\nKeyboardInterrupt/);
    expect(
      await out("print(len(os.mount()))\nos.umount(v)\nprint(len(os.mount()), 'ram' in os.listdir('/'))"),
    ).toBe('3\n2 False\n');
  });
});
