import { describe, expect, it } from 'vitest';
import { toBytes } from './bytes.ts';
import { FINISHED, HELLO, RAW, raw, ready } from './testing/rig.ts';

describe('the raw REPL', () => {
  it('is entered, entered again and left', () => {
    const board = ready();
    expect(board.send('\r\x01')).toBe(`\r\n>>> \r\n${RAW}`);
    expect(board.send('abc\x01')).toBe(RAW);
    expect(board.send('\x02')).toBe(`\r\n${HELLO}`);
    expect(board.codes).toEqual([]);
  });

  it('answers code with OK, what it prints, its report and the prompt', () => {
    const board = raw({ ends: () => undefined });
    expect(board.send('print(1)\x04')).toBe('OK');
    board.print('1\r\n');
    expect(board.end(FINISHED)).toBe('1\r\n\x04\x04>');
    board.send('1/0\x04');
    expect(board.end({ kind: 'raised', text: 'ZeroDivisionError: \n' })).toBe(
      '\x04ZeroDivisionError: \r\n\x04>',
    );
    expect(board.codes).toEqual(['print(1)', '1/0']);
  });

  it('takes every other byte as code, and answers two pieces that came together', () => {
    const board = raw();
    expect(board.send('a\r\n\tb\x04c\x04')).toBe('OK\x04\x04>OK\x04\x04>');
    expect(board.codes).toEqual(['a\r\n\tb', 'c']);
  });

  it('Ctrl-C clears the line without a word', () => {
    const board = raw();
    expect(board.send('junk\x03')).toBe('');
    board.send('good\x04');
    expect(board.codes).toEqual(['good']);
  });

  it('restarts on an empty line: boot.py runs, main.py does not', () => {
    const board = raw({ files: { 'boot.py': FINISHED, 'main.py': FINISHED } });
    board.codes.length = 0;
    expect(board.send('\x04')).toBe(`OK\r\nMPY: soft reboot\r\n${RAW}`);
    expect(board.codes).toEqual(['boot.py']);
  });

  it('SystemExit restarts without a prompt of its own', () => {
    expect(raw({ ends: () => ({ kind: 'exit' }) }).send('x\x04')).toBe(
      `OK\x04\x04MPY: soft reboot\r\n${RAW}`,
    );
  });

  it('may be disturbed while it waits', () => {
    const board = ready({ promptNoise: toBytes('core 1\r\n') });
    expect(board.send('\x01')).toBe(`\r\nraw REPL; CTRL-B to exit\r\n>core 1\r\n`);
  });
});

describe('raw-paste', () => {
  const BEGIN = '\x05A\x01';
  const GRANTED = 'R\x01\x80\x00\x01';

  it('hands out two windows, then one for each that was filled', () => {
    const board = raw();
    expect(board.send(BEGIN)).toBe(GRANTED);
    expect(board.send('#'.repeat(127))).toBe('');
    expect(board.send('#')).toBe('\x01');
    expect(board.send('#'.repeat(256))).toBe('\x01\x01');
    expect(board.send('\nx')).toBe('');
    expect(board.send('\x04')).toBe('\x04\x04\x04>');
    expect(board.codes).toEqual([`${'#'.repeat(384)}\nx`]);
  });

  it('has another window where the board has less room', () => {
    expect(raw({ window: 32 }).send(BEGIN)).toBe('R\x01\x20\x00\x01');
  });

  it('takes bytes that are commands elsewhere', () => {
    const board = raw();
    board.send(`${BEGIN}\x01\x02\x05\x04`);
    expect(board.codes).toEqual(['\x01\x02\x05']);
  });

  it('is ended by the host with Ctrl-C', () => {
    const board = raw();
    expect(board.send(`${BEGIN}abc\x03`)).toBe(`${GRANTED}\x04\x04KeyboardInterrupt: \r\n\x04>`);
    expect(board.send('x\x04')).toBe('OK\x04\x04>');
    expect(board.codes).toEqual(['x']);
  });

  it('is ended by the board as soon as the code cannot be good, and then waits for the host', () => {
    const bad = `x = (1\n${'#'.repeat(20)})\n)\n`;
    const board = raw({
      refuses: (beginning) => beginning.includes('\n)\n'),
      ends: () => ({ kind: 'raised', text: 'SyntaxError: invalid syntax\n' }),
    });
    board.send(BEGIN);
    const filler = 'y = 1\n'.repeat(200);
    expect(board.send(bad + filler)).toBe(`${'\x01'.repeat(7)}\x04`);
    expect(board.send('more')).toBe('');
    expect(board.send('\x04')).toBe('\x04SyntaxError: invalid syntax\r\n\x04>');
  });

  it('asks about whole statements only', () => {
    const asked: string[] = [];
    const board = raw({ refuses: (beginning) => (asked.push(beginning), false) });
    board.send(BEGIN);
    board.send(`try:\n    f()\n${'    g()\n'.repeat(200)}except E:\n    h("""\n`);
    expect(asked).toEqual([]);
    board.send(`${'a\n'.repeat(600)}""")\n${'z = 1\n'.repeat(400)}`);
    expect(asked).not.toEqual([]);
    for (const text of asked) expect(text).toMatch(/"""\)\n(?:z = 1\n)*$/);
  });

  it('is refused by a board without it', () => {
    expect(raw({ rawPaste: 'refused' }).send(BEGIN)).toBe('R\x00>');
    expect(raw({ rawPaste: 'unknown' }).send(BEGIN)).toBe(RAW);
    expect(raw().send('\x05B\x01')).toBe('R\x00>');
  });
});
