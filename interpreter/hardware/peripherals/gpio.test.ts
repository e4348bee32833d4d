import { describe, expect, test } from 'vitest';
import { HardwareError } from '../hardware-error.ts';
import { createBench } from '../testing/bench.ts';

const OUT = { mode: 'out', pull: 'none' } as const;
const PULLED_UP = { mode: 'in', pull: 'up' } as const;

describe('Gpio', () => {
  test('resolves numbers and the names of the board', () => {
    const { gpio } = createBench().board;
    expect([4, 'GPIO4', 'D4', 'GP4', '4', 'LED'].map((name) => gpio.resolve(name))).toEqual([
      4, 4, 4, 4, 4, 2,
    ]);
  });

  test('an unknown pin is a ValueError that names the board and its pins', () => {
    const { gpio } = createBench().board;
    const attempt = () => gpio.resolve('D99');
    expect(attempt).toThrow(HardwareError);
    expect(attempt).toThrow(/invalid pin: Test board has no pin "D99".*0, 1, 2/);
    expect(() => gpio.resolve(33)).toThrow('no pin 33');
    expect(() => gpio.configure(33, OUT)).toThrow('no pin 33');
  });

  test('an output drives its latch and tells each edge with its time', () => {
    const bench = createBench();
    const { gpio } = bench.board;
    gpio.configure(2, { ...OUT, value: 1 });
    bench.advance(500);
    gpio.write(2, 0);
    gpio.write(2, 0);
    expect(gpio.read(2)).toBe(0);
    expect(bench.edges).toEqual([
      { at: 0, pin: 'GPIO2', level: 1 },
      { at: 500, pin: 'GPIO2', level: 0 },
    ]);
  });

  test('a level written to an input appears when the pin becomes an output', () => {
    const { gpio } = createBench().board;
    gpio.write(3, 1);
    gpio.configure(3, OUT);
    expect(gpio.read(3)).toBe(1);
  });

  test('pulls set the level of a free pin, and going back to no pull lets it float', () => {
    const bench = createBench();
    const { gpio } = bench.board;
    gpio.configure(2, PULLED_UP);
    expect(gpio.read(2)).toBe(1);
    gpio.configure(2, { mode: 'in', pull: 'down' });
    expect(gpio.read(2)).toBe(0);
    gpio.configure(2, { mode: 'in', pull: 'none' });
    expect(bench.edges.map(({ level }) => level)).toEqual([1, 0, 'z']);
  });

  test('a floating input reads seeded noise and says so once', () => {
    const read = (seed: number) => {
      const bench = createBench({ seed });
      const levels = Array.from({ length: 32 }, () => bench.board.gpio.read(2)).join('');
      return { levels, notices: bench.notices };
    };
    expect(read(1).levels).toBe(read(1).levels);
    expect(read(1).levels).not.toBe(read(2).levels);
    expect(read(1).levels).toMatch(/01|10/);
    expect(read(1).notices.map(({ code }) => code)).toEqual(['floating-input']);
  });

  test('an input-only pin refuses to be an output, and tells that it has no pulls', () => {
    const bench = createBench();
    const { gpio } = bench.board;
    expect(() => gpio.configure(9, OUT)).toThrow(/pin can only be input/);
    gpio.configure(9, PULLED_UP);
    expect(gpio.state(9).pull).toBe('none');
    expect(bench.notices.map(({ code }) => code)).toEqual(['no-pull']);
  });

  test('open-drain pulls low or lets go', () => {
    const { gpio } = createBench().board;
    gpio.configure(2, { mode: 'open-drain', pull: 'up' });
    expect(gpio.read(2)).toBe(1);
    gpio.write(2, 0);
    expect(gpio.read(2)).toBe(0);
    gpio.write(2, 1);
    expect(gpio.read(2)).toBe(1);
  });

  test('edges call back by trigger, after the level is in place, and stop when asked to', () => {
    const bench = createBench({ wires: [['board:GPIO2', 'board:GPIO3']] });
    const { gpio } = bench.board;
    gpio.configure(2, { ...OUT, value: 0 });
    const seen: string[] = [];
    const wave = () => [1, 0, 1].forEach((value) => gpio.write(2, value as 0 | 1));
    gpio.onEdge(3, 'both', (edge) => seen.push(`${edge} ${gpio.read(3)}`));
    wave();
    gpio.onEdge(3, 'falling', (edge) => seen.push(edge));
    gpio.write(2, 0);
    gpio.onEdge(3, 'both', undefined);
    wave();
    expect(seen).toEqual(['rising 1', 'falling 0', 'rising 1', 'falling']);
  });

  test('the first level after floating is no edge, a known level after floating is', () => {
    const { gpio } = createBench().board;
    const seen: string[] = [];
    gpio.onEdge(2, 'both', (edge) => seen.push(edge));
    gpio.configure(2, PULLED_UP);
    gpio.configure(2, { mode: 'in', pull: 'none' });
    gpio.configure(2, { mode: 'in', pull: 'down' });
    expect(seen).toEqual(['falling']);
  });

  test('a handler may write pins itself', () => {
    const bench = createBench({ wires: [['board:GPIO2', 'board:GPIO3']] });
    const { gpio } = bench.board;
    gpio.configure(2, { ...OUT, value: 0 });
    gpio.configure(4, { ...OUT, value: 0 });
    gpio.onEdge(3, 'rising', () => gpio.write(4, 1));
    gpio.write(2, 1);
    expect(gpio.read(4)).toBe(1);
  });
});
