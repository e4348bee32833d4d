import { describe, expect, it } from 'vitest';
import { FINISHED, HELLO, raw, ready, rig } from './testing/rig.ts';

describe('the friendly prompt', () => {
  it('greets at a start', () => {
    expect(rig().said()).toBe(HELLO);
  });

  it('echoes a line and runs it as a statement whose value is shown', () => {
    const board = ready();
    expect(board.send('1 + 1\r')).toBe('1 + 1\r\n>>> ');
    expect(board.codes).toEqual(['single: 1 + 1']);
  });

  it('an empty line runs nothing; a line feed is no key', () => {
    const board = ready();
    expect(board.send('\r')).toBe('\r\n>>> ');
    expect(board.send('\n')).toBe('');
    expect(board.codes).toEqual([]);
  });

  it('goes on with a compound statement until an empty line, indenting by itself', () => {
    const board = ready();
    expect(board.send('for i in x:\r')).toBe('for i in x:\r\n...     ');
    expect(board.send('f(i)\r')).toBe('f(i)\r\n...     ');
    expect(board.send('\x7f')).toBe('\b\b\b\b\x1b[K');
    expect(board.send('\r')).toBe('\r\n>>> ');
    expect(board.codes).toEqual(['single: for i in x:\n    f(i)\n']);
  });

  it('three times Enter leaves the indentation', () => {
    const board = ready();
    board.send('if x:\rf()\r');
    expect(board.send('\r')).toBe('\r\n...     ');
    expect(board.send('\r')).toBe('\r\n... ');
    expect(board.send('\r')).toBe('\r\n>>> ');
    expect(board.codes).toHaveLength(1);
  });

  it.each([
    ['x = (1,', '2)'],
    ['x = """a', 'b"""'],
    ['x = 1 + \\', '2'],
  ])('continues %s', (first, second) => {
    const board = ready();
    expect(board.send(`${first}\r`)).toBe(`${first}\r\n... `);
    expect(board.send(`${second}\r`)).toBe(`${second}\r\n>>> `);
    expect(board.codes).toEqual([`single: ${first}\n${second}`]);
  });

  it('Ctrl-C drops the line, and a statement that was begun', () => {
    const board = ready();
    expect(board.send('abc\x03')).toBe('abc\r\n>>> ');
    board.send('if x:\r');
    expect(board.send('\x03')).toBe('\r\n>>> ');
    expect(board.codes).toEqual([]);
  });

  it('Ctrl-D within a statement ends it, on an empty line restarts', () => {
    const board = ready();
    board.send('if x:\rf()\r\x7f');
    expect(board.send('\x04')).toBe('>>> ');
    expect(board.codes).toEqual(['single: if x:\n    f()\n']);
    expect(board.send('\x04')).toBe(`\r\nMPY: soft reboot\r\n${HELLO}`);
    expect(board.restarts).toEqual(['hard', 'soft']);
  });

  it('Ctrl-B greets again', () => {
    expect(ready().send('\x02')).toBe(`\r\n${HELLO}`);
  });

  it('a report is printed with its lines ended as on the wire', () => {
    const board = ready({ ends: () => ({ kind: 'raised', text: 'NameError: ä\n' }) });
    expect(board.send('x\r')).toBe('x\r\nNameError: \xc3\xa4\r\n>>> ');
  });

  it('SystemExit restarts', () => {
    const board = ready({ ends: () => ({ kind: 'exit' }) });
    expect(board.send('x\r')).toBe(`x\r\nMPY: soft reboot\r\n${HELLO}`);
  });

  it('takes UTF-8', () => {
    const board = ready();
    board.send('"\xc3\xa4"\r');
    expect(board.codes).toEqual(['single: "ä"']);
  });
});

describe('line editing', () => {
  it.each([
    ['backspace', 'ab\x7f', 'ab\b\x1b[K', 'a'],
    ['backspace in the middle', 'abc\x1b[D\x7f', 'abc\b\b\x1b[Kc\b', 'ac'],
    ['an arrow and a letter', 'ac\x1b[Db', 'ac\bbc\b', 'abc'],
    ['Home and End', 'bc\x01a\x05d', 'bc\b\babc\b\bbcd', 'abcd'],
    ['Delete', 'abc\x1b[H\x1b[3~', 'abc\b\b\b\x1b[Kbc\b\b', 'bc'],
    ['Ctrl-D within a line', 'ab\x01\x04', 'ab\b\b\x1b[Kb\b', 'b'],
    ['Ctrl-K', 'abc\x01\x06\x0b', 'abc\b\b\ba\x1b[K', 'a'],
    ['Ctrl-U', 'abc\x15d', 'abc\b\b\b\x1b[Kd', 'd'],
    ['Tab at the beginning', '\tx', '    x', '    x'],
    ['a key that is unknown', 'a\x1b[15~b', 'ab', 'ab'],
  ])('%s', (_name, keys, shown, line) => {
    const board = ready();
    expect(board.send(keys)).toBe(shown);
    board.send('\r');
    expect(board.codes).toEqual([`single: ${line}`]);
  });

  it('moves far with one sequence', () => {
    expect(ready().send('abcdef\x01')).toBe('abcdef\x1b[6D');
  });

  it('recalls earlier lines', () => {
    const board = ready();
    board.send('one\rtwo\r');
    expect(board.send('\x1b[A')).toBe('two');
    expect(board.send('\x1b[A')).toBe('\b\b\bone');
    expect(board.send('\x1b[A')).toBe('');
    expect(board.send('\x1b[B\r')).toBe('\b\b\btwo\r\n>>> ');
    expect(board.codes).toEqual(['single: one', 'single: two', 'single: two']);
  });
});

describe('paste mode', () => {
  const HEAD = '\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ';

  it('runs what was pasted as a file, without indenting', () => {
    const board = ready();
    expect(board.send('\x05')).toBe(HEAD);
    expect(board.send('if x:\r    f()\r')).toBe('if x:\r\n===     f()\r\n=== ');
    expect(board.send('\x04')).toBe('\r\n>>> ');
    expect(board.codes).toEqual(['if x:\n    f()\n']);
  });

  it('Ctrl-C cancels', () => {
    const board = ready();
    expect(board.send('\x05f()\x03')).toBe(`${HEAD}f()\r\n>>> `);
    expect(board.codes).toEqual([]);
  });
});

describe('a start', () => {
  it('runs boot.py and main.py before the prompt', () => {
    const board = rig({ files: { 'boot.py': FINISHED, 'main.py': 'runs' } });
    expect(board.said()).toBe('');
    board.print('hello\r\n');
    expect(board.end(FINISHED)).toBe(`hello\r\n${HELLO}`);
    expect(board.codes).toEqual(['boot.py', 'main.py']);
  });

  it('leaves main.py out where boot.py raised', () => {
    const board = rig({
      files: { 'boot.py': { kind: 'raised', text: 'OSError: 5\n' }, 'main.py': FINISHED },
    });
    expect(board.said()).toBe(`OSError: 5\r\n${HELLO}`);
    expect(board.codes).toEqual(['boot.py']);
  });

  it('may begin with garbage', () => {
    expect(rig({ bootNoise: Uint8Array.of(0xff, 0) }).said()).toBe(`\xff\x00${HELLO}`);
  });

  it('by a hard reset ends whatever goes on, and nothing of it is heard again', () => {
    const board = raw({ ends: () => undefined });
    board.send('while True: pass\x04typed ahead');
    board.repl.start();
    expect(board.said()).toBe(HELLO);
    expect(board.end(FINISHED)).toBe('');
    expect(board.repl.inputLength).toBe(0);
  });

  it('does not come while the board is held', () => {
    const board = ready();
    board.repl.halt();
    expect(board.send('x\r')).toBe('');
    board.repl.start();
    expect(board.said()).toBe(HELLO);
  });
});

describe('while code runs', () => {
  it('Ctrl-C interrupts, and other bytes are the code’s input', () => {
    const board = raw({ ends: () => undefined });
    board.send('code\x04');
    expect(board.send('ab')).toBe('');
    expect(board.interrupts()).toBe(0);
    expect([board.repl.takeInput(), board.repl.takeInput(), board.repl.takeInput()]).toEqual([
      97,
      98,
      undefined,
    ]);
    board.send('\x03');
    expect(board.interrupts()).toBe(1);
    expect(board.end({ kind: 'raised', text: 'KeyboardInterrupt: \n' })).toBe(
      '\x04KeyboardInterrupt: \r\n\x04>',
    );
  });

  it('what the code left unread is for the prompt', () => {
    const board = raw({ ends: (code) => (code === 'first' ? undefined : FINISHED) });
    board.send('first\x04second\x04');
    expect(board.end(FINISHED)).toBe('\x04\x04>OK\x04\x04>');
    expect(board.codes).toEqual(['first', 'second']);
  });

  it('code may take Ctrl-C as a byte; the next code may not', () => {
    const board = raw({ ends: () => undefined });
    board.send('code\x04');
    board.repl.setInterruptByte(-1);
    board.send('\x03');
    expect(board.interrupts()).toBe(0);
    expect(board.repl.takeInput()).toBe(3);
    board.end(FINISHED);
    board.send('code\x04\x03');
    // It was under way before the code ran.
    expect(board.interrupts()).toBe(0);
    board.send('\x03');
    expect(board.interrupts()).toBe(1);
  });

  it('on USB, Ctrl-C cannot overtake a full buffer; the rest waits on the wire', () => {
    const board = raw({ ends: () => undefined, inputSize: 4 });
    board.send('code\x04');
    board.send('abcdefg\x03');
    expect(board.interrupts()).toBe(0);
    expect(board.repl.waiting).toBe(4);
    for (let i = 0; i < 4; i++) board.repl.takeInput();
    expect(board.interrupts()).toBe(1);
    expect(board.repl.waiting).toBe(0);
  });

  it('on a UART, Ctrl-C always arrives and what does not fit is lost', () => {
    const board = raw({ ends: () => undefined, inputSize: 4, whenFull: 'drop' });
    board.send('code\x04');
    board.send('abcdefg\x03');
    expect(board.interrupts()).toBe(1);
    expect([...'abcd', undefined].map((c) => board.repl.takeInput() === c?.charCodeAt(0))).not.toContain(
      false,
    );
  });
});
