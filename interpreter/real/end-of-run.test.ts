import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#common/random/random.ts';
import { encodeText } from './bytes.ts';
import { END_QUIET, RunOutput } from './end-of-run.ts';

const RAW = 'raw REPL; CTRL-B to exit\r\n>';
const BANNER = 'MicroPython v1.29.0 on 2026-01-01; Board\r\nType "help()" for more information.\r\n>>> ';
const ERROR =
  'Traceback (most recent call last):\r\n  File "<stdin>", line 2, in <module>\r\nValueError: grün\r\n';

/** What programs may print to be taken for the REPL. */
const WORDS = [
  '\x04',
  '\x04>',
  '\x04\x04>',
  '\x04\x04',
  '>>> ',
  '>',
  'OK',
  '\r\n',
  'Traceback (most recent call last):\r\n',
  '\x04Traceback (most recent call last):\r\n',
  'MPY: soft reboot\r\n',
  '\x04\x04MPY: soft reboot\r\n',
  RAW,
  BANNER,
  'KeyboardInterrupt: ',
  'ValueError: no\r\n',
  'R\x01',
  '\x01\x02\x03',
  'ü',
  '温',
  '🌱',
  'moisture 42\r\n',
];

/** How a run ends, and what the board says then. */
const ENDS = [
  { kind: 'finished', said: '\x04\x04>', error: '' },
  { kind: 'raised', said: `\x04${ERROR}\x04>`, error: ERROR },
  { kind: 'raised', said: '\x04MemoryError: \r\n\x04>', error: 'MemoryError: \r\n' },
  { kind: 'exited', said: `\x04\x04MPY: soft reboot\r\nboot\r\n${RAW}`, error: '' },
] as const;

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** Lets it be quiet for so long, as the watcher does: what looks like an end is none, for the program goes on. */
function pause(output: RunOutput, milliseconds: number): string {
  let text = '';
  let left = milliseconds;
  for (let patience = output.patience; patience <= left; patience = output.patience) {
    left -= patience;
    const settled = output.settle(patience);
    text += settled.text;
    if (settled.end) output.refute();
  }
  return text;
}

/** Splits anywhere, in the midst of characters too. */
function pieces(random: Random, binary: string): string[] {
  const result: string[] = [];
  const longest = pick(random, [1, 5, 20, 1000, 1000]);
  for (let at = 0; at < binary.length;) {
    const length = random.integer(1, longest);
    result.push(binary.slice(at, at + length));
    at += length;
  }
  return result;
}

/** Plays a program's output and its end, with pauses; answers what was made of it. */
function play(random: Random, printed: string, said: string) {
  const output = new RunOutput();
  const program = pieces(random, encodeText(printed));
  const all = [...program, ...pieces(random, encodeText(said))];
  let text = '';
  for (const [index, piece] of all.entries()) {
    text += output.take(piece);
    // The REPL says its part without long pauses; a program does what it likes.
    const mayPause = index < program.length && random.next() < 0.2;
    if (mayPause && index < all.length - 1) text += pause(output, pick(random, [30, 100, 3000]));
  }
  const quiet = output.patience;
  const { end } = output.settle(output.patience);
  return { quiet, end, text: end ? text + output.finish() : text };
}

describe('the end of a run', () => {
  it('is found whatever programs print, however it is split: 100,000 cases', () => {
    const random = createRandom(4);
    for (let number = 0; number < 100_000; number++) {
      const length = random.integer(0, 6);
      const printed = Array.from({ length }, () => pick(random, WORDS)).join('');
      const { kind, said, error } = pick(random, ENDS);
      const found = play(random, printed, said);
      const wanted = { quiet: END_QUIET, end: { kind, error }, text: printed };
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        expect({ number, ...found }, JSON.stringify(printed)).toEqual({ number, ...wanted });
    }
  });

  it('gives text at once that cannot be an end', () => {
    const output = new RunOutput();
    expect(output.take('wet\r\n')).toBe('wet\r\n');
    expect(output.patience).toBe(Infinity);
    expect(output.take('\x04and dry')).toBe('\x04and dry');
  });

  it('gives text that is held when it was quiet for long', () => {
    const output = new RunOutput();
    expect(output.take('a\x04Pump')).toBe('a');
    expect(output.patience).toBeLessThan(100);
    expect(output.settle(output.patience)).toEqual({ text: '\x04Pump' });
    expect(output.settle(output.patience).end?.kind).toBe('finished');
  });

  it('sees a board that has started anew', () => {
    const output = new RunOutput();
    output.take(`half a li\xff\xff${BANNER}`);
    expect(output.settle(output.patience).end?.kind).toBe('restarted');
  });

  it('does not take a late greeting for a new start', () => {
    const output = new RunOutput();
    expect(output.take(`done\x04\x04>\r\n${BANNER}`)).toBe('done');
    expect(output.settle(output.patience).end).toEqual({ kind: 'finished', error: '' });
    expect(output.finish()).toBe('');
  });

  it('knows an exception that came with a long pause in its text', () => {
    const output = new RunOutput();
    const said = encodeText(`\x04${ERROR}\x04>`);
    let text = output.take(said.slice(0, 50));
    text += pause(output, 5000);
    text += output.take(said.slice(50));
    expect(output.settle(output.patience).end).toEqual({ kind: 'raised', error: ERROR });
    expect(text).toContain('Traceback');
  });

  it('keeps little of an endless output', () => {
    const output = new RunOutput();
    let shown = 0;
    for (let count = 0; count < 3000; count++) shown += output.take('moisture 42 '.repeat(10)).length;
    shown += output.take(`\x04${'Traceback (most recent call last):'}${'x'.repeat(40_000)}`).length;
    expect(shown).toBeGreaterThan(395_000);
    output.take('\r\n\x04\x04>');
    expect(output.settle(output.patience).end?.kind).toBe('finished');
  });
});
