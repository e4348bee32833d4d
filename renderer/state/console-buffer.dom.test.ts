import { describe, expect, it } from 'vitest';
import { ConsoleBuffer, type ConsolePiece } from './console-buffer.svelte.ts';

const out = (text: string, at = 0): ConsolePiece => ({ at, stream: 'stdout', text });
const err = (text: string, at = 0): ConsolePiece => ({ at, stream: 'stderr', text });

describe('ConsoleBuffer', () => {
  it('joins pieces of a line and keeps the time at which the line began', () => {
    const buffer = new ConsoleBuffer();
    buffer.append([out('Tem', 5)]);
    buffer.append([out('p: 2', 7), out('1\nnext', 9)]);
    expect(buffer.text()).toBe('Temp: 21\nnext');
    expect(buffer.chunks[0]?.lines[0]).toEqual({ at: 5, text: 'Temp: 21' });
  });

  it('begins a new chunk where the stream changes, without joining their lines', () => {
    const buffer = new ConsoleBuffer();
    buffer.append([out('half'), err('Oops\n'), out('rest\n')]);
    expect(buffer.chunks.map(({ stream }) => stream)).toEqual(['stdout', 'stderr', 'stdout']);
    expect(buffer.text()).toBe('half\nOops\nrest');
  });

  it('keeps empty lines and takes \\r\\n as one line end', () => {
    const buffer = new ConsoleBuffer();
    buffer.append([out('a\r\n\r\nb\n')]);
    expect(buffer.text()).toBe('a\n\nb');
  });

  it('keeps the newest lines up to its capacity and counts what it drops', () => {
    const buffer = new ConsoleBuffer(5000);
    for (let i = 0; i < 62; i++)
      buffer.append([out(Array.from({ length: 100 }, (_, k) => `${i * 100 + k}\n`).join(''))]);
    expect(buffer.lineCount).toBe(5000);
    expect(buffer.dropped).toBe(1200);
    expect(buffer.text().startsWith('1200\n')).toBe(true);
    expect(buffer.tail(1)).toBe('6199');
  });

  it('leaves finished chunks as they are, so that views draw them once', () => {
    const buffer = new ConsoleBuffer();
    buffer.append([out('x\n'.repeat(450))]);
    const [first, second] = buffer.chunks;
    buffer.append([out('y\n')]);
    expect(buffer.chunks[0]).toBe(first);
    expect(buffer.chunks[1]).toBe(second);
    expect(buffer.chunks[2]?.lines.at(-1)?.text).toBe('y');
  });

  it('breaks a line that never ends', () => {
    const buffer = new ConsoleBuffer();
    for (let i = 0; i < 30; i++) buffer.append([out('z'.repeat(1000))]);
    expect(buffer.lineCount).toBeGreaterThan(1);
    expect(buffer.text().replaceAll('\n', '')).toHaveLength(30_000);
  });

  it('reads the last lines over chunk borders', () => {
    const buffer = new ConsoleBuffer();
    buffer.append([out('one\ntwo\n'), err('three\n')]);
    expect(buffer.tail(2)).toBe('two\nthree');
    expect(buffer.tail(9)).toBe('one\ntwo\nthree');
  });

  it('forgets everything', () => {
    const buffer = new ConsoleBuffer(1);
    buffer.append([out('a\nb\n')]);
    buffer.clear();
    expect([buffer.isEmpty, buffer.dropped, buffer.text()]).toEqual([true, 0, '']);
  });
});
