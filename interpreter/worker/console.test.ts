import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';
import type { Reporter } from './reporter.ts';
import type { Timekeeper } from './timekeeper.ts';

/** `feed` is called whenever the program waits. */
function createConsole(feed: (console: Console, times: number) => void = () => undefined) {
  const printed: string[] = [];
  const reporter: Pick<Reporter, 'print'> = { print: (text) => void (text && printed.push(text)) };
  let waits = 0;
  const time: Pick<Timekeeper, 'waitFor'> = {
    waitFor(isThere) {
      while (!isThere()) {
        waits += 1;
        if (waits > 20) throw new Error('waits for ever');
        feed(console, waits);
      }
    },
  };
  // The console uses no more of them than this.
  const console = new Console(reporter as Reporter, time as Timekeeper);
  return { console, printed, text: () => printed.join('') };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('output', () => {
  it('puts characters together that come in pieces', () => {
    const { console, text } = createConsole();
    const all = bytes('é😀x\n');
    for (const byte of all) console.onOutput(Uint8Array.of(byte));
    expect(text()).toBe('é😀x\n');
  });

  it('takes what is no text too', () => {
    const { console, text } = createConsole();
    console.onOutput(Uint8Array.of(0x61, 0xff, 0x62, 0xc3));
    expect(text()).toBe('a\ufffdb');
    console.endOutput();
    expect(text()).toBe('a\ufffdb\ufffd');
  });

  it('names files as the program does', () => {
    const { console, text } = createConsole();
    for (const piece of [
      '  File "',
      '/.pinlab/shims/machine/pin.py',
      '", line ',
      '3',
      '\n',
      '  File "',
      '/.pinlab/program/main.py',
      '"\n',
    ])
      console.onOutput(bytes(piece));
    expect(text()).toBe('  File "main.py"\n');
  });

  it('copies memory that changes later', () => {
    const { console, text } = createConsole();
    const memory = bytes('before');
    console.beginReport();
    console.onOutput(memory);
    memory.fill(0x78);
    console.endReport();
    expect(console.report).toBe('before');
    expect(text()).toBe('');
  });

  it('keeps the report of an exception apart', () => {
    const { console, text } = createConsole();
    expect(console.report).toBeUndefined();
    console.onOutput(bytes('a'));
    console.beginReport();
    console.onOutput(bytes('ValueError: \u00e9'));
    console.endReport();
    console.onOutput(bytes('b'));
    expect([console.report, text()]).toEqual(['ValueError: é', 'ab']);
  });
});

describe('input', () => {
  it('gives lines without their ends, in any pieces', () => {
    const { console } = createConsole((it, times) =>
      it.addInput(['wa', 'ter\r', '\nso', 'il\n'][times - 1] ?? ''),
    );
    expect([console.readLine(), console.readLine()]).toEqual(['water', 'soil']);
    expect(console.hasByte()).toBe(false);
  });

  it('gives the rest as a line when it ends, then nothing', () => {
    const { console } = createConsole((it) => it.endInput());
    console.addInput('first\n\nrest é');
    expect([console.readLine(), console.readLine(), console.readLine(), console.readLine()]).toEqual([
      'first',
      '',
      'rest é',
      null,
    ]);
    expect(console.readByte()).toBeNull();
  });

  it('gives bytes one by one, and lines after them', () => {
    const { console } = createConsole((it, times) => (times === 1 ? it.addInput('ab\ncd\n') : it.endInput()));
    expect(console.hasByte()).toBe(false);
    expect(console.readByte()).toBe(97);
    expect(console.hasByte()).toBe(true);
    expect(console.readLine()).toBe('b');
    expect(console.readLine()).toBe('cd');
    expect(console.readByte()).toBeNull();
  });
});
